"""Figures as a Danish reader expects them: decimal comma, thousands with a point, percentages to a tenth."""

from __future__ import annotations


def number(value: float) -> str:
    """``2235.0`` → ``2.235``, ``46.32`` → ``46,32``."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:,.2f}".rstrip("0").replace(",", " ").replace(".", ",").replace(" ", ".")


def percent(value: float) -> str:
    """``53.333`` → ``53,3 pct.``."""
    return f"{number(round(value, 1))} pct."
