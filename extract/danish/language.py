"""The language of a text, for ``source.language``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

UNDETERMINED = "und"
_LEAST_LETTERS = 40
# Enough to be sure; taken from the whole text, since a report may begin with an English title page.
_SAMPLE = 6000
_SAMPLES = 6
_LANGUAGES = ("DANISH", "BOKMAL", "NYNORSK", "SWEDISH", "ENGLISH", "GERMAN", "FRENCH", "DUTCH", "FINNISH", "ICELANDIC")


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language, ``und`` where there is too little text."""
    sample = _sample(" ".join(text.split()))
    if sum(map(str.isalpha, sample)) < _LEAST_LETTERS:
        return UNDETERMINED
    language = _detector().detect_language_of(sample)
    return language.iso_code_639_1.name.lower() if language else UNDETERMINED


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    size, step = _SAMPLE // _SAMPLES, len(text) // _SAMPLES
    return " ".join(text[start : start + size] for start in range(0, step * _SAMPLES, step))


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder

    languages = [getattr(Language, name) for name in _LANGUAGES]
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
