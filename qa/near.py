"""What is said instead of an answer: what is told of the question and what is not, and what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator

from qa.answer import Citation
from qa.asked import Asked, Term
from qa.evidence import AROUND
from qa.find import Found
from qa.phrases import Phrases
from qa.wording import units

WEIGHTY = 0.4
"""Weight from which a word of the question is worth naming."""
HELD = 0.65
"""How well the nearest must hold a word to speak of it."""
READ = 8
"""Best stretches of which none may hold a word that is said not to be told of."""
NAMED = 3
"""Words that are named, at most."""


def nothing(reports: int, phrases: Phrases) -> str:
    """That nothing was found, or that there is nothing to find anything in."""
    what = phrases.reports(several=reports != 1)
    return phrases.say("nothing_found" if reports else "nothing_read", what=what)


def nearest(found: Found, phrases: Phrases, *, several: bool) -> str:
    """That it is not told, what of it is, and the quote that comes nearest."""
    citation = found.chosen[0][1]
    quote = phrases.say("nearest", quote=citation.quote, place=_place(citation, phrases, several=several))
    return f"{_told_but(found, phrases, several=several)} {quote}"


def _told_but(found: Found, phrases: Phrases, *, several: bool) -> str:
    """What the reports speak of and what they do not, in the question's own words."""
    what = phrases.reports(several=several)
    best, terms = found.chosen[0][0], found.asked.terms
    told = [_is_told_of(term, found.asked) for term in terms]
    held = [term for term, value, tells in zip(terms, best.held, told, strict=True) if tells and value >= HELD]
    near = [max(stretch.held[place] for stretch in found.ranked[:READ]) for place in range(len(terms))]
    gone = [term for term, value, tells in zip(terms, near, told, strict=True) if tells and value <= AROUND]
    aspects = list(_aspects(found, phrases)) if not gone else []
    if gone:
        missing = phrases.say("lacks_words", words=_quoted(gone, phrases, "nor"))
    elif aspects:
        missing = phrases.say("lacks", aspects=phrases.listed(aspects, "nor"))
    if not held or not (gone or aspects):
        return _capital(phrases.say("not_told", what=what))
    return _capital(phrases.say("told_but", what=what, held=_quoted(held, phrases, "and"), missing=missing))


def _is_told_of(term: Term, asked: Asked) -> bool:
    """Whether a word says what the question is about, and not only what is asked of it, as "længe" does."""
    words = term.words.lower()
    return term.weight >= WEIGHTY and not any(units()[unit].asked.search(f"hvor {words}") for unit in asked.units)


def _aspects(found: Found, phrases: Phrases) -> Iterator[str]:
    """What the question asks for and the nearest does not show."""
    asked, signs = found.asked, found.chosen[0][0].signs
    if asked.asks("why"):
        yield phrases.aspects["why"]
    elif signs.shown < 1.0 or asked.expects:
        names = asked.units if "unit" in asked.expects else asked.expects[:1]
        yield from (phrases.aspects[name] for name in names if name in phrases.aspects)


def _quoted(terms: list[Term], phrases: Phrases, word: str) -> str:
    """The words as they were asked for, those that weigh most."""
    most = sorted(terms, key=lambda term: -term.weight)[:NAMED]
    return phrases.listed([f"“{term.words}”" for term in terms if term in most], word)


def _place(citation: Citation, phrases: Phrases, *, several: bool) -> str:
    section = phrases.say("section", section=citation.section_title) if citation.section_title else ""
    file = citation.file if several else ""
    return ", ".join(filter(None, (section, phrases.say("page", page=citation.page), file)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
