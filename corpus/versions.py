"""Which reports are versions of one another: the same evaluation of the same project, printed again.

A midterm evaluation and the final one are two reports, and so are the notes of two years; a draft and the final print,
or a print with corrections, are one report in two versions.
"""

from __future__ import annotations

import re
import unicodedata

from extract.report import Metadata

_PRINT = re.compile(
    r"\b(?:(?:foreløbig|endelig|revideret|opdateret|korrigeret|rettet|ny|1|2|3|første|anden|tredje)\.?\s+)?"
    r"(?:udgave|version|udkast|kladde|høringsversion|arbejdsversion|draft|final|v)\b[\s.:]*(?:\d+(?:[.,]\d+)*)?"
    r"|\b(?:foreløbigt?|endeligt?|reviderede?t?|opdateret|korrigeret|rettet)\b",
)
"""What a title says of the print and not of what is evaluated."""
_NUMBER = re.compile(r"\d+")


def version_key(about: Metadata) -> str | None:
    """What two versions of a report have in common: kind, title, project or grantee, evaluator, pool year and period.

    ``None`` where the report says too little of itself to be told from another project's.
    """
    whose = about.project or about.grantee
    if not whose or not about.title:
        return None
    period = about.period
    parts = (
        about.kind, _plain(_PRINT.sub(" ", about.title.casefold())), _plain(whose), _plain(about.evaluator or ""),
        str(about.pool.year or "") if about.pool else "", period.start or "" if period else "",
    )  # fmt: skip
    return "|".join(parts)


def print_order(version: str | None, published: str | None, added_at: str) -> tuple[tuple[int, ...], str, str]:
    """Sorts versions from old to new: by the version's number, else by the date of publication, else as added."""
    draft = bool(version and re.search(r"udkast|kladde|draft|høring", version, re.IGNORECASE))
    numbers = tuple(int(n) for n in _NUMBER.findall(version or ""))
    return ((-1,) if draft else numbers, published or "", added_at)


def _plain(text: str) -> str:
    """Letters and digits alone, so that a line break or a dash makes no difference."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(words)
