"""Files that retrieval is measured with: runs in TREC's form, judgements (qrels) as tab-separated values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extract.errors import CollectionUnreadable
from index.jsonl import numbered_lines

TAG = "puljelup"
"""The last column of our runs."""
UNIT = 1e-7
"""What scores in a run are rounded to."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What was found for a query: passages' ids and scores, best first."""

    query: str
    found: tuple[tuple[str, float], ...]


def run_text(rankings: Iterable[Ranking]) -> str:
    """A run: ``query Q0 passage rank score tag`` a line.

    Measuring programs rank by score and break ties in ways of their own; equal scores are therefore set apart by
    one `UNIT`, in the order of the ranking.
    """
    lines = []
    for ranking in rankings:
        above: int | None = None
        for rank, (passage, score) in enumerate(ranking.found, start=1):
            units = round(score / UNIT)
            above = units if above is None else min(units, above - 1)
            lines.append(f"{ranking.query} Q0 {passage} {rank} {above * UNIT:.7f} {TAG}")
    return "\n".join(lines) + "\n" if lines else ""


def read_run(path: Path) -> dict[str, dict[str, float]]:
    """The scores of passages by query; raises `FileMissing` or `CollectionUnreadable`."""
    run: dict[str, dict[str, float]] = {}
    for place, line in numbered_lines(path):
        columns = line.split()
        try:
            query, _, passage, _, score, _ = columns
            run.setdefault(query, {})[passage] = float(score)
        except ValueError as error:
            todo = "A run has six columns: query Q0 passage rank score tag."
            raise CollectionUnreadable(f"{path}, line {place}: not a line of a run.", todo) from error
    return run


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """The grades of passages by query; raises `FileMissing` or `CollectionUnreadable`.

    A line has three columns (query, passage, grade) or TREC's four; a first line of column names is passed over.
    """
    qrels: dict[str, dict[str, int]] = {}
    for place, line in numbered_lines(path):
        columns = line.split("\t") if "\t" in line else line.split()
        if len(columns) == 4:
            columns = [columns[0], *columns[2:]]
        try:
            query, passage, grade = columns
            qrels.setdefault(query, {})[passage] = int(float(grade))
        except ValueError as error:
            if place == 1 and len(columns) == 3:
                continue  # column names
            todo = "Judgements have three columns: query, passage, grade."
            raise CollectionUnreadable(f"{path}, line {place}: not a judgement.", todo) from error
    if not qrels:
        raise CollectionUnreadable(f"{path} holds no judgements.", "Write a line a judgement: query, passage, grade.")
    return qrels
