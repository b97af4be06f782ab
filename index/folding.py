"""One spelling for words that Danish writes in several: Aabenraa and Åbenrå, boern and børn, idé and ide."""

from __future__ import annotations

from unicodedata import combining, normalize

_LETTERS = str.maketrans({
    "æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th",
})  # fmt: skip


def fold(word: str) -> str:
    """The lower-case word with æ, ø and å as two letters each and without accents."""
    if word.isascii():
        return word
    folded = normalize("NFC", word).translate(_LETTERS)
    if folded.isascii():
        return folded
    return "".join(letter for letter in normalize("NFKD", folded) if not combining(letter))
