"""The words by which the audit knows a total, a percentage, an average, a count of goals …, from its data files."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_EDGE = r"(?<!\w)"
_FOLDER = Path(__file__).parents[1] / "danish" / "data"


def matches(name: str, text: str) -> bool:
    """Whether one of the terms stands in the text as whole words; terms may end in ``*`` for any ending."""
    return pattern(name).search(text) is not None


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The terms of a name as one expression, longest first; ``*`` is any letters, ``^`` and ``$`` the ends."""
    terms = sorted(_terms()[name], key=len, reverse=True)
    # The edge of a word is looked for once for all terms: a third of the time that it takes in front of each.
    words = [_expression(term).removeprefix(_EDGE) for term in terms if re.match(r"\^?\w", term)]
    rest = [_expression(term) for term in terms if not re.match(r"\^?\w", term)]
    return re.compile("|".join([*([f"{_EDGE}(?:{'|'.join(words)})"] if words else []), *rest]), re.IGNORECASE)


@cache
def _terms() -> dict[str, list[str]]:
    files = sorted(_FOLDER.glob("audit_*.toml"))
    return {name: table["terms"] for file in files for name, table in tomllib.loads(file.read_text("utf-8")).items()}


def _expression(term: str) -> str:
    start = "^" if term.startswith("^") else _EDGE if re.match(r"\w", term) else ""
    end = "$" if term.endswith("$") else r"(?!\w)" if re.search(r"\w$", term) else ""
    body = re.escape(term.strip("^$")).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return f"{start}{body}{end}"
