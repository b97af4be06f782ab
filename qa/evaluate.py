"""A desk and questions with known answers → how many are answered rightly, quoted rightly, and refused rightly."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from extract.progress import progress_bar
from index.filters import Filters
from qa.answer import Citation
from qa.batch import answer_one
from qa.cite import SHORTEST
from qa.desk import Desk
from qa.gold import GoldQuestion
from qa.judge import Judgement, bare, judge
from qa.readers import Reader

SHOWN = 140
"""Characters of an answer in the list of wrong ones."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares, each 0 to 1; 1 where there is nothing to have a share of."""

    questions: int
    right: float
    """Of all: answered with facts and page, or refused where the report does not tell."""
    right_of_answerable: float
    facts: float
    page: float
    page_in_top5: float
    abstained_when_unanswerable: float
    wrongly_abstained: float
    quotes_verbatim: float


def evaluate(
    desk: Desk, questions: Sequence[GoldQuestion], reader: Reader, filters: Filters, file: str | None = None
) -> list[Judgement]:
    """Answer the questions and judge the answers; with ``file`` only what is quoted from it counts."""
    judgements = []
    with progress_bar("questions", doing="Answering") as advance:
        for done, gold in enumerate(questions, start=1):
            answer = answer_one(desk, reader, gold.question, filters=filters)
            judgements.append(judge(gold, answer, lambda one: stands(desk, one), file))
            if advance:
                advance(done, len(questions))
    return judgements


def figures_of(judgements: Sequence[Judgement]) -> Figures:
    """The shares of all judgements together."""
    answerable = [one for one in judgements if one.gold.answerable]
    others = [one for one in judgements if not one.gold.answerable]
    return Figures(
        questions=len(judgements),
        right=_share([one.right for one in judgements]),
        right_of_answerable=_share([one.right for one in answerable]),
        facts=_share([one.facts for one in answerable]),
        page=_share([one.page for one in answerable]),
        page_in_top5=_share([one.in_passages for one in answerable]),
        abstained_when_unanswerable=_share([not one.answer.answered for one in others]),
        wrongly_abstained=_share([not one.answer.answered for one in answerable], empty=0.0),
        quotes_verbatim=_part(sum(one.verbatim for one in judgements), sum(one.quotes for one in judgements)),
    )


def deliver_figures(judgements: Sequence[Judgement], *, json: bool, verbose: bool) -> None:
    """Print the figures, with ``verbose`` the questions that were not answered rightly too."""
    figures = asdict(figures_of(judgements))
    wrong = [
        {"question": one.gold.question, "fault": one.fault, "answer": one.answer.answer}
        for one in judgements
        if one.fault
    ]
    if json:
        _print_json({**figures, **({"wrong": wrong} if verbose else {})})
        return
    for one in wrong if verbose else ():
        sys.stdout.write(f"{one['fault']}: {one['question']}\n    {' '.join(one['answer'].split())[:SHOWN]}\n")
    for name, value in figures.items():
        sys.stdout.write(f"{name:28s} {value if isinstance(value, int) else f'{value:.3f}'}\n")


def stands(desk: Desk, citation: Citation) -> bool:
    """Whether a quote stands word for word in one text, row or cell on the page it names."""
    quote, long_enough = bare(citation.quote), len(citation.quote.split()) >= SHORTEST
    for passage in desk.finder.passages(citation.document):
        for piece in passage.pieces:
            here = [line for line in piece.lines if line.page == citation.page]
            if here and quote in bare(piece.text):
                cells = {bare(piece.text[line.start : line.end]) for line in here}
                if long_enough or quote in cells:
                    return True
    return False


def _print_json(data: object) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _share(values: Sequence[bool], empty: float = 1.0) -> float:
    return _part(sum(values), len(values), empty)


def _part(some: int, whole: int, empty: float = 1.0) -> float:
    return round(some / whole, 3) if whole else empty
