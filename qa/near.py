"""What is said instead of an answer: that it is not told, what is told of it, and what comes nearest."""

from __future__ import annotations

from qa.find import Found

NOTHING_FOUND = "Det kan ikke læses i {what}: ingen af spørgsmålets ord står der."
NOTHING_READ = "Det kan ikke læses i {what}: der er ingen tekst at søge i."


def nothing(reports: int) -> str:
    """That nothing was found, or that there is nothing to find anything in."""
    return (NOTHING_FOUND if reports else NOTHING_READ).format(what=_what(several=reports != 1))


def nearest(found: Found, *, several: bool) -> str:
    """That it is not told, and the quote that comes nearest."""
    citation = found.chosen[0][1]
    place = f"afsnit {citation.section_title}, " if citation.section_title else ""
    file = f", {citation.file}" if several else ""
    return (
        f"Det fremgår ikke af {_what(several=several)}. Det nærmeste, der står, er: “{citation.quote}” "
        f"({place}side {citation.page}{file})."
    )


def _what(*, several: bool) -> str:
    return "rapporterne" if several else "rapporten"
