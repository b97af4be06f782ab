"""What is said around quotes, in Danish or English, read from `qa/data/phrases.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from qa.texts import texts


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of one language."""

    texts: Mapping[str, str]
    aspects: Mapping[str, str]
    """What a report may leave untold, by what an answer had to show."""

    def say(self, name: str, **values: object) -> str:
        """A phrase with its gaps filled."""
        return self.texts[name].format(**values)

    def listed(self, words: Sequence[str], word: str = "and") -> str:
        """Words as an enumeration: A, B og C."""
        return f" {self.texts[word]} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))

    def reports(self, *, several: bool) -> str:
        """The report, or the reports."""
        return self.texts["many" if several else "one"]


@cache
def phrases(language: str) -> Phrases:
    """The phrases of ``da`` or ``en``."""
    held: Mapping[str, Any] = texts("phrases", language)
    return Phrases({name: text for name, text in held.items() if isinstance(text, str)}, held["aspects"])
