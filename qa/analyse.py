"""A question → what it asks for: kinds, units, names, and terms with what may stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from extract.danish.lexicon import Lexicon
from extract.danish.names import municipalities_in, municipality
from index.analysis import analyser
from qa.asked import Asked, Term
from qa.expected import expected
from qa.rarity import rarity
from qa.spelling import Vocabulary, mend
from qa.wording import Phrase, english, fact_words, kinds, synonyms, units

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_TARGET = re.compile(r"\b([A-ZÆØÅ]{1,2}\s?\d{1,2}(?:\.\d{1,2})?)\b")
_COUNTED = re.compile(
    r"\b(?:hvor ?mange|hvor stor (?:en )?(?:andel|del)|antal(?:let)?|andel(?:en)?|procent(?:del|en)?|pct\.?)\s+"
    r"(?:(?:procent|pct\.?|af|de|den|det|disse|forskellige|nye|øvrige|kroner|kr\.?)\s+)*([^\W\d_]+)"
)
_ENGLISH = re.compile(
    r"\b(what|why|when|who|which|how|where|did|does|was|were|the|is|are|of|many|has|have|municipalit(y|ies)|on|with|and|from|by|spent|their|there)\b"
)
FRAME = 0.1
"""What a word weighs that says what is asked for and not what about."""
LEAST = 0.25
"""What the commonest content word weighs; the rarest weighs 1."""


def analyse(question: str, known: Vocabulary) -> Asked:
    """What the question asks for; ``known`` are the words of the reports, by which misspelt ones are mended."""
    in_english = is_english(question)
    danish = _translated(question.lower()) if in_english else question
    mended = dict(_mended(danish, known))
    query = _WORD.sub(lambda match: mended.get(match.group(), match.group()), danish)
    lower = f"{question.lower()} {query.lower()}" if query != question else query.lower()
    towns = _towns(query)
    asks = tuple(name for name, wording in kinds().items() if wording.search(lower))
    measured = tuple(name for name, unit in units().items() if unit.asked.search(lower))
    foreign = _untranslated(danish, known) if in_english else frozenset()
    targets = tuple(dict.fromkeys(found.replace(" ", "") for found in _TARGET.findall(query)))
    return Asked(
        question=question,
        query=query,
        meant=question if in_english else query,
        kinds=asks,
        units=measured,
        terms=tuple(term for term in _terms(query, towns) if term.words not in foreign),
        municipalities=tuple(dict.fromkeys(towns.values())),
        targets=targets,
        expects=expected(lower, asks, measured),
        facts=tuple(name for name, wording in fact_words().items() if wording.search(lower)),
        mended=tuple(mended.items()),
    )


def is_english(question: str) -> bool:
    """Whether the question is in English: two of its commonest words, and more than of Danish ones."""
    return len(_ENGLISH.findall(question.lower())) >= 2 and not re.search(r"\b(hv\w+|og|er|på|til)\b|[æøå]", question)


def _translated(question: str) -> str:
    """The question with Danish words in place of those of the glossary, longest phrases first."""
    return _glossary().sub(lambda match: english()[match.group()], question)


@cache
def _glossary() -> re.Pattern[str]:
    """All phrases at once: what is Danish already is not taken for English again."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(english(), key=len, reverse=True)))})\b")


def _untranslated(translated: str, known: Vocabulary) -> frozenset[str]:
    """The English words that the glossary has left and the reports do not hold: nothing can be told by them."""
    danish = {word for said in english().values() for word in said.split()}
    return frozenset(word for word in _WORD.findall(translated) if word not in danish and not known.holds(word))


def _mended(question: str, known: Vocabulary) -> Iterator[tuple[str, str]]:
    danish = Lexicon()
    for word in dict.fromkeys(_WORD.findall(question)):
        better = mend(word, known, danish, _frame()) if not municipality(word) else word.lower()
        if better != word.lower():
            yield word, better


def _towns(query: str) -> Mapping[str, str]:
    """The municipalities named, by the word as it stands; a name in small letters counts where it is no word."""
    found = {query[m.start : m.end].lower(): m.name for m in municipalities_in(query)}
    for word in _WORD.findall(query):
        town = municipality(word)
        if town is not None and (not town.word or word[0].isupper()):
            found.setdefault(word.lower(), town.name)
    return found


def _terms(query: str, towns: Mapping[str, str]) -> Iterator[Term]:
    here = analyser()
    counted = {word for found in _COUNTED.findall(query.lower()) for word in here.words(found)}
    names = {*_names(query), *(found.replace(" ", "").lower() for found in _TARGET.findall(query))}
    words = [word for word in here.words(query) if here.fields(word)[0]]
    stems = {word: frozenset(here.split(word)[0]) for word in words}
    asked: Phrase = frozenset().union(*stems.values()) if stems else frozenset()
    phrases = [phrase for group in synonyms() for phrase in group if len(phrase) > 1 and phrase <= asked]
    taken: set[str] = set()
    for phrase in dict.fromkeys(phrases):
        held = [word for word in words if stems[word] & phrase]
        taken |= set(held)
        weight = max(_weight(word) for word in held)
        yield Term(" ".join(held), phrase, frozenset(), _others(phrase), weight, counted=bool(counted & set(held)))
    for word in dict.fromkeys(words):
        if word in taken or not here.content(word):
            continue
        parts = frozenset(here.split(word)[1])
        town = towns.get(word) or next((name for form, name in towns.items() if word in form.split()), None)
        named = bool(town) or word in names
        weight = 1.0 if named else FRAME if word in _frame() else _weight(word)
        others = () if named else _others(stems[word])
        yield Term(word, stems[word], parts, others, weight, entity=named, counted=word in counted)


def _names(query: str) -> Iterator[str]:
    """Words with a capital inside the question that Danish does not have in small letters."""
    danish = Lexicon()
    for found in list(_WORD.finditer(query))[1:]:
        word = found.group()
        if word[0].isupper() and not danish.knows(word.lower()):
            yield from analyser().words(word)


def _others(phrase: Phrase) -> tuple[Phrase, ...]:
    found = [other for group in synonyms() if phrase in group for other in group if other != phrase]
    return tuple(dict.fromkeys(found))


def _weight(word: str) -> float:
    return LEAST + (1 - LEAST) * rarity(word)


@cache
def _frame() -> frozenset[str]:
    lines = Path(__file__).with_name("data").joinpath("frame_words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
