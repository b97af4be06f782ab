"""Tables of the ICDAR 2013 competition: read every document end to end and hand the result to its scorer.

`python -m bench.icdar2013 [--bare | --horizontal]`: the options leave out what is drawn, all of it or
what is not horizontal, so that the same files also measure tables without rules.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bench.places import OUT, SHARED
from extract.page import Page
from extract.pages import opened, read_pages
from extract.read import read_text

FOLDER = SHARED / "icdar2013"


def as_it_is(page: Page) -> Page:
    """The page as it was read."""
    return page


def bare(page: Page) -> Page:
    """The page without anything drawn."""
    return replace(page, rulings=(), rects=())


def horizontal(page: Page) -> Page:
    """The page with its horizontal rules only."""
    return replace(page, rulings=tuple(r for r in page.rulings if r.horizontal), rects=())


def tables_of(path: Path, change: Callable[[Page], Page]) -> tuple[list[dict[str, object]], float, int]:
    """The tables of a file as the scorer wants them, the seconds they took, and its number of pages."""
    with opened(path) as document:
        pages = [change(layer.page) for layer in read_pages(document)]
    start = time.perf_counter()
    reading = read_text(pages).tables
    seconds = time.perf_counter() - start
    found = [
        {"page": t.regions[0].page, "rows": [list(r) for r in g.grid], "spans": [list(s) for s in g.spans]}
        for t, g in zip(reading.tables, reading.grids, strict=True)
    ]
    return found, seconds, len(pages)


def score(change: Callable[[Page], Page]) -> tuple[str, float]:
    """What the scorer says of all files, and the milliseconds a page that the tables took."""
    predictions: dict[str, object] = {}
    spent, pages = 0.0, 0
    for path in sorted(FOLDER.glob("data/*/*.pdf")):
        predictions[path.stem], seconds, count = tables_of(path, change)
        spent, pages = spent + seconds, pages + count
    OUT.mkdir(parents=True, exist_ok=True)
    out = OUT / "icdar2013.json"
    out.write_text(json.dumps(predictions, ensure_ascii=False), "utf-8")
    docs = "eu" if not any(FOLDER.glob("data/*-us")) else "all"
    command = [sys.executable, str(FOLDER / "score.py"), str(out), "--docs", docs, "--list"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout, 1000 * spent / max(1, pages)


def figures(change: Callable[[Page], Page]) -> tuple[float, float]:
    """Macro F1 over documents, and the number of false tables."""
    text, _ = score(change)
    row = next(line for line in reversed(text.splitlines()) if "|" in line and "%" in line)
    macro, detected = row.split("|")[1].split(), row.split("|")[3].split()
    return float(macro[2]), float(detected[2])


def main() -> None:
    """Read all files and print what the scorer says."""
    options = {"--bare": bare, "--horizontal": horizontal}
    text, pace = score(next((options[a] for a in sys.argv[1:] if a in options), as_it_is))
    print(f"{text}{pace:.1f} ms a page after the pages are read")


if __name__ == "__main__":
    main()
