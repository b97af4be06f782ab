"""What is asked, opened once for any number of questions: an index folder, or reports in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import IndexUnusable
from extract.report import Report
from index.filters import Facts, facts_of
from qa.errors import NothingToAsk
from qa.spelling import Vocabulary

if TYPE_CHECKING:
    from index.encoders import Encoder
    from qa.ask import Finder


@dataclass(frozen=True, slots=True)
class Desk:
    """Reports that can be asked: where passages are found, which words they hold, and what is known of each."""

    finder: Finder
    known: Vocabulary
    reports: tuple[Facts, ...]


def desk_of_reports(reports: Sequence[Report], encoder: Encoder | None = None) -> Desk:
    """The desk of reports in memory; without an encoder they are searched by words alone."""
    from index.memory import MemoryIndex
    from index.passages import passages_of
    from qa.vocabulary import PassageVocabulary

    known = PassageVocabulary(passage for report in reports for passage in passages_of(report))
    return Desk(MemoryIndex(reports, encoder), known, tuple(map(facts_of, reports)))


def desk_of_index(folder: Path) -> Desk:
    """The desk of an index folder. Raises `IndexUnusable`, or `NothingToAsk` where there is none or it is empty."""
    from index.search import Searcher
    from qa.vocabulary import StoredVocabulary

    if not folder.is_dir():
        raise NothingToAsk(
            f"There is no library with an index in {folder.parent}.",
            'Name reports: qa ask "…" REPORT.pdf, or make a library: corpus add FOLDER',
        )
    searcher = Searcher.open(folder)
    try:
        _ = searcher.has_vectors
    except IndexUnusable as error:
        raise IndexUnusable(error.what, error.todo) from error
    reports = tuple(searcher.store.reports())
    if not reports:
        raise NothingToAsk("The library holds no report.", "Add some: corpus add FOLDER")
    return Desk(searcher, StoredVocabulary(searcher.store), reports)
