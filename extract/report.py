"""Nouns of the output: a report and all it holds. The contract is `docs/contract.md`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BBox = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in PDF points, origin at the page's top left."""

SectionRole = Literal[
    "front", "introduction", "method", "project", "theory_of_change", "activity_status",
    "outcome_status", "impact_status", "learnings", "embedding", "conclusion", "summary",
    "recommendations", "appendix", "other",
]  # fmt: skip
BlockType = Literal["paragraph", "list_item", "table", "figure", "footnote", "quote"]
TableRole = Literal["facts", "indicators", "measures", "theory_of_change", "other"]
FurnitureKind = Literal["header", "footer", "page_number", "contents"]
TextLayer = Literal["native", "ocr", "mixed", "none"]
ReportKind = Literal[
    "final_evaluation", "midterm_evaluation", "programme_evaluation", "self_evaluation",
    "status", "evaluation", "other",
]  # fmt: skip
QuantityKind = Literal["count", "percent", "range", "amount", "frequency", "date", "yes_no", "qualitative"]
IndicatorLevel = Literal["activity", "outcome_short", "outcome_long", "outcome", "impact"]
Status = Literal["achieved", "partly_achieved", "not_achieved", "ongoing", "dropped", "unknown"]
ComputedStatus = Literal["achieved", "partly_achieved", "not_achieved", "ongoing", "unknown"]
EmbeddingStatus = Literal["continues", "partly_continues", "does_not_continue", "unknown"]
FindingCode = Literal[
    "percent_mismatch", "sum_mismatch", "text_table_conflict", "status_conflict", "count_mismatch",
    "cross_reference", "date_conflict", "running_header_mismatch",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """A box on a page."""

    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line of a block: ``text[start:end]`` of the block stands in this box."""

    start: int
    end: int
    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item, table, figure, footnote or quotation, in reading order."""

    id: str
    type: BlockType
    text: str
    regions: tuple[Region, ...]
    lines: tuple[TextLine, ...]
    margin_heading: str | None = None
    table: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with the blocks under it, up to the next heading of any level."""

    id: str
    number: str | None
    title: str
    level: int
    parent: str | None
    pages: tuple[int, int]
    role: SectionRole
    blocks: tuple[Block, ...]
    title_regions: tuple[Region, ...] = ()
    """Where the heading itself stands, its number included."""


@dataclass(frozen=True, slots=True)
class CellParagraph:
    """A paragraph or list item of a cell."""

    text: str
    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; header rows are negative, -1 nearest the body."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    page: int
    bbox: BBox
    paragraphs: tuple[CellParagraph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table, also where it runs over several pages."""

    id: str
    label: str | None
    caption: str | None
    section: str | None
    regions: tuple[Region, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]
    notes: tuple[str, ...]
    source: str | None
    role: TableRole
    caption_region: Region | None = None
    """Where the caption stands, its label included."""
    note_regions: tuple[Region, ...] = ()
    """Where the notes stand, in their order."""
    source_region: Region | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands in no block: running headers, footers, page numbers, the contents list."""

    kind: FurnitureKind
    text: str
    page: int
    bbox: BBox
    number: str | None = None
    title: str | None = None
    target_page: int | None = None


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something the extractor was unsure of or left out."""

    code: str
    page: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from."""

    file: str
    sha256: str
    pages: int
    producer: str | None
    language: str
    text_layer: TextLayer


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they stand on a page."""

    quote: str
    page: int
    bbox: BBox
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: what is printed and what is understood."""

    raw: str
    kind: QuantityKind
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """An indicator's figures for one unit, such as a municipality."""

    unit: str
    target: float | None = None
    actual: float | None = None
    achievement: float | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target of the project."""

    id: str
    level: IndicatorLevel
    text: str
    target: Quantity | None
    actual: Quantity | None
    baseline: Quantity | None
    status: Status
    status_raw: str | None
    status_basis: Literal["table", "text", "computed"] | None
    computed_status: ComputedStatus | None
    achievement: float | None
    breakdown: tuple[Breakdown, ...]
    table: str | None
    row: int | None
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a numeric table."""

    table: str
    row_label: str
    column: str
    value: float
    unit: str
    raw: str
    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Learning:
    """One learning, experience or recommendation."""

    text: str
    theme: str | None
    section: str | None
    page: int
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Embedding:
    """One statement on what lives on after the project (forankring)."""

    text: str
    theme: str | None
    section: str | None
    page: int
    regions: tuple[Region, ...]
    status: EmbeddingStatus


@dataclass(frozen=True, slots=True)
class TheoryElement:
    """One activity, outcome or impact of a theory of change."""

    text: str
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class TheoryOfChange:
    """How activities were thought to lead to outcomes and impacts, each in the order of the report."""

    activities: tuple[TheoryElement, ...] = ()
    outcomes_short: tuple[TheoryElement, ...] = ()
    outcomes_long: tuple[TheoryElement, ...] = ()
    outcomes: tuple[TheoryElement, ...] = ()
    impacts: tuple[TheoryElement, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not add up inside the report."""

    code: FindingCode
    severity: Literal["error", "warning", "info"]
    message: str
    claim: Quote
    against: Quote | None
    stated: str | float | None = None
    computed: str | float | None = None


@dataclass(frozen=True, slots=True)
class Pool:
    """The pool (pulje) that paid."""

    name: str | None
    year: int | None
    account: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """ISO dates, as precise as stated."""

    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of the project."""

    amount: float
    currency: str
    kind: Literal["applied", "granted", "total", "unknown"]


@dataclass(frozen=True, slots=True)
class Dropout:
    """A municipality that left the project."""

    name: str
    when: str | None = None
    reason: str | None = None
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class TargetGroups:
    """Whom the project is for."""

    primary: str | None
    secondary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the report is about; what it does not state is ``None`` or empty."""

    title: str | None = None
    kind: ReportKind = "other"
    project: str | None = None
    grantee: str | None = None
    evaluator: str | None = None
    funder: str | None = None
    pool: Pool | None = None
    published: str | None = None
    period: Period | None = None
    budget: Budget | None = None
    municipalities: tuple[str, ...] = ()
    dropouts: tuple[Dropout, ...] = ()
    target_groups: TargetGroups | None = None
    document_number: str | None = None
    version: str | None = None
    evidence: dict[str, tuple[Region, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything read out of one PDF."""

    source: Source
    metadata: Metadata
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    furniture: tuple[Furniture, ...]
    warnings: tuple[ReadingWarning, ...]
    indicators: tuple[Indicator, ...] = ()
    measures: tuple[Measure, ...] = ()
    learnings: tuple[Learning, ...] = ()
    embedding: tuple[Embedding, ...] = ()
    findings: tuple[Finding, ...] = ()
    theory_of_change: TheoryOfChange | None = None
    schema_version: Literal["1"] = "1"
