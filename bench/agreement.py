"""The comparison measured: reports added in one call against their gold files, and targets said to be the same.

python -m bench.agreement
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from bench.corpus import added
from bench.places import EXAMPLES, ROOT, SHARED
from bench.results_table import Row, write
from corpus.align import align
from corpus.compare import compare_library
from corpus.comparison import STATUSES, Attainment, Comparison, Evidence, Target
from corpus.library import open_library

PAIRS = ROOT / "bench" / "alignment_pairs.toml"
NEAR = 0.01
"""How far a median may be from the gold's: gold files round achievements."""
Cell = tuple[str, str]
"""A file's name without its ending, and a level."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two targets of two projects."""

    first: Target
    second: Target


def main() -> None:
    """Measure what the data at hand allows."""
    rows: list[Row] = []
    for name, folder in (("reports", SHARED / "reports"), ("examples", EXAMPLES)):
        gold = {path.name.removesuffix(".gold.json"): path for path in sorted(folder.rglob("*.gold.json"))}
        if gold:
            rows += _agreement(name, [path.with_name(f"{stem}.pdf") for stem, path in gold.items()], gold)
    write("agreement", "Comparison against gold", [*rows, *_alignment()])


def _agreement(name: str, files: Sequence[Path], gold: Mapping[str, Path]) -> Iterator[Row]:
    """A folder of links to the files is added to a fresh library in one call, and its matrix held against gold."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch, "reports")
        folder.mkdir()
        for file in files:
            (folder / file.name).symlink_to(file)
        _, code = added(folder, Path(scratch, "library"), jobs=2)
        with open_library(Path(scratch, "library")) as library:
            comparison = compare_library(library)
    data = {stem: json.loads(path.read_text("utf-8"))["indicators"] for stem, path in gold.items()}
    name = f"{name}, {len(files)} files"
    yield (name, "exit code of adding them in one call", code, "0")
    yield from _compared(name, comparison, data)


def _compared(name: str, comparison: Comparison, data: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Row]:
    files = {project.report: project.file.removesuffix(".pdf") for project in comparison.projects}
    ours: dict[Cell, Attainment] = {(files[cell.group], cell.level): cell for cell in comparison.matrix}
    every: dict[Cell, list[Mapping[str, Any]]] = {}
    for stem, indicators in data.items():
        for one in indicators:
            every.setdefault((stem, one["level"]), []).append(one)
    counted, total = sum(cell.targets for cell in ours.values()), sum(map(len, every.values()))
    keys = {(target.report, target.place) for target in comparison.targets}
    yield (name, "targets in gold", total, "")
    yield (name, "targets counted in the matrix, to gold", counted / total, "1.0")
    yield (name, "targets listed once, to counted", len(keys) / max(1, counted), "1.0")
    cells = sorted({*ours, *every})
    yield (name, "cells (report, level)", len(cells), "")
    yield (
        name,
        "cells with as many targets",
        _share(_count(ours.get(k)) == len(every.get(k, ())) for k in cells),
        "1.0",
    )
    yield (
        name,
        "cells with the same counts of every status",
        _share(_same(ours.get(k), every.get(k, ())) for k in cells),
        "",
    )
    moved = sum(_moved(ours.get(key), every.get(key, ())) for key in cells)
    yield (name, "targets under the right level and status", 1 - moved / total, ">= 0.95")
    yield (name, "medians within 0.01", _share(_near(ours.get(k), every.get(k, ())) for k in cells), ">= 0.95")


def _count(cell: Attainment | None) -> int:
    return cell.targets if cell else 0


def _statuses(gold: Sequence[Mapping[str, Any]]) -> Counter[str]:
    return Counter(str(one["status"]) for one in gold)


def _same(cell: Attainment | None, gold: Sequence[Mapping[str, Any]]) -> bool:
    wanted = _statuses(gold)
    return cell is not None and all(cell.count(status) == wanted[status] for status in STATUSES)


def _moved(cell: Attainment | None, gold: Sequence[Mapping[str, Any]]) -> int:
    """How many gold targets of a cell are not under their status."""
    wanted = _statuses(gold)
    return sum(max(0, wanted[status] - (cell.count(status) if cell else 0)) for status in STATUSES)


def _near(cell: Attainment | None, gold: Sequence[Mapping[str, Any]]) -> bool:
    known = [float(one["achievement"]) for one in gold if one.get("achievement") is not None]
    if not known:
        return cell is None or cell.median is None
    return cell is not None and cell.median is not None and abs(cell.median - median(known)) <= NEAR


def _share(held: Iterable[bool]) -> float:
    found = list(held)
    return sum(found) / max(1, len(found))


def _alignment() -> Iterator[Row]:
    """Invented pairs: how many that are the same stand together, and how many that stand together are the same."""
    for kind, lists in tomllib.loads(PAIRS.read_text("utf-8")).items():
        same, different = ([_together(_pair(*pair)) for pair in lists[name]] for name in ("same", "different"))
        name = f"pairs, {kind.replace('_', ' ')}"
        told = sum(same) + sum(different)
        yield (name, "same and different", len(same) + len(different), "")
        yield (name, "precision of alignment", sum(same) / max(1, told), ">= 0.9")
        yield (name, "recall of alignment", sum(same) / len(same), "")


def _together(pair: Pair) -> bool:
    return bool(align((pair.first, pair.second)))


def _pair(first: Sequence[str], second: Sequence[str]) -> Pair:
    return Pair(_target("a", *first), _target("b", *second))


def _target(report: str, level: Any, kind: Any, text: str) -> Target:
    return Target(
        report=report, project=report, place=0, id="1", level=level, text=text, target_raw="50", target_kind=kind,
        target=50.0, target_unit=None, actual_raw=None, actual_kind=None, actual=None, status="unknown",
        status_raw=None, status_basis=None, computed_status=None, achievement=None, evidence=Evidence(report, "", None),
    )  # fmt: skip


if __name__ == "__main__":
    main()
