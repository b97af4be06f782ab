from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extract.report import Block, BlockType, Cell, Region, Report, Section, Table, TextLine
from index.passage import Passage
from index.passages import MOST, passages_of
from index.pieces import Piece, block_pieces, place_on_one_page, row_pieces
from tests.index.made import BOX, block, report, section, table

SENTENCE = "Kommunerne har i hele perioden arbejdet tæt sammen med de lokale virksomheder om nye forløb. "


def of(*sections: Section, tables: tuple[Table, ...] = ()) -> tuple[Passage, ...]:
    return passages_of(replace(report(), sections=sections, tables=tables))


def test_short_neighbours_go_together_and_long_paragraphs_are_cut_at_sentences() -> None:
    short = of(section("1", "Indledning", block(1, "Projektet begyndte."), block(2, "Det sluttede.")))
    assert [p.text for p in short] == ["Projektet begyndte. Det sluttede."]
    long = of(section("1", "Indledning", block(1, (SENTENCE * 40).strip())))
    assert len(long) > 2
    assert all(len(p.text.split()) <= MOST and p.text.endswith(".") for p in long)


def test_margin_headings_part_passages_and_are_searched() -> None:
    first = block(1, "Projektet begyndte.", margin="Baggrund")
    second = block(2, "Det sluttede.", margin="Afslutning")
    passages = of(section("1", "Indledning", first, second))
    assert [p.searched for p in passages] == [
        "Indledning Baggrund Projektet begyndte.",
        "Indledning Afslutning Det sluttede.",
    ]


def test_the_path_of_headings_is_searched() -> None:
    passages = of(section("2", "Resultater"), section("2.1", "Aktiviteter", block(1, "Alt gik godt."), parent="2"))
    assert passages[0].path == ("Resultater", "Aktiviteter")
    assert (passages[0].section, passages[0].section_title) == ("2.1", "Aktiviteter")


def test_a_list_keeps_its_lead_in_also_where_it_is_cut() -> None:
    items = [block(n, SENTENCE * 2, "list_item") for n in range(2, 14)]
    passages = of(section("1", "Læring", block(1, "Der er tre læringer:"), *items))
    assert len(passages) > 1
    assert all(p.kind == "list" and p.text.startswith("Der er tre læringer:") for p in passages)


def test_a_lead_in_without_a_list_is_kept() -> None:
    passages = of(
        section("1", "Læring", block(1, "Tabellen viser:"), block(2, "", "table", table="2-1")), tables=(table(),)
    )
    assert [(p.kind, p.text) for p in passages] == [
        ("text", "Tabellen viser:"),
        ("table", "Kommune: Nørreby; Antal: 12."),
    ]
    assert "Tabel 2-1 Forløb Kommune Antal Opgjort i maj." in passages[1].context


def test_a_row_is_quoted_as_its_cells_joined_by_a_space() -> None:
    piece = row_pieces(table())[0]
    assert piece.text == "Nørreby 12"
    assert [(piece.text[line.start : line.end], line.bbox) for line in piece.lines] == [
        ("Nørreby", (70.0, 220.0, 170.0, 235.0)),
        ("12", (170.0, 220.0, 270.0, 235.0)),
    ]


def test_a_cell_over_two_columns_is_said_once() -> None:
    wide = Cell(0, 0, 1, 2, "Alle kommuner", 1, BOX, ())
    piece = row_pieces(replace(table(), rows=(("Alle kommuner", "Alle kommuner"),), cells=(wide,)))[0]
    assert piece.text == "Alle kommuner"


def broken(text: str, cut: int) -> Piece:
    """A paragraph whose first ``cut`` characters stand on page 1, the others on page 2."""
    boxes = ((70.0, 700.0, 500.0, 712.0), (70.0, 80.0, 500.0, 92.0))
    lines = (TextLine(0, cut, 1, boxes[0]), TextLine(cut, len(text), 2, boxes[1]))
    return block_pieces(Block("b1", "paragraph", text, (Region(1, boxes[0]), Region(2, boxes[1])), lines))[0]


def test_a_quote_over_a_page_break_is_cut_to_one_page_in_whole_words() -> None:
    text = "Alle borgere fik et tilbud om mentor"
    place = place_on_one_page(broken(text, 7), 0, len(text))
    assert place is not None
    assert (place.page, text[place.start : place.end], place.bbox[1]) == (2, "fik et tilbud om mentor", 80.0)


@given(st.text("ab  ", min_size=2, max_size=30), st.data())
def test_places_are_whole_words_of_one_page(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(text) - 1))
    place = place_on_one_page(broken(text, cut), 0, len(text))
    if place is not None:
        assert place.start < place.end
        assert place.end <= cut if place.page == 1 else place.start >= cut
        assert place.start == 0 or text[place.start - 1] == " "
        assert place.end == len(text) or text[place.end] == " "


def test_nothing_of_the_sections_is_left_out() -> None:
    note: Report = report()
    said = " ".join(p.text for p in passages_of(note))
    assert all(b.text in said for s in note.sections for b in s.blocks)
    assert len({p.id for p in passages_of(note)}) == len(passages_of(note))


def test_a_margin_heading_goes_on_to_the_next_one() -> None:
    first = block(1, SENTENCE * 5, margin="Baggrund")
    passages = of(section("1", "Indledning", first, block(2, SENTENCE * 5), block(3, "Slut.", margin="Afslutning")))
    assert [p.path[-1] for p in passages] == ["Baggrund", "Baggrund", "Afslutning"]


def test_text_reads_on_around_a_table_and_keeps_its_rest() -> None:
    blocks = (
        block(1, "Målene ses her."),
        block(2, "", "table", table="2-1"),
        block(3, SENTENCE * 6),
        block(4, "Nået."),
    )
    passages = of(section("1", "Mål", *blocks), tables=(table(),))
    assert [p.kind for p in passages] == ["text", "table"]
    assert passages[0].text.startswith("Målene ses her.")
    assert passages[0].text.endswith("Nået.")


@given(st.lists(st.tuples(st.sampled_from(["paragraph", "list_item", "footnote", "quote"]), st.integers(1, 30))))
def test_every_block_is_in_a_passage_of_bounded_length(made: list[tuple[BlockType, int]]) -> None:
    blocks = [
        block(place, f"Nr. {place}: {SENTENCE * count}".strip(), kind) for place, (kind, count) in enumerate(made)
    ]
    passages = of(section("1", "Mål", *blocks))
    said = " ".join(p.text for p in passages)
    assert all(f"Nr. {place}:" in said for place in range(len(made)))
    assert all(len(p.text.split()) <= MOST for p in passages)
