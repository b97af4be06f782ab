"""A question and reports → an answer: the sentences and figures that say it, quoted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from extract.report import Report
from index.filters import Filters
from index.memory import MemoryIndex
from index.passages import passages_of
from index.search import Hit
from qa import answer as nouns
from qa.abstain import is_enough, nearest
from qa.analyse import analyse
from qa.answer import Answer
from qa.cite import citations_of
from qa.compose import reply_of
from qa.evidence import stretches
from qa.question import read_question
from qa.spelling import Vocabulary
from qa.vocabulary import PassageVocabulary

if TYPE_CHECKING:
    from index.encoders import Encoder

READ = 15
"""Passages that are read for an answer."""
NOTHING_FOUND = "Det kan ikke læses i {what}: ingen af spørgsmålets ord står der."
NOTHING_READ = "Det kan ikke læses i {what}: der er ingen tekst at søge i."


class Finder(Protocol):
    """What passages are found in: an index folder, or reports in memory."""

    def search(self, query: str, *, top: int = 10, filters: Filters | None = None) -> list[Hit]:
        """The best passages, best first."""


def ask(question: str, reports: Sequence[Report], top: int = 5, encoder: Encoder | None = None) -> Answer:
    """Answer from reports in memory; without an encoder they are searched by words alone."""
    known = PassageVocabulary(passage for report in reports for passage in passages_of(report))
    return answer_from(question, MemoryIndex(reports, encoder), known, top=top, reports=len(reports))


def answer_from(
    question: str, finder: Finder, known: Vocabulary, *, top: int = 5, reports: int = 1, filters: Filters | None = None
) -> Answer:
    """Answer from the passages that a finder gives, with the ``top`` best of them."""
    said = read_question(question)
    asked = analyse(said, known)
    hits = finder.search(asked.query, top=max(READ, top), filters=filters)
    ranked = stretches(asked, hits)
    chosen = citations_of(ranked)
    candidates = tuple(_candidate(hit) for hit in hits[:top])
    what = "rapporten" if reports == 1 else "rapporterne"
    if chosen and not is_enough(asked, ranked, chosen[0][0]):
        return Answer(said, False, nearest(what, chosen[0][1]), "none", (), candidates)
    if not chosen:
        reply = (NOTHING_FOUND if reports else NOTHING_READ).format(what=what)
        return Answer(said, False, reply, "none", (), candidates)
    citations = tuple(citation for _, citation in chosen)
    return Answer(said, True, reply_of(chosen, several=reports > 1), "extractive", citations, candidates)


def _candidate(hit: Hit) -> nouns.Candidate:
    passage, pages = hit.passage, hit.passage.pages
    return nouns.Candidate(
        passage.id, passage.document, passage.file, passage.section, passage.section_title, pages[0], pages,
        passage.kind, passage.text, round(hit.score, 4),
    )  # fmt: skip
