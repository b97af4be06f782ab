"""The project's name, from the title and from running text that says "projektet …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from extract.metadata.candidates import Candidate, plain
from extract.metadata.passages import Passage, sentences_of
from extract.metadata.titles import project_names

GATE = re.compile(r"projekt|indsatsen|initiativet", re.IGNORECASE)
_QUOTED = re.compile(
    r"\b(?:projekt(?:et)?|puljeprojektet|udviklingsprojektet)\s[\"“”„»«](?P<name>[^\"“”„»«]{2,120})[\"“”«»]",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b[Pp]rojekt(?:et)?\s(?P<name>[A-ZÆØÅ][\w'’&-]*(?:\s(?:[A-ZÆØÅ0-9][\w'’&-]*|(?:til|i|og|på|for|af|med|en|et|den|det|ud|om)(?=\s[A-ZÆØÅ])))*)"
)
FEWEST_TIMES = 2
SHORTEST_SHOUT = 6
_NOT = re.compile(r"^(?:STAR|COWI|Danmark|I|Den|Det|De)$")


def projects(
    title: Candidate | None, found: tuple[Passage, ...], subtitled: Iterable[Candidate] = ()
) -> Iterator[Candidate]:
    """Candidates for the project's name; a name that title and text share outweighs all others.

    `subtitled` are names that other lines of the front tell; they count where the text knows them.
    """
    if title and isinstance(title.value, str):
        for one in project_names(title.value, title.regions, 6.0):
            quiet = _unshouted(str(one.value), found)
            if quiet:
                yield Candidate("project", quiet, one.weight, one.regions)
            shouted = isinstance(one.value, str) and one.value.isupper() and len(one.value) > 6
            yield Candidate("project", one.value, one.weight - (1.0 if shouted else 0.0), one.regions)
    text = " ".join(passage.text for passage in found if passage.role != "front")
    yield from (one for one in subtitled if re.search(rf"(?<!\w){re.escape(str(one.value))}(?!\w)", text))
    heading = plain(str(title.value)) if title else ""
    named: Counter[str] = Counter()
    first: dict[str, Candidate] = {}
    for sentence in sentences_of(found, GATE):
        for pattern, weight in ((_QUOTED, 7.0), (_NAMED, 5.0)):
            for match in pattern.finditer(sentence.text):
                name = match.group("name").strip(" .,")
                if _NOT.match(name):
                    continue
                named[name] += 1
                places = sentence.regions(match.start("name"), match.end("name"))
                late = 2.5 * max(0.0, sentence.passage.place - 0.2)
                first.setdefault(name, Candidate("project", name, weight - late, places))
    for name, candidate in first.items():
        shared = 1.5 if plain(name) in heading else 0.0
        if shared or candidate.weight >= 6.5 or named[name] >= FEWEST_TIMES:
            yield Candidate("project", name, candidate.weight + shared + min(1.0, 0.1 * named[name]), candidate.regions)


def _unshouted(name: str, found: tuple[Passage, ...]) -> str | None:
    """A name in capitals as running text writes it."""
    if not name.isupper() or len(name) < SHORTEST_SHOUT:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    words = (match.group() for passage in found for match in pattern.finditer(passage.text))
    return next((word for word in words if not word.isupper() and word[0].isupper()), None)
