"""Records of a report as flat tables: one row an indicator, a number, a statement, a field, a part of the theory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from extract.output import RecordList
from extract.report import BBox, Embedding, Indicator, Learning, Metadata, Quantity, Report, TheoryOfChange
from extract.serialise import to_data
from extract.spreadsheet import Value


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A list of records; ``columns`` are the contract's names, ``places`` those that only tell boxes."""

    what: RecordList
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


PLACES = ("x0", "top", "x1", "bottom")
"""Columns of the first region's box, in points."""

_COLUMNS: Mapping[RecordList, str] = {
    RecordList.INDICATORS: "id level text target target_value actual actual_value baseline baseline_value status "
    "status_raw status_basis computed_status achievement breakdown table row quote page x0 top x1 bottom",
    RecordList.MEASURES: "table row_label column value unit raw page x0 top x1 bottom",
    RecordList.LEARNINGS: "theme text section page x0 top x1 bottom",
    RecordList.EMBEDDING: "status theme text section page x0 top x1 bottom",
    RecordList.METADATA: "field value pages",
    RecordList.THEORY: "part number text page x0 top x1 bottom",
}


def record_table(report: Report, what: RecordList) -> RecordTable:
    """One list of records as a table."""
    readers: dict[RecordList, Callable[[], Iterable[tuple[Value, ...]]]] = {
        RecordList.INDICATORS: lambda: map(_indicator, report.indicators),
        RecordList.MEASURES: lambda: (
            (m.table, m.row_label, m.column, m.value, m.unit, m.raw, m.page, *m.bbox) for m in report.measures
        ),
        RecordList.LEARNINGS: lambda: map(_statement, report.learnings),
        RecordList.EMBEDDING: lambda: ((one.status, *_statement(one)) for one in report.embedding),
        RecordList.METADATA: lambda: _metadata(report.metadata),
        RecordList.THEORY: lambda: _theory(report.theory_of_change),
    }
    return RecordTable(what, tuple(_COLUMNS[what].split()), tuple(readers[what]()))


def record_data(report: Report, what: RecordList) -> object:
    """One list of records as it stands in the report's JSON."""
    name = "theory_of_change" if what is RecordList.THEORY else what.value
    value = getattr(report, name)
    return None if value is None else to_data(value)


def _indicator(one: Indicator) -> tuple[Value, ...]:
    first = one.evidence[0] if one.evidence else None
    box: tuple[Value, ...] = first.bbox if first else (None,) * 4
    figures = [cell for quantity in (one.target, one.actual, one.baseline) for cell in _quantity(quantity)]
    parts = "; ".join(
        f"{b.unit}: {_short(b.actual)}{f' / {_short(b.target)}' if b.target is not None else ''}" for b in one.breakdown
    )
    page = first.page if first else None
    status = (one.status, one.status_raw, one.status_basis, one.computed_status, one.achievement)
    return (
        one.id, one.level, one.text, *figures, *status, parts or None, one.table, one.row,
        first.quote if first else None, page, *box,
    )  # fmt: skip


def _quantity(quantity: Quantity | None) -> tuple[Value, Value]:
    return (None, None) if quantity is None else (quantity.raw, quantity.value)


def _short(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


def _statement(one: Learning | Embedding) -> tuple[Value, ...]:
    box: tuple[Value, ...] = _box(one.regions[0].bbox) if one.regions else (None,) * 4
    return (one.theme, one.text, one.section, one.page, *box)


def _box(bbox: BBox) -> tuple[Value, ...]:
    return tuple(round(edge, 1) for edge in bbox)


def _metadata(metadata: Metadata) -> Iterator[tuple[Value, ...]]:
    data = to_data(metadata)
    for name in (f.name for f in fields(Metadata) if f.name != "evidence"):
        text = _said(data[name])
        if text:
            pages = sorted({region.page for region in metadata.evidence.get(name, ())})
            yield (name, text, ", ".join(map(str, pages)) or None)


def _said(value: object) -> str:
    """A field's value in one line: the parts that are stated."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return " / ".join(text for key, part in value.items() if key != "region" and (text := _said(part)))
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value)


def _theory(theory: TheoryOfChange | None) -> Iterator[tuple[Value, ...]]:
    for part in fields(TheoryOfChange) if theory else ():
        for number, element in enumerate(getattr(theory, part.name), start=1):
            region = element.regions[0]
            yield (part.name, number, element.text, region.page, *_box(region.bbox))
