"""Which column of a target table holds which part of a target: by its header, and by what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.indicators.cell_kinds import is_code, share, words_share
from extract.indicators.column_words import Part, asks_verdict, preferences, roles_of, year_of
from extract.indicators.grid import Grid
from extract.indicators.levels import level_of_words

MOSTLY = 0.5
SOME = 0.3
ALL = 0.9


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of columns by part; where several hold one part, the one that counts stands first."""

    goal: int
    id: int | None = None
    level: int | None = None
    unit: int | None = None
    groups: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    actuals: tuple[int, ...] = ()
    baselines: tuple[int, ...] = ()
    statuses: tuple[int, ...] = ()
    achievements: tuple[int, ...] = ()

    def used(self) -> tuple[int, ...]:
        """Every column that holds a part of a target, from left to right."""
        single = [place for place in (self.id, self.goal, self.level) if place is not None]
        many = [*self.targets, *self.actuals, *self.baselines, *self.statuses, *self.achievements]
        return tuple(sorted({*single, *many}))


def columns_of(grid: Grid) -> Columns | None:
    """The columns of a target table; ``None`` where no column names the goals."""
    candidates = [_candidates(grid, place) for place in range(len(grid.headers))]
    goal = _goal(grid, candidates)
    if goal is None:
        return None
    parts: dict[Part, list[int]] = {}
    for place, roles in enumerate(candidates):
        if place != goal and (part := _part(grid, place, roles)) is not None:
            parts.setdefault(part, []).append(place)
    parts = _target_found(grid, parts, goal)
    level = parts.get("level", [])
    return Columns(
        goal=goal,
        id=next((p for p in parts.get("id", []) if p <= goal + 1), None),
        level=next((p for p in level if _levels(grid.column(p)) >= MOSTLY), None),
        unit=next(iter(parts.get("unit", [])), None),
        groups=tuple(p for p in [*parts.get("goal", []), *level] if p < goal),
        targets=_ranked(grid, parts.get("target", [])),
        actuals=_ranked(grid, parts.get("actual", [])),
        baselines=_ranked(grid, parts.get("baseline", []), last=False),
        statuses=_ranked(grid, parts.get("status", [])),
        achievements=_ranked(grid, parts.get("achievement", [])),
    )


def _candidates(grid: Grid, place: int) -> tuple[Part, ...]:
    """What the header allows; under an empty one, what the cells say themselves."""
    header, cells = grid.headers[place], grid.column(place)
    roles = roles_of(header) if header.strip() else ()
    if roles and not (place == 0 and "goal" in roles and _codes(cells) >= ALL):
        return roles
    if share(cells, "verdict") >= MOSTLY or (asks_verdict(header) and share(cells, "verdict", "yes_no") >= MOSTLY):
        return ("status",)
    if _codes(cells) >= MOSTLY and place <= 1:
        return ("id",)
    if not header.strip() and words_share(cells) >= MOSTLY:
        return ("goal",)
    return ()


def _goal(grid: Grid, candidates: Sequence[tuple[Part, ...]]) -> int | None:
    """The column of goals: one of words whose header allows it, telling the rows apart, and the best named."""
    found: list[tuple[float, int]] = []
    for place, roles in enumerate(candidates):
        cells = grid.column(place)
        if words_share(cells, 2) < MOSTLY or share(cells, "verdict", "yes_no") >= MOSTLY:
            continue
        if "other" in roles[:1] or roles[:1] in (("unit",), ("baseline",), ("status",), ("achievement",)):
            continue
        named = 2.0 if roles[:1] == ("goal",) else 1.0 if "goal" in roles else 0.5 if not roles else 0.2
        distinct = len(set(filter(None, cells))) / max(1, len(cells))
        found.append((named + 2 * distinct - 0.1 * place, place))
    return max(found, key=lambda item: (item[0], -item[1]))[1] if found else None


def _part(grid: Grid, place: int, roles: Sequence[Part]) -> Part | None:
    asks = asks_verdict(grid.headers[place])
    return next((role for role in roles if _fits(role, grid.column(place), asks=asks)), None)


def _fits(part: Part, cells: Sequence[str], *, asks: bool) -> bool:
    """Whether cells may be this part of a target."""
    figures = share(cells, "figure", "percent")
    verdicts = share(cells, "verdict", "yes_no") if asks else share(cells, "verdict")
    if part == "id":
        return _codes(cells) >= MOSTLY
    if part == "status":
        return verdicts >= SOME or (verdicts > 0 and figures == 0 and (asks or share(cells, "yes_no") == 0))
    if part == "achievement":
        return figures >= MOSTLY and verdicts < MOSTLY
    if part == "actual":
        return figures > 0 or verdicts < MOSTLY
    if part == "baseline":
        return figures > 0 or share(cells, "empty", "words", "yes_no", "code") > 0 or not any(cells)
    return True


def _target_found(grid: Grid, parts: dict[Part, list[int]], goal: int) -> dict[Part, list[int]]:
    """Columns headed "Mål" and the like hold targets where the goals stand in another column."""
    if parts.get("target"):
        return parts
    taken = [p for p in parts.get("goal", []) if "target" in roles_of(grid.headers[p])]
    figures = [p for p in taken if share(grid.column(p), "figure", "percent", "yes_no") >= SOME]
    chosen = figures or [p for p in taken if p > goal]
    if not chosen:
        return parts
    rest = [p for p in parts["goal"] if p not in chosen]
    return {**parts, "target": chosen, "goal": rest}


def _ranked(grid: Grid, places: Sequence[int], *, last: bool = True) -> tuple[int, ...]:
    """The column of the whole period first, then the last one in time."""
    words = preferences()

    def rank(place: int) -> tuple[float, int, int, int, int]:
        header = grid.headers[place].lower()
        figures = share(grid.column(place), "figure", "percent", "yes_no") >= SOME
        whole = any(word in header for word in words["whole_period"])
        time = any(w in header for w in words["last"]) - any(w in header for w in words["first"])
        order = 1 if last else -1
        return (figures, whole, order * year_of(header), order * time, order * place)

    return tuple(sorted(places, key=rank, reverse=True))


def _codes(cells: Sequence[str]) -> float:
    filled = [cell for cell in cells if cell]
    tally = Counter(cell.strip() for cell in filled)
    return sum(is_code(cell) and tally[cell.strip()] == 1 for cell in filled) / len(filled) if filled else 0.0


def _levels(cells: Sequence[str]) -> float:
    filled = [cell for cell in cells if cell]
    return sum(level_of_words(cell) is not None for cell in filled) / len(filled) if filled else 0.0
