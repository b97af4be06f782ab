"""What a table is for: facts, indicators, measures, theory of change or something else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from extract.report import SectionRole, Table, TableRole
from extract.tables.values import is_value

MEASURES = 0.7  # share of numbers beside the labels from which a table holds measures
FEW_VALUES = 0.35  # share of numbers up to which a table is one of words
RESULT_SECTIONS = frozenset(("activity_status", "outcome_status", "impact_status"))


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("extract.tables").joinpath("roles.toml").read_text(encoding="utf-8"))


def role_of(table: Table, section_role: SectionRole | None = None) -> TableRole:
    """The table's role from its caption, columns and content, and from its section where that is known."""
    words = _words()
    caption = (table.caption or "").lower()
    columns = [c.lower() for c in table.columns]
    values = value_share(table)
    if _is_theory(caption, columns, values, words["theory_of_change"], section_role):
        return "theory_of_change"
    if _is_indicators(caption, columns, table, section_role):
        return "indicators"
    if _is_facts(caption, columns, table, words["facts"]):
        return "facts"
    if _has(caption, words["other"]["captions"]) and section_role not in RESULT_SECTIONS:
        return "other"
    if values >= MEASURES and len(table.columns) > 1:
        return "measures"
    return "other"


def value_share(table: Table) -> float:
    """Share of numbers among the filled cells beside the leading labels."""
    cells = [c for row in table.rows for c in row[1:] if c]
    return sum(map(is_value, cells)) / len(cells) if cells else 0.0


def _has(text: str, words: Sequence[str]) -> bool:
    return any(w in text for w in words)


def _is_theory(
    caption: str, columns: Sequence[str], values: float, words: dict[str, list[str]], section_role: SectionRole | None
) -> bool:
    if values > FEW_VALUES:
        return False
    if _has(caption, words["captions"]):
        return True
    hits = sum(_has(c, words["columns"]) for c in columns)
    named = hits >= 3 and hits >= 0.75 * len(columns)
    return named and (section_role == "theory_of_change" or any("effekt" in c or "sigt" in c for c in columns))


def _is_indicators(caption: str, columns: Sequence[str], table: Table, section_role: SectionRole | None) -> bool:
    """A leading column of goals, and others that say what was wanted or reached."""
    words = _words()["indicators"]
    if len(columns) < 2:
        return False
    subject = next(
        (k for k, c in enumerate(columns[:3]) if _has(c, words["subjects"]) or c.strip() in words["subject_words"]),
        None,
    )
    verdicts = sum(_has(c, words["verdicts"]) for c in columns[1:])
    if subject is not None and _texts(table, subject) and verdicts:
        return True
    spoken = _has(caption, words["captions"]) or section_role in RESULT_SECTIONS
    coded = sum(bool(re.match(r"^[A-ZÆØÅ]{1,2}\.?\d{1,2}\b", row[0])) for row in table.rows)
    return spoken and verdicts >= 2 and coded * 2 > len(table.rows)


def _texts(table: Table, column: int) -> bool:
    """Whether the column mostly holds words."""
    cells = [row[column] for row in table.rows if row[column]]
    return bool(cells) and sum(map(is_value, cells)) < len(cells) / 2


def _is_facts(caption: str, columns: Sequence[str], table: Table, words: dict[str, list[str]]) -> bool:
    if len(columns) != 2:
        return False
    labels = sum(_has(row[0].lower(), words["rows"]) for row in table.rows)
    named = _has(caption, words["captions"]) or all(_has(c, words["columns"]) for c in columns)
    return labels >= 3 or (named and labels >= 1) or (named and value_share(table) < FEW_VALUES)
