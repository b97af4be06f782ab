"""A question and reports → an answer: the passages that fit best, quoted."""

from __future__ import annotations

from collections.abc import Sequence

from extract.report import Report
from index.lexical import LexicalIndex
from index.passage import Passage
from index.passages import passages_of
from qa import answer as nouns
from qa.answer import Answer, Citation
from qa.cite import cite, weights
from qa.question import read_question

QUOTED = 3
"""Passages that are quoted, at most."""
NOTHING_FOUND = "Det kan ikke læses i {what}: ingen af spørgsmålets ord står der."
NOTHING_READ = "Det kan ikke læses i {what}: der er ingen tekst at søge i."
ANSWER_WORDS = 60


def ask(question: str, reports: Sequence[Report], top: int = 5) -> Answer:
    """Answer from the sections of the reports with the ``top`` best passages and quotes from the first of them."""
    asked = read_question(question)
    passages = [passage for report in reports for passage in passages_of(report)]
    ranked = LexicalIndex.of([passage.searched for passage in passages]).search(asked, top)
    found = [(passages[number], score) for number, score in ranked]
    wanted = weights(asked, passages)
    cited = (cite(passage, score, wanted) for passage, score in found)
    citations = tuple(dict.fromkeys(filter(None, cited)))[:QUOTED]
    candidates = tuple(_candidate(passage, score) for passage, score in found)
    if not citations:
        what = "rapporten" if len(reports) == 1 else "rapporterne"
        reply = (NOTHING_FOUND if passages else NOTHING_READ).format(what=what)
        return Answer(asked, False, reply, "none", (), candidates)
    return Answer(asked, True, _reply(citations[0], len(reports)), "extractive", citations, candidates)


def _candidate(passage: Passage, score: float) -> nouns.Candidate:
    pages = passage.pages
    return nouns.Candidate(
        passage.id, passage.document, passage.file, passage.section, passage.section_title, pages[0], pages,
        passage.kind, passage.text, round(score, 4),
    )  # fmt: skip


def _reply(best: Citation, reports: int) -> str:
    """The best quote in a Danish sentence that says where it stands."""
    title = f"„{best.section_title}“" if best.section_title else ""
    number = best.section if best.section[:1].isdigit() else ""
    section = f"afsnit {number} {title}" if number else f"afsnittet {title}" if title else ""
    page = f"side {best.page}" + (f" i {best.file}" if reports > 1 else "")
    place = f"i {section.strip()} ({page})" if section else f"på {page}"
    words = best.quote.split()
    quote = " ".join(words[:ANSWER_WORDS]) + (" …" if len(words) > ANSWER_WORDS else "")
    return f"Det nærmeste svar står {place}: “{quote}”"
