"""The municipalities that take part at the end, from labels, tables and running text; a mere mention is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extract.danish.names import municipalities_in, municipality
from extract.metadata.candidates import Candidate
from extract.metadata.passages import Passage, Sentence, sentences_of
from extract.report import Region, Report, Table

GATE = re.compile(r"kommune|jobcent|deltag|medvirk|samarbejde", re.IGNORECASE)
_INITIAL = re.compile(
    r"oprindelig|begyndte\smed|startede\smed|fra\sstart(?:en)?\b|ved\sstart|bag\sansøgningen|i\sansøgningen|skrev\sunder|"
    r"var\sfra\sbegyndelsen|påbegyndt\smed|indledtes\smed",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:deltagende|medvirkende|tilbageværende|øvrige|nuværende|involverede|samarbejdende)\s(?:kommuner|jobcentre)\b[^.]{0,40}?(?:er|var|omfatter|:|,|udgøres\saf|blev|har\sværet)\s"
    r"|\b(?:kommuner(?:ne)?|jobcentre(?:ne)?)\s(?:i\sprojektet\s)?(?:er|var|har\sværet)\s(?=[A-ZÆØÅ])"
    r"|\bprojektkommuner(?:ne)?\b[^.]{0,30}?(?:er|var|:)?\s"
    r"|\bhar\s(?:deltaget|medvirket|været\smed)\b[^.]{0,30}(?:først\stil\ssidst|hele\s(?:vejen|perioden|projektperioden))"
    r"|\bhar\s(?:deltaget|medvirket)\si\sprojektet\b|\bdeltager\si\sprojektet\b|\bdeltog\si\sprojektet\b"
    r"|\b(?:projektet|indsatsen|forsøget)\b[^.]{0,60}?(?:gennemført|gennemføres|afprøvet|foregået|forankret|udført|kørt)[^.]{0,60}?\b(?:i|af|med|hos)\s",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:i\s(?:tæt\s)?samarbejde\smed|samarbejdet?\smed|samarbejder\smed|sammen\smed|partnerskab\smed|"
    r"(?:samarbejd\w*|partnerskab)\smellem)\b(?=[^.]*(?:kommune|jobcent))[^.A-ZÆØÅ]{0,60}",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"dialog\smed|sammenlign|takket\sja|interesse|interview|besøg\si|konference|workshop|kontrolgruppe|referencekommune|"
    r"andre\skommuner|øvrige\slandet|ikke\sdeltag|baggrund|tidligere\sprojekt|nævnt|fx\b|f\.eks\.|for\seksempel|naboprojekt",
    re.IGNORECASE,
)
_COUNT = re.compile(r"i\salt|total|samlet|hele\slandet|gennemsnit|øvrige|sum|alle", re.IGNORECASE)
FEWEST_ROWS = 2


def participants(report: Report, found: tuple[Passage, ...]) -> Iterator[Candidate]:
    """Candidates for the fields municipalities (at the end) and initial (at the start)."""
    for sentence in sentences_of(found, GATE):
        yield from _of_sentence(sentence)
    yield from _of_tables(report)


def named(text: str) -> tuple[str, ...]:
    """The municipalities of a text, each once, in order."""
    return tuple(dict.fromkeys(mention.name for mention in municipalities_in(text)))


def _of_sentence(sentence: Sentence) -> Iterator[Candidate]:
    text = sentence.text
    names = named(text)
    if not names or sentence.passage.role in ("learnings", "embedding", "appendix"):
        return
    if _INITIAL.search(text):
        if len(names) > 1 and re.search(r"kommuner|jobcentre", text, re.IGNORECASE):
            yield Candidate("initial", names, 6.0, sentence.regions())
        return
    strong = _STRONG.search(text)
    together = _TOGETHER.search(text)
    if _NOT.search(text) or not (strong or together):
        return
    listed = _list_at(text, (strong or together).end() if (strong or together) else 0)  # type: ignore[union-attr]
    names = named(listed) or (_list_before(text, strong.start()) if strong else ())
    if not names:
        return
    early = 1.5 * (0.4 - sentence.passage.place) if sentence.passage.place > 0.4 else 0.0
    single = -2.0 if len(names) == 1 else 0.0
    yield Candidate("municipalities", names, (7.5 if strong else 7.0) + early + single, sentence.regions())


def _list_at(text: str, start: int) -> str:
    """The enumeration of municipalities that follows an offset closely."""
    mentions = [mention for mention in municipalities_in(text) if mention.start >= start]
    if not mentions or mentions[0].start - start > 40:
        return ""
    end = mentions[0].end
    for mention in mentions[1:]:
        if not re.fullmatch(
            r"\s*(?:\([^)]*\))?\s*(?:Kommune)?,?\s*(?:og|samt|,)?\s*(?:[\wæøå]+\s(?:i\s)?)?", text[end : mention.start]
        ):
            break
        end = mention.end
    return text[mentions[0].start : end]


def _list_before(text: str, end: int) -> tuple[str, ...]:
    """The enumeration that ends where a phrase such as "har deltaget fra først til sidst" begins."""
    head = text[:end].rstrip()
    mentions = municipalities_in(head)
    tail = head[mentions[-1].end :].strip() if mentions else "x"
    return named(head) if tail in ("", "Kommune", "Kommuner", "kommuner") else ()


def _of_tables(report: Report) -> Iterator[Candidate]:
    """Tables with one row, or one column, a municipality; the list that most of them have is the best."""
    lists: list[tuple[tuple[str, ...], tuple[Region, ...]]] = []
    for table in report.tables:
        if table.role in ("measures", "indicators", "other"):
            names = _of_rows(table) or _of_columns(table)
            if len(names) >= FEWEST_ROWS:
                lists.append((names, table.regions[:1]))
    counts = Counter(frozenset(names) for names, _ in lists)
    for names, regions in lists:
        yield Candidate("municipalities", names, 6.0 + 0.3 * min(3, counts[frozenset(names)]), regions)


def _of_rows(table: Table) -> tuple[str, ...]:
    labels = [row[0].strip() for row in table.rows if row and row[0].strip() and not _COUNT.match(row[0])]
    towns = [town.name for label in labels if (town := municipality(label))]
    return tuple(dict.fromkeys(towns)) if labels and len(towns) >= 0.8 * len(labels) else ()


def _of_columns(table: Table) -> tuple[str, ...]:
    labels = [name.split(" / ")[0].strip() for name in table.columns[1:] if not _COUNT.match(name)]
    towns = [town.name for label in labels if (town := municipality(label))]
    return tuple(dict.fromkeys(towns)) if labels and len(towns) >= 0.8 * len(labels) else ()
