"""What a text must be before the small engine may see it.

The engine is C without checks: its buffer holds four characters for each byte of input, it ends at a NUL, takes
letters and their loose accents for different things, and reads a text of any length to its end.
"""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 8192
"""Characters kept of a text; 512 tokens of Danish are some 2,000 characters."""
MAX_EXPANSION = 3
"""Characters that one character may become in the engine's normaliser; a character of one byte has room for four."""

_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


def cleaned(text: str) -> str:
    """The text as the engine may read it: at most `MAX_CHARACTERS`, composed, without NUL and lone surrogates.

    Characters whose compatibility form is longer than `MAX_EXPANSION` are written out, as the engine would do it.
    """
    kept = _NOT_TEXT.sub(" ", text[:MAX_CHARACTERS])
    if kept.isascii():
        return kept
    composed = unicodedata.normalize("NFC", kept)
    for character in {c for c in composed if len(_written_out(c)) > MAX_EXPANSION}:
        composed = composed.replace(character, _written_out(character))
    return composed[:MAX_CHARACTERS]


def _written_out(character: str) -> str:
    return unicodedata.normalize("NFKC", character)
