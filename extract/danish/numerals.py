"""Numbers in figures as Danish prints them: a point or a space between thousands, a comma before decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_THIN = "\u00a0\u2007\u2009\u202f"
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_TOKEN = re.compile(
    rf"(?:(?<![\w.,])|(?<=\d[xX]))(?:"
    rf"(?:\d+\s?)?[{''.join(_VULGAR)}]"
    rf"|\d{{1,3}}(?:[{_THIN}]\d{{3}})+(?:,\d+)?(?![\d{_THIN}]*\d)"
    rf"|\d{{1,3}}(?: \d{{3}})+(?:,\d+)?(?!\d)"
    rf"|\d+(?:[.,]\d+)*)"
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_SPACED = re.compile(rf"[1-9]\d{{0,2}}(?:[ {_THIN}]\d{{3}})+(?:,\d+)?")
_PLAIN = re.compile(r"\d+(?:,\d+)?")
_POINT = re.compile(r"\d+\.\d+")
_MONEY = re.compile(r"\s?(?:kr\b|kroner|dkk|,[-–])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in figures. ``pointed`` where a point stands before its decimals, as in a section's number."""

    start: int
    end: int
    value: float
    decimals: int
    pointed: bool = False


def read_numeral(text: str) -> tuple[float, int] | None:
    """Value and printed decimals of one number alone ("4.932.400", "18 000", "21,5", "2½"), or ``None``."""
    text = text.strip()
    if text and text[-1] in _VULGAR:
        whole = text[:-1].strip()
        return (float(whole or 0) + _VULGAR[text[-1]], 1) if not whole or whole.isdecimal() else None
    if not text.isascii():
        text = re.sub(rf"[{_THIN}]", " ", text)
    if not (_GROUPED.fullmatch(text) or _SPACED.fullmatch(text) or _PLAIN.fullmatch(text)):
        return None
    plain = text.replace(".", "").replace(" ", "").replace(",", ".")
    return float(plain), len(plain.partition(".")[2])


def numerals_in(text: str) -> Iterator[Numeral]:
    """The numbers of a text in order.

    Dotted numbers that group no thousands (04.01.2021) are none; a point as in "3.4" is marked ``pointed``.
    """
    position = 0
    while match := _TOKEN.search(text, position):
        raw, end = match[0], match.end()
        if " " in raw and raw[-1] not in _VULGAR and not _is_one(text, match):
            end = match.start() + raw.index(" ")
            raw = raw[: raw.index(" ")]
        position = end
        found = read_numeral(raw)
        if found:
            yield Numeral(match.start(), end, *found)
        elif _POINT.fullmatch(raw):
            yield Numeral(match.start(), end, float(raw), len(raw.partition(".")[2]), pointed=True)


def _is_one(text: str, match: re.Match[str]) -> bool:
    """Whether groups of three parted by plain spaces are one number and not several in a row of a table."""
    before = text[max(0, match.start() - 2) : match.start()].strip()
    after = text[match.end() : match.end() + 2].strip()
    if match[0] == text.strip() or _MONEY.match(text, match.end()):
        return True
    return match[0].split(",")[0].endswith("00") and not before[-1:].isdigit() and not after[:1].isdigit()
