"""Names, codes and reasons of a comparison in the words of a reader, Danish or English."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.comparison import Reason
from corpus.measured import measure_name
from corpus.themes import theme_name
from corpus.wordlist import data
from extract.output import Locale
from index.stated import danish_date

_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}")
FILE = "comparison"
"""The data file of the words."""


@lru_cache(maxsize=4096)
def label(group: str, key: str, lang: Locale) -> str:
    """A word of a group of the data file; the key itself where there is none."""
    if group == "theme":
        return theme_name(key, lang.value)
    return str(data(FILE)[lang.value].get(group, {}).get(key, key))


def say(key: str, lang: Locale, **values: object) -> str:
    """A sentence for the reader."""
    return label("say", key, lang).format(**values)


def reason_text(reason: Reason, lang: Locale, *, short: bool = False) -> str:
    """Why something is as it is, in a sentence, or in a few words that fit a cell."""
    group = "short" if short else "reason"
    words = reason.words
    values: dict[str, str] = {"all": "; ".join(words)}
    if reason.code == "same_measure":
        values["measure"] = measure_name(words[0], lang.value)
    elif reason.code == "not_granted":
        values |= {"budget": label("budget", words[0], lang), "amount": grouped(float(words[1]), lang)}
    elif reason.code == "missing":
        values["figures"] = ", ".join(label("columns", word, lang).lower() for word in words)
    return label(group, reason.code, lang).format(**values)


def day(when: str, lang: Locale) -> str:
    """An ISO date, as precise as it is, as Danish writes it; in English, and words in any language, as they are."""
    return danish_date(when) if lang is Locale.DA and _ISO.fullmatch(when) else when


def grouped(value: float, locale: Locale) -> str:
    """A number with its thousands apart, as whole where it is: 4.275.000 in Danish."""
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"
    return text.translate(str.maketrans(",.", ".,")) if locale is Locale.DA else text


def share(value: float | None, locale: Locale) -> str:
    """An achievement with two digits."""
    text = "" if value is None else f"{value:.2f}"
    return text.replace(".", ",") if locale is Locale.DA else text
