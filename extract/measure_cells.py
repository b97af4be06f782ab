"""A cell of a numeric table → the numbers printed in it, each with the unit it carries itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.danish.figures import Figure, figures_in
from extract.danish.numerals import read_numeral

_MARKS = re.compile(r"(?:\s?(?:[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[\d%.])\s[a-z\d]{1,2}\)|\[\w\]))+$")
_BRACKETED = re.compile(r"\(\s*([^()]*\d[^()]*)\s*\)")
_SAMPLE = re.compile(r"n\s?=\s?", re.IGNORECASE)
_POINT = re.compile(r"[-–−+]?\s?\d+\.\d{1,2}")
_LEFT = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"^[-–−]\s?(?=\d)")
_HIDDEN = re.compile(r"^[<>≤≥]|^(?:under|færre end|mindre end|højst|over|mere end|mindst)\b", re.IGNORECASE)
_PAIR = re.compile(
    r"(?P<first>\d[\d.,]*)\s?(?P<first_unit>%|pct\.?)?\s*(?:[(\[/]|\s[-–]\s)\s*(?P<second>\d[\d.,]*)\s?(?P<second_unit>%|pct\.?)?\s*[)\]]?"
)
_MOST_WORDS = 2  # words beside its number up to which a cell is a number and no text
_CURRENCIES = frozenset(("kroner", "EUR", "USD", "SEK", "NOK", "GBP"))


@dataclass(frozen=True, slots=True)
class CellNumber:
    """A number of a cell: ``unit`` as the cell prints it (percent, amount, years …), ``None`` where it prints none."""

    value: float
    raw: str
    unit: str | None = None
    decimals: int = 0


def cell_numbers(text: str) -> tuple[CellNumber, ...]:
    """The numbers of a cell: none for words, dates, ranges and what is held back ("<5"); two for "9 (45 pct.)"."""
    raw = " ".join(text.split())
    plain = _SAMPLE.sub("", _MARKS.sub("", raw)).strip()
    if not any(character.isdigit() for character in plain) and not set(plain) & set("½¼¾"):
        return ()
    if _HIDDEN.match(plain):
        return ()
    bare = _bare(plain)
    if bare:
        return (CellNumber(bare[0], raw, None, bare[1]),)
    pair = _PAIR.fullmatch(plain)
    if pair and (found := _pair(pair)):
        return found
    whole = _BRACKETED.fullmatch(plain)
    return _figured(whole[1] if whole else plain, raw)


def _bare(text: str) -> tuple[float, int] | None:
    """A number alone, signed or not; in a cell a point before one or two figures is a decimal point."""
    sign = -1.0 if _SIGN.match(text) else 1.0
    unsigned = _SIGN.sub("", text).lstrip("+").strip()
    if _POINT.fullmatch(unsigned):
        return sign * float(unsigned), len(unsigned.partition(".")[2])
    found = read_numeral(unsigned)
    return (sign * found[0], found[1]) if found else None


def _pair(match: re.Match[str]) -> tuple[CellNumber, ...] | None:
    """A count and its percentage, in either order: "9 (45 pct.)", "45 % (9)", "9 (45)"; a ratio gives its first."""
    first, second = _bare(match["first"]), _bare(match["second"])
    if not first or not second:
        return None
    units = ["percent" if match[name] else None for name in ("first_unit", "second_unit")]
    raws = [match[0][: match.end("first_unit" if match["first_unit"] else "first")], match[0][match.start("second") :]]
    numbers = (
        CellNumber(first[0], raws[0], units[0], first[1]),
        CellNumber(second[0], raws[1].rstrip(")] "), units[1], second[1]),
    )
    if "/" in match[0] and not any(units):
        return (CellNumber(first[0], match[0], None, first[1]),)
    if re.search(r"\s[-–]\s", match[0]) and units[0] == units[1]:
        return None
    return numbers


def _figured(text: str, raw: str) -> tuple[CellNumber, ...]:
    """A number with words or units around it."""
    figures = figures_in(text)
    if len(figures) != 1:
        return ()
    figure = figures[0]
    rest = text[: figure.start] + " " + text[figure.end :]
    if any(character.isdigit() for character in rest) or len(_LEFT.findall(rest)) > _MOST_WORDS:
        return ()
    return _numbers(figure, raw)


def _numbers(figure: Figure, raw: str) -> tuple[CellNumber, ...]:
    if figure.value is None or figure.unit == "part":
        return ()
    own = CellNumber(figure.value, raw, _own_unit(figure), figure.decimals)
    if figure.share is None:
        return (own,)
    return (own, CellNumber(figure.share, raw, "percent", figure.decimals))


def _own_unit(figure: Figure) -> str | None:
    if figure.kind in ("percent", "percent_points", "amount"):
        return figure.kind
    if figure.kind == "count" and figure.unit not in (None, "each", "points"):
        return "amount" if figure.unit in _CURRENCIES else figure.unit
    return None
