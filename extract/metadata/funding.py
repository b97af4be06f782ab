"""Who paid: the pool with its year and finance-act account, the funder and the money, from running text.

Agencies and quoted pools are the entities of the spaCy pipeline; it runs over the few sentences that speak of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.danish.dates import accounts_in
from extract.danish.names import mentions_in
from extract.danish.nlp import pipeline
from extract.danish.registers import all_pools
from extract.metadata.candidates import Candidate
from extract.metadata.labels import BudgetKind
from extract.metadata.money import budget_in
from extract.metadata.organisations import bare_name, organisation_at
from extract.metadata.passages import Passage, Sentence, sentences_of

GATE = re.compile(
    r"pulje|støtte[tnr]?\b|finansi|bevil|tilskud|midler|donation|finanslov|§|kr\.|kroner|DKK", re.IGNORECASE
)
_QUOTED = re.compile(
    r"pulje[nr]?s?(?:midler(?:ne)?)?,?\s+(?:med\snavnet\s|kaldet\s|under\snavnet\s|til\s)?[\"“”„»«'](?P<name>[^\"“”„»«]{3,120})[\"“”«»]",
    re.IGNORECASE,
)
_PLAIN_NAME = re.compile(
    r"(?:[Pp]ulje[nr]?|[Aa]nsøgningspulje[nr]?)\s+(?P<name>[A-ZÆØÅ][^\"“”.,;:()]{3,110}?)"
    r"(?=\s*(?:[.,;:()]|$|\b(?:som|der|i\s\d{4}|fra|har|er|blev|under|hos|på|med\sen)\b))"
)
_PURPOSE = re.compile(
    r"(?P<name>\b[Pp]uljen?\s(?:til|om|for|vedrørende)\s[a-zæøå][^\"“”.,;:()§]{5,100}?)"
    r"(?=\s*(?:[.,;:()§]|$|\b(?:som|der|i\s\d{4}|fra|har|er|blev|under|hos|med\sen|på\s\d)\b))"
)
_HYPHEN = re.compile(r"[\"“”„»«'](?P<name>[^\"“”„»«]{3,110})[\"“”«»]-?pulje", re.IGNORECASE)
_YEAR = re.compile(r"[\"“”«»]?,?\s*(?:\(|fra\s|for\s|i\s|,)?\s?(?:(?:19|20)\d{2}-)?((?:19|20)\d{2})\b")
_SUPPORT = re.compile(
    r"(?:støttet|finansieret|bevilget|medfinansieret|administreret|administreres|bestyret|bestyres|forvaltet|forvaltes|udmøntet|udmøntes|udbudt|udbydes|"
    r"bevilliget|doneret|betalt)\s(?:økonomisk\s|delvist\s|fuldt\sud\s|primært\s)?af\s"
    r"|(?:støtte|tilskud|midler|bevilling|donation|tilsagn|puljemidler|finansiering|puljen|bevilget|modtaget|fået)\s(?:på\s[^;]{0,40}?\s|[^;]{0,30}(?:kr\.|kroner)\s)?fra\s(?-i:(?:den\s|det\s)?)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"projekt|pulje|indsats|initiativ|evaluering|støttet|bevilling", re.IGNORECASE)
_GRANTED = re.compile(r"bevil|tilsagn|tildelt|\bfå(?:et|r)\b|\bfik\b|modtag|givet|støtte|tilskud", re.IGNORECASE)
_APPLIED = re.compile(r"\b(?:an)?søgt", re.IGNORECASE)
_BUDGET = re.compile(
    r"bevilling|modtaget\s|\bfået\s|bevil[lg]|budget|tilskud|tilsagn|støtte|projektsum|søgt", re.IGNORECASE
)
_PART = re.compile(
    r"medfinansier|egenfinansier|forbrug|brugt|timer|pr\.\s(?:borger|deltager|forløb)|heraf|resten|besparelse|løn", re.I
)
MOST_SENTENCES = 40
PURPOSE_LESS = 2.0
"""Weight less for a pool that is only told by its purpose ("puljen til …")."""


def funding(found: tuple[Passage, ...]) -> Iterator[Candidate]:
    """Candidates for pool_name, pool_year, account, funder and budget."""
    for place, sentence in enumerate(sentences_of(found, GATE)):
        factor = 1.0 if sentence.passage.place < 0.4 or sentence.passage.pieces[0].block.type == "footnote" else 0.7
        yield from pool_in(sentence.text, sentence, 7.0 * factor)
        yield from _budget(sentence, factor)
        if place < MOST_SENTENCES:
            yield from _funder(sentence, factor)


def pool_in(text: str, sentence: Sentence | None, weight: float, *, whole: bool = False) -> Iterator[Candidate]:
    """A pool's name, year and account in a text; ``whole``: the text is a label's value and begins with the name."""
    regions = sentence.regions() if sentence else ()
    for account in accounts_in(text):
        yield Candidate("account", account.first or account.raw, weight, regions)
    match = _QUOTED.search(text) or _HYPHEN.search(text) or _PLAIN_NAME.search(text)
    name, end = (match.group("name"), match.end("name")) if match else _known(text)
    if not name and not whole and (purpose := _PURPOSE.search(text)):
        name, end = purpose.group("name"), purpose.end("name")
        name, weight = name[0].upper() + name[1:], weight - PURPOSE_LESS
    if not name and whole:
        begin = re.match(
            r"[\"“”„»«']?(?:[Pp]uljen?\s)?[\"“”„»«']?(?P<name>[^\"“”»«(,;]{3,140}(?:,(?!\s*\d{4})[^(,;]+)*)", text
        )
        name, end = (begin.group("name"), begin.end("name")) if begin else ("", 0)
    if not name:
        return
    name = re.sub(r"\s+(?:19|20)\d{2}(?:\s*-\s*(?:19|20)\d{2})?$", "", name.strip())
    if sentence:
        regions = sentence.regions(max(0, end - len(name)), end)
    yield Candidate("pool_name", bare_name(name), weight, regions)
    year = _YEAR.match(text, end) or re.search(r"\s()((?:19|20)\d{2})$", text[:end])
    if year:
        yield Candidate("pool_year", int(year.group(year.lastindex or 1)), weight, regions)


def _known(text: str) -> tuple[str, int]:
    """A pool of the register that stands in the text beside the word for a pool, and where it ends."""
    if "pulje" in text.lower():
        for pool in all_pools():
            at = text.find(pool.name)
            if at >= 0:
                return pool.name, at + len(pool.name)
    return "", 0


def _funder(sentence: Sentence, factor: float) -> Iterator[Candidate]:
    """Who is said to have supported the project or to administer its pool."""
    text = sentence.text
    match = _SUPPORT.search(text)
    if match is None or not _SUBJECT.search(text):
        return
    administers = bool(re.match(r"administr|forvalt|udmønt|udb", match.group(), re.IGNORECASE))
    for entity in pipeline()(text).ents:
        if entity.label_ == "AGENCY" and 0 <= entity.start_char - match.end() <= 30:
            name = next((m.name for m in mentions_in(entity.text, ("agency",))), entity.text)
            place = sentence.regions(entity.start_char, entity.end_char)
            yield Candidate("funder", name, (6.5 if administers else 7.0) * factor, place)
            return
    span = organisation_at(text, match.end())
    if span and re.search(r"[Ff]ond|[Mm]inister|[Ss]tyrelse|[Rr]egion|EU|pulje", text[slice(*span)]):
        yield Candidate("funder", bare_name(text[slice(*span)]), 6.0 * factor, sentence.regions(*span))


def _budget(sentence: Sentence, factor: float) -> Iterator[Candidate]:
    text = sentence.text
    if not _BUDGET.search(text) or _PART.search(text):
        return
    kind: BudgetKind = "granted" if _GRANTED.search(text) else "applied" if _APPLIED.search(text) else "unknown"
    budget = budget_in(text, kind)
    if budget:
        yield Candidate("budget", budget, 5.5 * factor, sentence.regions())
