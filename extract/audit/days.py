"""ISO dates of any precision → the last day they may mean."""

from __future__ import annotations

from calendar import monthrange


def last_day(iso: str) -> str:
    """``2022`` → ``2022-12-31``, ``2022-03`` → ``2022-03-31``; a day is its own last day."""
    parts = [int(part) for part in iso.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}"
