"""Characters as the output wants them: NFC, ligatures expanded, one kind of hyphen, one kind of space."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

SOFT = "\u00ad"
"""The soft hyphen. Some fonts draw it as an ordinary one, so it is judged like a hyphen at a line's end."""

_LIGATURES = {
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st",
}  # fmt: skip
# U+0002 and U+FFFE are what PDFium and other text layers give for a hyphen at a line's end.
_HYPHENS = dict.fromkeys(("\u2010", "\u2011", "\u0002", "\ufffe"), "-")
_SPACES = dict.fromkeys(("\u00a0", "\u202f", "\u2007"), " ")
_NOTHING = dict.fromkeys(("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\uffff"), "")
_CONTROLS = {chr(code): " " for code in (*range(2), *range(3, 32), *range(127, 160))}
_TABLE = str.maketrans(_CONTROLS | _LIGATURES | _HYPHENS | _SPACES | _NOTHING)
_ODD = re.compile("[" + re.escape("".join(map(chr, _TABLE))) + "]")


def tidy(text: str) -> str:
    """NFC text with ligatures expanded, hyphens and spaces of one kind, white space folded to one space.

    Soft hyphens stay: what they mean depends on the words beside them.
    """
    if _ODD.search(text):
        text = text.translate(_TABLE)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return " ".join(text.split())
