"""What a target's verdict, achievement and breakdown followed from, once its words are understood."""

from __future__ import annotations

from collections.abc import Iterator

from extract.indicators.achievement import PARTLY_FROM
from extract.indicators.draft import Draft, Reason
from extract.indicators.prose import ProseVerdict
from extract.indicators.unit_tables import ByUnit
from extract.report import Indicator


def conclusions(one: Indicator, draft: Draft, prose: ProseVerdict | None, by: ByUnit | None) -> Iterator[Reason]:
    """The reasons that come after the printed words: which verdict counts, how the figures were compared."""
    yield from _status(one, prose)
    yield from _compared(one, draft)
    if by is not None:
        yield Reason("breakdown", "unit_actual", by.actual.header, _name(by))
        if by.target is not None:
            yield Reason("breakdown", "unit_target", by.target.header, _name(by))
    elif one.breakdown:
        yield Reason("breakdown", "unit_rows" if draft.breakdown else "unit_cell", draft.actual_text or "")


def _status(one: Indicator, prose: ProseVerdict | None) -> Iterator[Reason]:
    if one.status_basis == "table" or (one.status_basis == "text" and (prose is None or one.status_raw != prose.raw)):
        yield Reason("status", "stated", one.status_raw or "")
        if prose is not None:
            rule = "prose_agrees" if prose.status == one.status else "prose_differs"
            yield Reason("status", rule, prose.raw, prose.section, prose.quote)
    elif prose is not None:
        yield Reason("status", "prose", prose.raw, prose.section, prose.quote)
    else:
        yield Reason("status", "computed" if one.computed_status else "no_status")


def _compared(one: Indicator, draft: Draft) -> Iterator[Reason]:
    target, actual = one.target, one.actual
    if draft.achievement_text and one.achievement is not None:
        yield Reason("achievement", "printed_share", draft.achievement_text)
    elif one.achievement is not None and target and actual:
        yield Reason("achievement", "divided", f"{actual.raw} / {target.raw}")
    elif target is None or actual is None:
        yield Reason("achievement", "missing_target" if target is None else "missing_actual")
    else:
        yield Reason("achievement", "not_divided", f"{actual.raw} / {target.raw}")
    if one.computed_status is not None:
        yield Reason("status", f"figures_{one.computed_status}", f"{100 * PARTLY_FROM:.0f}")


def _name(by: ByUnit) -> str:
    return by.actual.table.label or by.actual.table.caption or by.actual.table.id
