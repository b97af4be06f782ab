"""Headings told from text by type, number, place and what the file says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.contents import ContentsEntry
from extract.danish.lexicon import Lexicon
from extract.headings import Headed, read_headings
from extract.page import Element, Page, Style, TextRun
from extract.pages import Bookmark
from tests.extract.book import LEFT, paragraph, run
from tests.extract.typeset import BODY, page

Title = tuple[str | None, str, int]

BIG = Style("Sans", 16.0, bold=True, italic=False, color="#003366")
MIDDLE = Style("Sans", 12.5, bold=True, italic=False, color="#003366")
BOLD = Style("Serif", 10.0, bold=True, italic=False, color="#000000")
ITALIC = Style("Serif", 10.0, bold=False, italic=True, color="#000000")
PLAIN_BIG = Style("Serif", 14.0, bold=False, italic=False, color="#000000")


def document(*parts: TextRun | str, start: int = 1) -> list[TextRun]:
    """Runs one below the other, more space above what is set otherwise; "" is a paragraph, "---" a new page."""
    placed: list[TextRun] = []
    number, top = start, 90.0
    for part in parts:
        if part == "---":
            number, top = number + 1, 90.0
            continue
        made = paragraph() if isinstance(part, str) else part
        top += 6.0 if made.lines[0].style != BODY else 0.0
        made = run(made.text, style=made.lines[0].style, number=number, top=top, kind=made.kind, boxed=made.boxed)
        placed.append(made)
        top = made.lines[-1].bottom + 8.0
    return placed


def headings(
    runs: Sequence[TextRun],
    *,
    pages: Sequence[Page] = (),
    bookmarks: Sequence[Bookmark] = (),
    contents: Sequence[ContentsEntry] = (),
) -> list[Title]:
    headed = headed_of(runs, pages, bookmarks, contents)
    return [(h.number, h.title, h.level) for h in headed.headings]


def headed_of(
    runs: Sequence[TextRun],
    pages: Sequence[Page] = (),
    bookmarks: Sequence[Bookmark] = (),
    contents: Sequence[ContentsEntry] = (),
) -> Headed:
    return read_headings(runs, pages, bookmarks, contents, Lexicon.of([]))


def entry(number: str | None, title: str, level: int, target: int | None) -> ContentsEntry:
    return ContentsEntry(number, title, level, target, 1, (LEFT, 1.0, 500.0, 2.0), title, str(target))


FRONT = (run("Slutevaluering af Kajplads", style=replace(BIG, size=26.0)), run("Marts 2022", style=PLAIN_BIG), "---")


def test_numbered_headings_of_two_sizes() -> None:
    runs = document(
        *FRONT, run("1 Indledning", style=BIG), "", run("1.1 Metode", style=MIDDLE), "", "",
        run("2. Projektet", style=BIG), run("2.1. Mål", style=MIDDLE), "",
    )  # fmt: skip
    assert headings(runs) == [
        ("1", "Indledning", 1), ("1.1", "Metode", 2), ("2", "Projektet", 1), ("2.1", "Mål", 2),
    ]  # fmt: skip


@pytest.mark.parametrize("style", [BOLD, ITALIC, replace(BODY, color="#884400", size=11.0), PLAIN_BIG])
def test_unnumbered_headings_of_one_style(style: Style) -> None:
    titles = ["Baggrund og formål", "Hvad har vi lært?", "En god opstart betaler sig", "Forankring"]
    runs = document(*(part for t in titles for part in (run(t, style=style), "", "")))
    assert [title for _, title, _ in headings(runs)] == titles


def test_capitals_of_body_size() -> None:
    runs = document(*(part for t in ("1. INDLEDNING", "2. RESULTATER", "3. LÆRING") for part in (run(t), "", "")))
    assert headings(runs) == [("1", "INDLEDNING", 1), ("2", "RESULTATER", 1), ("3", "LÆRING", 1)]


def test_levels_of_unnumbered_headings_by_prominence() -> None:
    parts = (run("Resultater", style=BIG), "", run("På kort sigt", style=MIDDLE), "", run("Kurser", style=BOLD), "")
    assert [level for _, _, level in headings(document("", *parts, *parts, *parts))] == [1, 2, 3] * 3


def test_a_long_sentence_over_two_lines() -> None:
    title = "2 De fleste borgere kommer i gang, men tre ud af ti falder fra undervejs i forløbet"
    runs = document(run("1 Indledning", style=BIG), "", run(title, style=BIG), "", "")
    assert headings(runs)[1] == ("2", title[2:], 1)


def test_the_number_on_a_line_of_its_own() -> None:
    runs = document(*FRONT, run("Kapitel 1", style=BOLD), run("Indledning", style=BIG), "", "---",
                    run("Kapitel 2", style=BOLD), run("Resultater", style=BIG), "")  # fmt: skip
    assert headings(runs) == [("1", "Indledning", 1), ("2", "Resultater", 1)]


def test_a_heading_broken_by_hand_is_one() -> None:
    first = run("Samarbejdet med", style=BIG, top=90.0)
    second = run("kommunerne", style=BIG, top=90.0 + 1.2 * BIG.size)
    headed = headed_of([*document(""), replace(first), second, paragraph(top=140.0)])
    assert [h.title for h in headed.headings] == ["Samarbejdet med kommunerne"]


def test_no_headings_are() -> None:
    runs = document(
        run("1 Indledning", style=BIG), "",
        run("Begynd tidligt, mens borgeren er i praktik.", style=BOLD, kind="list_item"), "",
        run("Fakta om projektet", style=MIDDLE, boxed=True), "",
        run("Tabel 2: Status på mål", style=BOLD), "",
        run("»Jeg kom af sted om morgenen, også når det regnede.«", style=replace(ITALIC, size=12.0)), "",
        run("82 %", style=replace(BIG, size=30.0)), "",
        run("2 Resultater", style=BIG), "",
    )  # fmt: skip
    assert [title for _, title, _ in headings(runs)] == ["Indledning", "Resultater"]


def test_numbered_points_out_of_turn_are_none() -> None:
    runs = document(
        run("1 Indledning", style=PLAIN_BIG), "", run("2 Projektet", style=PLAIN_BIG), "",
        run("2.1 Forandringsteori", style=PLAIN_BIG), "",
        run("1 Samskabelse i kommunerne", style=BOLD), "", run("2 Samarbejde på tværs", style=BOLD), "",
        run("3 Læring", style=PLAIN_BIG), "",
    )  # fmt: skip
    assert [number for number, _, _ in headings(runs)] == ["1", "2", "2.1", "3"]


def test_appendices_have_no_number() -> None:
    runs = document(run("6 Konklusion", style=BIG), "", run("Bilag I. Datagrundlag", style=BIG), "")
    assert headings(runs)[-1] == (None, "Bilag I. Datagrundlag", 1)


def test_the_contents_list_names_headings_set_as_text() -> None:
    titles = ("Baggrund", "Indsatsen i kommunerne", "Hvad kom der ud af det?")
    listed = [entry(None, t, 1 + (i == 1), 2) for i, t in enumerate(titles)]
    runs = document("---", *(part for t in titles for part in (run(t), "", "")))
    assert headings(runs, contents=listed) == [(None, t, 1 + (i == 1)) for i, t in enumerate(titles)]


def test_a_contents_line_with_other_words_or_without_heading() -> None:
    listed = [
        entry("1", "Indledning", 1, 1),
        entry("2", "Logisk hiraki", 1, 1),
        entry("3", "Økonomi og ressourcer", 1, 2),
    ]
    headed = headed_of(
        document(run("1 Indledning", style=BIG), "", run("2 Logisk hierarki", style=BIG), ""), contents=listed
    )
    assert [h.number for h in headed.headings] == ["1", "2"]
    assert [w.code for w in headed.warnings] == ["contents_line_without_heading"]
    assert "Økonomi og ressourcer" in headed.warnings[0].message


def test_a_contents_line_names_one_run() -> None:
    listed = [entry("4.1", "Kvit", 2, 1), entry("4", "Tags", 1, 1), entry("4.2", "Sik", 2, 1)]
    runs = document(
        run("4 Tags", style=BIG), "", run("4.1 Kvit", style=BOLD), "", run("Kvit"), "", run("4.2 Sik", style=BOLD), ""
    )
    assert [number for number, _, _ in headings(runs, contents=listed)] == ["4", "4.1", "4.2"]


def test_bookmarks_without_blanks_and_below_the_title() -> None:
    marks = [
        Bookmark("Slutevaluering", 1, 1),
        Bookmark("1Indledning", 2, 2),
        Bookmark("1.1Metode", 3, 2),
        Bookmark("Bilag A. Data", 2, 2),
    ]
    runs = document(
        *FRONT,
        run("1 Indledning", style=BOLD),
        "",
        run("1.1 Metode", style=ITALIC),
        "",
        run("Bilag A. Data", style=BOLD),
        "",
    )
    assert headings(runs, bookmarks=marks) == [("1", "Indledning", 1), ("1.1", "Metode", 2), (None, "Bilag A. Data", 1)]


def tagged(runs: Sequence[TextRun], types: Sequence[str]) -> tuple[list[TextRun], list[Page]]:
    """Runs with a structure tree: one element each."""
    marked = [
        replace(r, lines=tuple(replace(ln, words=tuple(replace(w, mcid=at) for w in ln.words)) for ln in r.lines))
        for at, r in enumerate(runs)
    ]
    elements: dict[int, list[Element]] = {}
    for at, (r, kind) in enumerate(zip(runs, types, strict=True)):
        elements.setdefault(r.page, []).append(Element(kind, (at,)))
    return marked, [page((), n, structure=tuple(e)) for n, e in elements.items()]


def test_the_structure_tree_below_the_document_s_title() -> None:
    made = document(
        run("Midtvejsstatus", style=BIG),
        "",
        run("Baggrund", style=BOLD),
        "",
        run("Kurser", style=ITALIC),
        "",
        run("Læring", style=BOLD),
        "",
    )
    runs, pages = tagged(made, ["H1", "P", "H2", "P", "H3", "P", "H2", "P"])
    assert headings(runs, pages=pages) == [(None, "Baggrund", 1), (None, "Kurser", 2), (None, "Læring", 1)]


def test_tags_that_call_all_text_a_heading_are_not_believed() -> None:
    made = document(run("Baggrund", style=BIG), "", "", run("Læring", style=BIG), "", "")
    runs, pages = tagged(made, ["H1", "H2", "H2", "H1", "H2", "H2"])
    assert [title for _, title, _ in headings(runs, pages=pages)] == ["Baggrund", "Læring"]


def test_sources_that_disagree_are_told() -> None:
    made = document(
        run("1 Baggrund", style=BIG), "", run("1.1 Kurser", style=MIDDLE), "", run("2 Læring", style=BIG), ""
    )
    runs, pages = tagged(made, ["H1", "P", "H3", "P", "H1", "P"])
    listed = [entry("1", "Baggrund", 1, 1), entry("1.1", "Kurser", 2, 1), entry("2", "Læring", 1, 1)]
    headed = headed_of(runs, pages, contents=listed)
    assert [h.level for h in headed.headings] == [1, 2, 1]
    assert [w.code for w in headed.warnings] == ["heading_sources_disagree"]


def test_nothing_of_a_title_page_is_a_heading() -> None:
    runs = document(*FRONT, run("Indledning", style=BIG), "", run("Resultater", style=BIG), "")
    assert [title for _, title, _ in headings(runs)] == ["Indledning", "Resultater"]


def test_the_title_above_the_text_is_none() -> None:
    runs = document(
        run("Notat om Kajplads", style=replace(BIG, size=22.0)),
        "",
        run("Indledning", style=MIDDLE),
        "",
        run("Læring", style=MIDDLE),
        "",
    )
    assert [title for _, title, _ in headings(runs)] == ["Indledning", "Læring"]


def test_what_stands_between_two_sections_lies_in_their_chapter() -> None:
    runs = document(
        run("1 Mål", style=BIG), run("1.1 Kurser", style=MIDDLE), "",
        run("Opsamling", style=replace(BIG, color="#aa0000")), "", run("1.2 Netværk", style=MIDDLE), "",
    )  # fmt: skip
    assert [level for _, _, level in headings(runs)] == [1, 2, 3, 2]


def test_of_one_size_the_style_that_opens_sections_is_the_higher() -> None:
    slanted = replace(BOLD, italic=True)
    part = (run("Kurser", style=slanted), "", run("Vejle", style=BOLD), "", run("Kolding", style=BOLD), "")
    runs = document("", *(p for _ in range(3) for p in (run("Resultater", style=BIG), "", *part)))
    assert [level for _, _, level in headings(runs)] == [1, 2, 3, 3] * 3


def test_a_label_left_behind_at_the_foot_of_a_page() -> None:
    runs = document("", run("Kapitel 2", style=BOLD), "---", run("Resultater", style=BIG), "")
    headed = headed_of(runs)
    assert [(h.number, h.title, headed.runs[h.at].page) for h in headed.headings] == [("2", "Resultater", 2)]


def test_chapters_that_repeat_a_title_on_one_page() -> None:
    listed = [
        entry(None, t, level, 1) for t, level in (("Vejle", 1), ("Opstarten", 2), ("Kolding", 1), ("Opstarten", 2))
    ]
    runs = document(
        "---", run("Vejle", style=BIG), run("Opstarten"), "", run("Kolding", style=BIG), run("Opstarten"), ""
    )
    assert [title for _, title, _ in headings(runs, contents=listed)] == ["Vejle", "Opstarten", "Kolding", "Opstarten"]


def test_a_contents_list_without_levels_leaves_them_to_type() -> None:
    listed = [entry(None, t, 1, 1) for t in ("Baggrund", "Kurser", "Resultater", "Netværk")]
    listed = [replace(e, level=None) for e in listed]
    runs = document("---", *(p for i, e in enumerate(listed) for p in (run(e.title, style=(BIG, BOLD)[i % 2]), "")))
    assert [level for _, _, level in headings(runs, contents=listed)] == [1, 2, 1, 2]


def test_no_text_at_all() -> None:
    assert headings([]) == []


@settings(max_examples=80, deadline=None)
@given(
    sizes=st.lists(st.floats(10.6, 30), min_size=1, max_size=3, unique_by=round),
    shape=st.lists(st.integers(0, 2), min_size=2, max_size=8),
    bold=st.booleans(),
)
def test_runs_are_kept_and_levels_have_no_gaps(sizes: list[float], shape: list[int], bold: bool) -> None:
    styles = [replace(BODY, size=round(s * 2) / 2, bold=bold) for s in sorted(sizes, reverse=True)]
    parts = [
        part
        for i, n in enumerate(shape)
        for part in (run(f"Afsnit {chr(97 + i)} om noget", style=styles[n % len(styles)]), "")
    ]
    runs = document("", *parts)
    headed = headed_of(runs)
    assert " ".join(r.text for r in headed.runs) == " ".join(r.text for r in runs)
    levels = {h.level for h in headed.headings}
    assert levels == set(range(1, len(levels) + 1))
    assert [h.at for h in headed.headings] == sorted({h.at for h in headed.headings})
