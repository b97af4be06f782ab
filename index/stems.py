"""Snowball stems of folded Danish words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def stem(word: str) -> str:
    """The stem of a folded word by the Danish Snowball rules (Porter 2001); æ, ø and å occur in none of its endings."""
    return _stemmer()(word)


@cache
def _stemmer() -> Callable[[str], str]:
    import Stemmer

    stem_word: Callable[[str], str] = Stemmer.Stemmer("danish").stemWord
    return stem_word
