"""Reading of the data files: one entry a line, ``#`` begins a remark."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of ``data/NAME.txt`` without remarks and empty lines."""
    lines = (_DATA / f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """The entries of ``data/NAME.txt`` as a set."""
    return frozenset(entries(name))
