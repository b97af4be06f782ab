"""Whom the project is for: primary and secondary target groups, from labels and running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.metadata.candidates import Candidate
from extract.metadata.passages import Passage, sentences_of

GATE = re.compile(r"målgrupp", re.IGNORECASE)
_IS = (
    r"(?:er\s(?:mere\s(?:konkret|specifikt)\s|således\s|defineret\ssom\s|afgrænset\stil\s)?|var\s|består\saf\s|bestod\saf\s|"
    r"omfatter\s|omfattede\s|udgøres\saf\s|har\sværet\s|defineres\ssom\s)"
)
_GROUP = r"målgruppe(?:n|r|rne)?"
_FOR = r"(?:\s(?:for|i)\s(?:projektet|indsatsen|forløbet|[A-ZÆØÅ]\w+))?"
_PRIMARY = re.compile(
    rf"(?:\b(?:den|projektets|indsatsens)\sprimære\s{_GROUP}{_FOR}|^\W*(?:projektets\s|indsatsens\s)?{_GROUP}{_FOR}|\bprojektets\s{_GROUP})\s{_IS}(?:henholdsvis\s)?(?P<who>.+)",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\b(?:projektet|indsatsen|forløbet|tilbuddet)\s(?:er\s|har\sværet\s|var\s)?(?:henvender\ssig\s(?:\w+\s){0,3}?til|rettet\s(?:mod|sig\smod)|målrettet|retter\ssig\s(?:\w+\s){0,3}?mod)\s(?P<who>.+)",
    re.IGNORECASE,
)
_SECONDARY = re.compile(
    rf"\bsekundære?\s{_GROUP}{_FOR}\s{_IS}(?:henholdsvis\s|både\s|dels\s)?(?P<who>.+)", re.IGNORECASE
)
_SECONDARY_LAST = re.compile(
    rf"^(?P<who>.+?)\s(?:er|udgør|var)\s(?:(?:sammen\smed|ligesom)\s(?P<more>.+?)\s)?(?:projektets\s|de\s|en\s|den\s|indsatsens\s)?sekundære?\s{_GROUP}",
    re.IGNORECASE,
)
_END = re.compile(
    r",?\s(?:jf\.?|se\s(?:tabel|afsnit|kapitel|bilag)|som\sbeskrevet)(?=\s).*$|[.;]\s*$|\s\([^)]*(?:tabel|jf\.)[^)]*\)"
)
_LETTERED = re.compile(r"(?:^|[\s.])(?:[A-H][.)]|[1-9][.)]|[•·–-])\s+(?=[A-ZÆØÅa-zæøå])")
_COMMA_LIST = re.compile(r",\s|\s(?:samt|og)\s")
_MODIFIED = re.compile(r"\s(?:i|på|med|under|over|fra|til|hos|for|ved|af|mellem|uden)\s|,\s(?:der|som|hvor)\s")
_PLURAL = re.compile(r"(?:ere|er|erne|ene|linge|inge|folk|ledige)$")
_OPENER = re.compile(r"^(?:henholdsvis|dels|både|de|den|det)\s+(?=[a-zæøå])", re.IGNORECASE)


def target_groups(found: tuple[Passage, ...]) -> Iterator[Candidate]:
    """Candidates for the fields primary (a text) and secondary (a tuple of texts)."""
    for sentence in sentences_of(found, GATE):
        if sentence.passage.role in ("learnings", "embedding", "appendix"):
            continue
        text, factor = sentence.text, 1.0 - 0.5 * sentence.passage.place
        secondary = _SECONDARY.search(text)
        last = _SECONDARY_LAST.search(text)
        if secondary:
            yield Candidate("secondary", groups_of(secondary.group("who")), 6.5 * factor, sentence.regions())
        elif last:
            groups = (*groups_of(last.group("who")), *groups_of(last.group("more") or ""))
            yield Candidate("secondary", groups, 6.0 * factor, sentence.regions())
        elif primary := _PRIMARY.search(text):
            named = 6.5 if "primær" in text.lower() else 5.5
            yield Candidate("primary", group_of(primary.group("who")), named * factor, sentence.regions())
    for sentence in sentences_of(found, re.compile("henvend|ret", re.IGNORECASE)):
        aimed = _AIMED.search(sentence.text)
        if aimed and sentence.passage.place < 0.4:
            yield Candidate("primary", group_of(aimed.group("who")), 3.5, sentence.regions())


def group_of(text: str) -> str:
    """One group as it stands in a list: with a capital, without what points elsewhere and without an article."""
    bare = _OPENER.sub("", _END.sub("", text.strip()).strip()).strip(" ,.;:")
    return bare[:1].upper() + bare[1:]


def groups_of(text: str) -> tuple[str, ...]:
    """The groups of a text: items with letters, figures or bullets, else an enumeration."""
    text = _END.sub("", text.strip()).strip()
    if not text:
        return ()
    marks = list(_LETTERED.finditer(text))
    if marks and marks[0].start() == 0:
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        return tuple(group_of(text[mark.end() : end + 1]) for mark, end in zip(marks, ends, strict=True))
    if ";" in text:
        return tuple(group_of(part) for part in text.split(";") if part.strip())
    return tuple(group_of(part) for part in _enumerated(text) if part.strip())


def _enumerated(text: str) -> list[str]:
    """An enumeration's parts: "og" parts groups where each side says more than a bare noun."""
    parts: list[str] = []
    at = 0
    for joint in _COMMA_LIST.finditer(text):
        left, right = text[at : joint.start()], text[joint.end() :]
        if _parts(left, joint.group().strip(), right):
            parts.append(left)
            at = joint.end()
    parts.append(text[at:])
    return parts


def _parts(left: str, joint: str, right: str) -> bool:
    """Whether a joint parts two groups and not two nouns of one ("ledere og kolleger på arbejdspladserne")."""
    if re.match(r"(?:der|som|hvor|hvis|og|samt|herunder|fx|bl\.a\.)\b", right) or (
        left.endswith("-") or not left.strip()
    ):
        return False
    if joint == "samt":
        return True
    if re.search(r",\s(?:der|som|hvor)\s", left):
        return joint == "og" and bool(
            re.match(r"(?:de|den|[\wæøå]+(?:er|ere|ne|s))\s(?:i|på|med|der|[\wæøå]+er)", right)
        )
    if joint == ",":
        return not _MODIFIED.search(right) or bool(_MODIFIED.search(left)) or ", " in right or " " not in left.strip()
    if _PLURAL.search(left) and not _MODIFIED.search(f" {right} ") and " " not in left.strip():
        return True
    ownership = re.match(r"[\wæøå]+(?:nes|ernes|ens|ets)\s", right)
    return bool(_MODIFIED.search(f" {left}") or ownership or (" " not in left.strip() and " " not in right.strip()))
