"""What is asked, opened once for any number of questions: an index folder, or reports in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract.errors import EncoderMissing
from extract.report import Report
from index.filters import Facts, facts_of
from qa.errors import NothingToAsk
from qa.find import Finder
from qa.likeness import Meanings
from qa.spelling import Vocabulary

if TYPE_CHECKING:
    from index.encoders import Encoder


@dataclass(frozen=True, slots=True)
class Desk:
    """Reports that can be asked: where passages are found, which words they hold, and what is known of each."""

    finder: Finder
    known: Vocabulary
    reports: tuple[Facts, ...]
    meanings: Meanings | None = None
    """What compares sentences with a question by their meaning; without an encoder nothing does."""
    unread: int = 0
    """Files that were named and could not be read."""


def desk_of_reports(reports: Sequence[Report], encoder: Encoder | None = None) -> Desk:
    """The desk of reports in memory; without an encoder they are searched by words alone."""
    from index.memory import MemoryIndex
    from qa.vocabulary import PassageVocabulary

    # Passages are found by words, and the best sentences in them weighed by their meaning: to encode whole passages
    # costs twenty times as much and finds no more in a single report.
    finder = MemoryIndex(reports, encoder)
    meanings = Meanings(encoder) if encoder else None
    return Desk(finder, PassageVocabulary(finder.every()), tuple(map(facts_of, reports)), meanings)


def desk_of_index(folder: Path) -> Desk:
    """The desk of an index folder. Raises `IndexUnusable`, or `NothingToAsk` where there is none or it is empty."""
    from index.encoders import load_encoder
    from index.search import Searcher
    from qa.vocabulary import StoredVocabulary

    if not folder.is_dir():
        raise NothingToAsk(
            f"There is no library with an index in {folder.parent}.",
            'Name reports: qa ask "…" REPORT.pdf, or make a library: corpus add FOLDER',
        )
    searcher = Searcher.open(folder, _encoder_at_hand)
    reports = tuple(searcher.store.reports())
    if not reports:
        raise NothingToAsk("The library holds no report.", "Add some: corpus add FOLDER")
    # Sentences are compared in meaning also where passages were never encoded.
    encoder = searcher.encoder if searcher.has_vectors else load_encoder()
    return Desk(searcher, StoredVocabulary(searcher.store), reports, Meanings(encoder) if encoder else None)


def _encoder_at_hand(name: str | None) -> Encoder | None:
    """The encoder an index was made with; without it, which is said, the index is searched by words alone."""
    from extract.deliver import say
    from index.encoders import load_encoder

    try:
        return load_encoder(name, fetch=False)
    except EncoderMissing as error:
        say(f"Searched by words alone, since the index's vectors are of another encoder. {error.what}")
        return None
