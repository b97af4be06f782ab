"""An answer and what is known of the right one → whether it is right, and in what it is not.

An answer is short: 120 words of it count, three citations, 80 words of a quote.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import normalize

from qa.answer import Answer, Citation
from qa.gold import GoldQuestion

ANSWER_WORDS, QUOTE_WORDS, CITATIONS, PASSAGES = 120, 80, 3, 5
_FIGURE = re.compile(r"[\d.,]+")
_SAME = str.maketrans({
    **dict.fromkeys("“”„»«\"’‘´`", "'"), **dict.fromkeys("–—‐‑−", "-"), "\u00ad": "",
})  # fmt: skip
Holding = Callable[[Citation], bool]
"""Whether a quote stands word for word where its citation says."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is right about an answer."""

    gold: GoldQuestion
    answer: Answer
    facts: bool
    """Whether all that has to be said is said, and some of it is quoted."""
    page: bool
    """Whether a page that holds the answer is cited."""
    in_passages: bool
    """Whether such a page is among the first passages."""
    quotes: int
    """Quotes that ought to hold; an answer without any counts as one."""
    verbatim: int
    """Those that do."""

    @property
    def right(self) -> bool:
        """Whether it is the answer, or says rightly that there is none."""
        if not self.gold.answerable:
            return not self.answer.answered
        return self.answer.answered and self.facts and self.page

    @property
    def fault(self) -> str:
        """What is wrong with it, in a few words; empty where it is right."""
        if self.right:
            return ""
        if not self.gold.answerable:
            return "answered, though the report does not tell"
        if not self.answer.answered:
            return "not answered"
        faults = ("" if self.facts else "facts missing", "" if self.page else "wrong page")
        return ", ".join(filter(None, faults))


def judge(gold: GoldQuestion, answer: Answer, holding: Holding, file: str | None = None) -> Judgement:
    """Judge an answer; with ``file`` only citations and passages of that file count."""
    cited = [one for one in answer.citations[:CITATIONS] if file in (None, one.file)]
    passages = [one for one in answer.passages[:PASSAGES] if file in (None, one.file)]
    quoted = " \n ".join(_first(one.quote, QUOTE_WORDS) for one in cited)
    said = f"{_first(answer.answer, ANSWER_WORDS)} \n {quoted}"
    all_said = all(any(states(said, fact) for fact in group) for group in gold.facts)
    some_quoted = any(states(quoted, fact) for group in gold.facts for fact in group)
    return Judgement(
        gold=gold,
        answer=answer,
        facts=all_said and some_quoted,
        page=any(one.page in gold.pages for one in cited),
        in_passages=any(not gold.pages.isdisjoint((one.page, *one.pages)) for one in passages),
        quotes=max(1, len(cited)) if answer.answered else 0,
        verbatim=sum(map(holding, cited)) if answer.answered else 0,
    )


def states(text: str, fact: str) -> bool:
    """Whether a text states a fact: a figure by itself, also with zeros behind its comma; words in any case."""
    figure = fact.strip()
    if _FIGURE.fullmatch(figure):
        return re.search(rf"(?<![\d.,]){re.escape(figure)}(?:,0+)?(?![.,]?\d)", text) is not None
    return bare(fact) in bare(text)


def bare(text: str) -> str:
    """A text without case, white space and the many kinds of quotation marks and dashes."""
    return "".join(normalize("NFKC", text).translate(_SAME).lower().split())


def _first(text: str, words: int) -> str:
    return " ".join(text.split()[:words])
