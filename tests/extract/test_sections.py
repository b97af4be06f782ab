"""Sections and their blocks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.headings import Heading
from extract.report import Region, SectionRole
from extract.roles import role_of
from extract.sections import build_sections
from tests.extract.book import paragraph, run


def test_front_tree_pages_and_blocks() -> None:
    runs = [
        run("Slutevaluering"), run("1 Indledning", number=2), paragraph(2), run("1.1 Metode", number=2), paragraph(3),
        run("Bilag A", number=4), replace(run("x", number=4), lines=(), text="", spans=(), kind="table", table="t1"),
    ]  # fmt: skip
    headings = [Heading(1, "1", "Indledning", 1), Heading(3, "1.1", "Metode", 2), Heading(5, None, "Bilag A", 1)]
    box = (10.0, 20.0, 30.0, 40.0)
    sections = build_sections(runs, headings, {"t1": (Region(4, box), Region(5, box))})
    assert [(s.id, s.parent, s.pages, s.role) for s in sections] == [
        ("s0", None, (1, 1), "front"), ("1", None, (2, 3), "introduction"), ("1.1", "1", (2, 3), "method"),
        ("s3", None, (4, 5), "appendix"),
    ]  # fmt: skip
    assert [b.id for s in sections for b in s.blocks] == ["b1", "b2", "b3", "b4"]
    table = sections[-1].blocks[0]
    assert (table.type, table.text, table.table, len(table.regions)) == ("table", "", "t1", 2)


def test_lines_of_a_block_hold_its_text() -> None:
    made = paragraph()
    block = build_sections([made], [], {})[0].blocks[0]
    assert " ".join(block.text[ln.start : ln.end] for ln in block.lines) == made.text
    assert len(block.regions) == 1


def test_a_number_that_comes_twice() -> None:
    runs = [run("1 A"), run("1 B"), run("2 C")]
    headings = [Heading(0, "1", "A", 1), Heading(1, "1", "B", 1), Heading(2, "2", "C", 1)]
    assert [s.id for s in build_sections(runs, headings, {})] == ["1", "s2", "2"]


def test_a_note_beside_a_heading_belongs_to_its_first_paragraph() -> None:
    runs = [replace(run("1 Indledning"), margin_heading="Metode"), paragraph(), paragraph()]
    blocks = build_sections(runs, [Heading(0, "1", "Indledning", 1)], {})[0].blocks
    assert [b.margin_heading for b in blocks] == ["Metode", None]


def test_nothing_before_the_first_heading() -> None:
    sections = build_sections([run("1 A"), paragraph()], [Heading(0, "1", "A", 1)], {})
    assert [s.id for s in sections] == ["1"]
    assert build_sections([], [], {}) == ()


@pytest.mark.parametrize(
    ("title", "parent", "role"),
    [
        ("Indledning", None, "introduction"), ("Sammenfatning", None, "summary"), ("Projektet", None, "project"),
        ("Projektets forandringsteori", "project", "theory_of_change"), ("Metode og datagrundlag", None, "method"),
        ("Status på aktivitetsmålene", None, "activity_status"),
        ("Status på resultatmålene på kort sigt", None, "outcome_status"),
        ("Status på effektmålene", None, "impact_status"), ("Læringer og erfaringer", None, "learnings"),
        ("Den primære målgruppe", "learnings", "learnings"), ("Forankringen", None, "embedding"),
        ("Hvad lever videre?", None, "embedding"), ("Samlet vurdering", None, "conclusion"),
        ("Bilag 1: Datagrundlag", None, "appendix"), ("Interviewguide", "appendix", "appendix"),
        ("Anbefalinger", None, "recommendations"), ("Hvad har vi lært?", None, "learnings"),
        ("Rådgivningsforløb i kommunerne", "activity_status", "activity_status"),
        ("Økonomi og ressourcer", None, "project"),
        ("Hovedkonklusioner og anbefalinger", None, "summary"), ("Noget helt andet", None, "other"),
    ],
)  # fmt: skip
def test_roles(title: str, parent: SectionRole | None, role: SectionRole) -> None:
    assert role_of(title, parent) == role
