"""The rows of a target table: which are goals, which are groups over them, and which are units of one goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.indicators.cell_kinds import kind_of
from extract.indicators.column_words import is_total
from extract.indicators.columns import Columns
from extract.indicators.grid import Grid
from extract.indicators.ids import clean_id, split_ids
from extract.indicators.levels import level_of_words

GROUP_WORDS = 9
"""A row that names a group of goals is no longer."""


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal, with the row that holds its figures and the rows of its units."""

    row: int
    printed_id: str | None
    text: str
    group: str | None = None
    units: tuple[int, ...] = ()


def goal_rows(grid: Grid, columns: Columns) -> tuple[GoalRow, ...]:
    """The goals of a table in their order."""
    found: list[tuple[int, str | None]] = []
    group: str | None = None
    for place, row in enumerate(grid.rows):
        if _repeats_header(grid, row):
            continue
        title = _group_title(grid, columns, place)
        if title is not None:
            group = title
        elif _holds_goal(grid, columns, place):
            found.append((place, _merged_group(grid, columns, place) or group))
    return tuple(_united(grid, columns, _named(grid, columns, found)))


def _named(grid: Grid, columns: Columns, found: Sequence[tuple[int, str | None]]) -> list[GoalRow]:
    """Texts without ids; an empty goal cell belongs to the goal above."""
    texts: list[str] = []
    for place, _ in found:
        cell = grid.rows[place][columns.goal]
        texts.append(cell or (texts[-1] if texts else ""))
    split = split_ids(texts)
    goals: list[GoalRow] = []
    for (place, group), (in_front, text) in zip(found, split, strict=True):
        own = clean_id(grid.rows[place][columns.id]) if columns.id is not None else None
        ident = own or in_front
        group_id, rest = split_ids([group])[0] if group else (None, None)
        alone = sum(other == group for _, other in found) == 1
        if ident is None and group_id and alone:
            goals.append(GoalRow(place, group_id, text, rest))
        else:
            goals.append(GoalRow(place, ident, text, group))
    return goals


def _united(grid: Grid, columns: Columns, goals: Sequence[GoalRow]) -> list[GoalRow]:
    """One goal where its rows are those of its units: the total row holds the figures."""
    if columns.unit is None:
        return list(goals)
    united: list[GoalRow] = []
    for goal in goals:
        last = united[-1] if united else None
        if last is not None and (last.text, last.printed_id) == (goal.text, goal.printed_id):
            united[-1] = GoalRow(last.row, last.printed_id, last.text, last.group, (*last.units, goal.row))
        else:
            united.append(GoalRow(goal.row, goal.printed_id, goal.text, goal.group, (goal.row,)))
    unit = columns.unit
    return [
        _with_total(goal, [grid.rows[row][unit] for row in goal.units])
        if len(goal.units) > 1
        else GoalRow(goal.row, goal.printed_id, goal.text, goal.group)
        for goal in united
    ]


def _with_total(goal: GoalRow, names: Sequence[str]) -> GoalRow:
    totals = [row for row, name in zip(goal.units, names, strict=True) if not name or is_total(name)]
    units = tuple(row for row in goal.units if row not in totals)
    return GoalRow(totals[0] if totals else goal.row, goal.printed_id, goal.text, goal.group, units)


def _holds_goal(grid: Grid, columns: Columns, place: int) -> bool:
    row = grid.rows[place]
    text = row[columns.goal]
    if is_total(text):
        return False
    if text:
        return kind_of(text) in ("words", "code", "verdict", "figure", "percent")
    figures = [*columns.targets, *columns.actuals]
    return place > 0 and any(kind_of(row[p]) != "empty" for p in figures)


def _group_title(grid: Grid, columns: Columns, place: int) -> str | None:
    """The title where the row is one over a group of goals."""
    row = grid.rows[place]
    filled = [cell for cell in row if kind_of(cell) != "empty"]
    if not filled or len(grid.headers) < 2:
        return None
    if grid.spanning(place):
        return filled[0]
    same = len(set(filled)) == 1 and len(filled) == len(row)
    if same:
        return filled[0]
    if len(filled) > 2 or (not row[columns.goal] and len(filled) > 1):
        return None
    outside = [row[p] for p in columns.used() if p not in (columns.goal, columns.id, columns.level)]
    if any(kind_of(cell) != "empty" for cell in outside):
        return None
    text = " ".join(filled)
    return text if _names_group(grid, columns, place, text) else None


def _names_group(grid: Grid, columns: Columns, place: int, text: str) -> bool:
    """Whether words with nothing beside them name a group: a level, or short and without the others' id."""
    if len(text.split()) > GROUP_WORDS or place + 1 >= len(grid.rows):
        return False
    if level_of_words(text) is not None:
        return True
    others = [row[columns.goal] for number, row in enumerate(grid.rows) if number != place]
    numbered = sum(ident is not None for ident, _ in split_ids(others)) * 2 > len(others)
    if columns.id is not None:
        return not grid.rows[place][columns.id]
    return numbered and split_ids([text])[0][0] is None


def _merged_group(grid: Grid, columns: Columns, place: int) -> str | None:
    """The text of a cell over several goals in a column before them."""
    for column in columns.groups:
        text = grid.rows[place][column]
        if text and text != grid.rows[place][columns.goal]:
            return text
    return None


def _repeats_header(grid: Grid, row: Sequence[str]) -> bool:
    """Whether the row says again what the header says."""
    named = [(cell, header) for cell, header in zip(row, grid.headers, strict=True) if header]
    return bool(named) and all(cell == header for cell, header in named)
