"""Where what a report says of itself stands: the budget, the municipalities that left, its statements; as quotes."""

from __future__ import annotations

from collections.abc import Iterator

from extract.danish.words import sentences
from extract.quotes import FEWEST_WORDS, quote_block, quote_lines
from extract.report import Dropout, Embedding, Learning, Quote, Report
from index.facts import stated_facts


def fact_quotes(report: Report, fields: frozenset[str]) -> dict[str, tuple[Quote, ...]]:
    """The quotes that facts of the metadata were read from, by field (``budget``, ``dropouts``); without empty ones."""
    found = {}
    for fact, section, pieces in stated_facts(report):
        if fact.field in fields:
            held = (quote_lines(piece.text, piece.lines, (0, len(piece.text)), section) for piece in pieces)
            found[fact.field] = tuple(quote for quote in held if quote)
    return found


def quote_of_dropout(left: Dropout, quotes: tuple[Quote, ...]) -> Quote | None:
    """The quote that names the municipality, best with its reason, then on its page; ``None`` where none names it."""
    page = left.region.page if left.region else None
    naming = [quote for quote in quotes if left.name in quote.quote]
    return min(naming, key=lambda one: (not (left.reason and left.reason in one.quote), one.page != page), default=None)


def quote_of_statement(report: Report, said: Learning | Embedding) -> Quote | None:
    """The statement word for word as it stands in one block; of one that runs over several, its first sentence."""
    blocks = [block for section in report.sections if section.id == said.section for block in section.blocks]
    for words in _stretches(said.text):
        for block in blocks:
            start = block.text.find(words)
            quote = quote_block(block, start, start + len(words), said.section) if start >= 0 else None
            if quote:
                return quote
    return None


def _stretches(text: str) -> Iterator[str]:
    """The text, then each of its sentences that is long enough to be quoted."""
    yield text
    for start, end in sentences(text):
        if len(text[start:end].split()) >= FEWEST_WORDS:
            yield text[start:end].strip()
