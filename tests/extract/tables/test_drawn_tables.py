"""Tables from a generator come back cell for cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.page import Page
from extract.tables.read import TableReading, read_tables
from tests.extract.tables.drawn import BODY, Look, line, table_page, turned

LABELS = ("Horsens", "Silkeborg", "Randers", "Viborg", "Favrskov", "Skive", "Struer", "Lemvig", "Holstebro", "Herning")
HEADS = ("Kommune", "Mål", "Begyndt", "Gennemført", "Job", "Andel")
WORDS = ("borgere", "forløb", "kommer", "virksomhed", "praktik", "unge", "støtte", "efter", "aftale")
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def numbers(draw: st.DrawFn) -> list[list[str]]:
    """A header and rows of one label and numbers."""
    columns = draw(st.integers(2, 6))
    count = draw(st.integers(3, 9))
    value = st.one_of(
        st.integers(0, 9999).map(str), st.integers(0, 100).map(lambda n: f"{n} pct."), st.sampled_from(["–", "12,5"])
    )
    body = [[LABELS[r], *(draw(value) for _ in range(columns - 1))] for r in range(count)]
    return [list(HEADS[:columns]), *body]


@st.composite
def texts(draw: st.DrawFn) -> list[list[str]]:
    """A header and rows of codes, sentences and verdicts, some of which wrap."""
    count = draw(st.integers(2, 6))
    sentence = st.lists(st.sampled_from(WORDS), min_size=2, max_size=14).map(lambda w: " ".join(w).capitalize())
    verdict = st.sampled_from(["Opfyldt", "Delvist opfyldt", "Ikke opfyldt"])
    body = [[f"A{r + 1}", draw(sentence), str(draw(st.integers(1, 500))), draw(verdict)] for r in range(count)]
    return [["Nr.", "Aktivitetsmål", "Mål", "Status"], *body]


def as_rows(reading: TableReading) -> list[list[str]]:
    """The only table's header and rows."""
    assert len(reading.tables) == 1
    table = reading.tables[0]
    return [list(table.columns), *(list(row) for row in table.rows)]


@pytest.mark.parametrize("kind", ["ruled", "rules", "shaded", "plain"])
@SETTINGS
@given(rows=numbers())
def test_numbers_in_columns(kind: str, rows: list[list[str]]) -> None:
    page = table_page(rows, [90.0] + [70.0] * (len(rows[0]) - 1), Look(kind))
    assert as_rows(read_tables([page], None)) == rows


@pytest.mark.parametrize("kind", ["ruled", "rules"])
@SETTINGS
@given(rows=texts())
def test_wrapped_cells(kind: str, rows: list[list[str]]) -> None:
    page = table_page(rows, [40.0, 200.0, 60.0, 100.0], Look(kind, row_gap=8.0))
    assert as_rows(read_tables([page], None)) == rows


@pytest.mark.parametrize("kind", ["ruled", "rules"])
@SETTINGS
@given(rows=numbers().filter(lambda r: len(r[0]) in (3, 5)))
def test_spanning_headers_join_their_levels(kind: str, rows: list[list[str]]) -> None:
    columns = len(rows[0])
    top = ["", *(name for k in range(columns // 2) for name in (f"År 201{k}", ""))]
    spans = [(0, 1 + 2 * k, 2) for k in range(columns // 2)]
    page = table_page([top, *rows], [90.0] + [80.0] * (columns - 1), Look(kind), header=2, spans=spans)
    names = [rows[0][0], *(f"År 201{k // 2} / {name}" for k, name in enumerate(rows[0][1:]))]
    assert as_rows(read_tables([page], None)) == [names, *rows[1:]]


@pytest.mark.parametrize("repeated", [True, False])
@pytest.mark.parametrize("kind", ["ruled", "rules"])
@SETTINGS
@given(rows=numbers(), at=st.integers(2, 3))
def test_a_page_break_leaves_one_table(kind: str, repeated: bool, rows: list[list[str]], at: int) -> None:
    widths = [90.0] + [70.0] * (len(rows[0]) - 1)
    rest = rows[at:]
    if len(rest) < 2:
        rest = rest * 2
    first = table_page(rows[:at], widths, Look(kind, top=700.0))
    second = table_page(
        [rows[0], *rest] if repeated else rest, widths, Look(kind, top=60.0), number=2, header=int(repeated)
    )
    reading = read_tables([first, second], None)
    assert as_rows(reading) == [*rows[:at], *rest]
    assert [r.page for r in reading.tables[0].regions] == [1, 2]


@pytest.mark.parametrize("angle", [90, 270])
@SETTINGS
@given(rows=numbers())
def test_sideways_tables(angle: int, rows: list[list[str]]) -> None:
    upright = table_page(rows, [90.0] + [70.0] * (len(rows[0]) - 1), Look("ruled"))
    page = turned(upright, angle)
    reading = read_tables([page], None)
    assert as_rows(reading) == rows
    box = reading.tables[0].regions[0].bbox
    assert 0 <= box[0] < box[2] <= page.width
    assert 0 <= box[1] < box[3] <= page.height


@SETTINGS
@given(rows=numbers(), kind=st.sampled_from(["ruled", "rules", "shaded", "plain"]))
def test_every_word_is_taken_once_and_stands_in_its_cell(rows: list[list[str]], kind: str) -> None:
    page = table_page(rows, [90.0] + [70.0] * (len(rows[0]) - 1), Look(kind))
    reading = read_tables([page], None)
    assert reading.taken[1] == frozenset(range(len(page.words)))
    for cell in reading.tables[0].cells:
        for part in cell.paragraphs:
            assert cell.bbox[0] - 1 <= part.bbox[0] <= part.bbox[2] <= cell.bbox[2] + 1


def test_caption_notes_and_source_belong_to_the_table() -> None:
    rows = [["Kommune", "Mål", "Begyndt"], ["Horsens", "50", "58"], ["Viborg", "35", "36"], ["I alt", "85", "94"]]
    page = table_page(rows, [90.0, 70.0, 70.0], Look("ruled"))
    around = [
        *line("Tabel 3-2 Unge i forløb, fordelt på", 60, 76, BODY),
        *line("kommuner", 60, 88, BODY),
        *line("Anm.: Otte unge er ikke medregnet.", 60, 186, BODY),
        *line("Kilde: Registret", 60, 198, BODY),
    ]
    reading = read_tables([replace(page, words=(*page.words, *around))], None)
    table = reading.tables[0]
    assert (table.id, table.label, table.caption) == ("3-2", "Tabel 3-2", "Unge i forløb, fordelt på kommuner")
    assert table.notes == ("Anm.: Otte unge er ikke medregnet.",)
    assert table.source == "Registret"
    assert table.role == "measures"


def two_columns_of_prose() -> Page:
    text = "borgere kommer efter en aftale i forløb og får støtte"
    words = [w for k in range(30) for x in (60.0, 320.0) for w in line(text, x, 100 + 14.0 * k)]
    return Page(1, 595, 842, 0, tuple(words))


def contents_list() -> Page:
    entries = [(f"{k}", f"Kapitel om {w}", str(2 + 3 * k)) for k, w in enumerate(WORDS, start=1)]
    words = [
        w
        for k, (number, title, page) in enumerate(entries)
        for part, x in ((number, 60.0), (title, 90.0), (page, 500.0))
        for w in line(part, x, 100 + 16.0 * k)
    ]
    return Page(1, 595, 842, 0, tuple(words))


def version_strip() -> Page:
    labels = ("PROJEKTNR.", "VERSION", "UDARBEJDET", "GODKENDT")
    values = ("KN-2041", "2.0", "mkn", "hkj")
    words = [
        w
        for k, row in enumerate((labels, values))
        for c, text in enumerate(row)
        for w in line(text, 60 + 110.0 * c, 200 + 14.0 * k)
    ]
    return Page(1, 595, 842, 0, tuple(words))


def bullets() -> Page:
    words = [
        w
        for k in range(8)
        for w in (*line("•", 70, 100 + 14.0 * k), *line("Borgere kommer i forløb", 90, 100 + 14.0 * k))
    ]
    return Page(1, 595, 842, 0, tuple(words))


@pytest.mark.parametrize("page", [two_columns_of_prose(), contents_list(), version_strip(), bullets()])
def test_no_false_tables(page: Page) -> None:
    assert read_tables([page], None).tables == ()


def test_an_empty_page_has_no_tables() -> None:
    reading = read_tables([Page(1, 595, 842, 0, ())], None)
    assert reading.tables == ()
    assert reading.taken == {}
