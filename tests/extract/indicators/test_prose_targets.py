"""Targets that stand in running text: what is one, what is none, and its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.indicators.draft import Draft
from extract.indicators.prose_items import labelled, lead_of, read_item
from extract.indicators.prose_targets import read_prose_targets
from extract.report import BlockType, Region, Report, Section, SectionRole
from tests.nouns import block
from tests.nouns import report as any_report


def section(ident: str, title: str, role: SectionRole, *texts: str, parent: str | None = None) -> Section:
    """A section whose list items are written with a hyphen in front."""
    blocks = []
    for place, text in enumerate(texts):
        kind: BlockType = "list_item" if text.startswith("- ") else "paragraph"
        blocks.append(block(place, text.removeprefix("- "), kind, top=100 + 20 * place))
    made = Section(ident, ident, title, 1, parent, (1, 1), role, tuple(blocks))
    return replace(made, title_regions=(Region(1, (70.0, 60.0, 520.0, 75.0)),))


def report(*sections: Section) -> Report:
    return replace(any_report(), sections=sections, tables=())


def texts(*sections: Section, drafts: tuple[Draft, ...] = ()) -> list[tuple[str, str | None, str | None, str | None]]:
    found = read_prose_targets(report(*sections), drafts)
    return [(draft.text, draft.target_text, draft.actual_text, draft.status_text) for draft in found]


@pytest.mark.parametrize(
    ("body", "goals"),
    [
        (
            ("Projektet havde følgende succeskriterier:", "- 40 unge er i gang", "- Ti virksomheder er med"),
            ["40 unge er i gang", "Ti virksomheder er med"],
        ),
        (("Der er følgende delmål:", "- 25 har mentor.", "- Alle trives nu."), ["25 har mentor", "Alle trives nu"]),
        (("Effektmål: Mindst 30 pct. er i job et år efter",), ["Mindst 30 pct. er i job et år efter"]),
        (("Effektmål 1: 20 er i job", "Effektmål 2: Ti er i praktik"), ["20 er i job", "Ti er i praktik"]),
        (("Succeskriterium: Deltagerne trives bedre.",), ["Deltagerne trives bedre"]),
        (("- C1: Fraværet er faldet.", "- C2: Flere er i arbejde."), ["Fraværet er faldet", "Flere er i arbejde"]),
        (("Effektmålet var, at 60 pct. er i job efter et år.",), ["60 pct. er i job efter et år"]),
        (("Projektets effektmål er, at halvdelen er i uddannelse.",), ["halvdelen er i uddannelse"]),
        (("Milepæl 3 – Kurset er udviklet og afprøvet",), ["Kurset er udviklet og afprøvet"]),
        (("Resultatmål. Borgerne har en plan for deres vej til job.",), ["Borgerne har en plan for deres vej til job"]),
        (("Deltagerne siger samstemmende, at", "- det har været godt", "- de ville have haft mere tid"), []),
        (("Fokus i evalueringen er på", "- endelig status på aktiviteterne", "- de opnåede resultater"), []),
        (("Effekterne kan endnu kun anes.",), []),
        (("Målet er ikke nået.",), []),
        (("Status: I proces",), []),
    ],
)  # fmt: skip
def test_a_section_on_results_gives_the_goals_that_it_says_are_goals(body: tuple[str, ...], goals: list[str]) -> None:
    assert [text for text, *_ in texts(section("4", "Effekter", "impact_status", *body))] == goals


def test_an_item_with_all_its_parts() -> None:
    body = (
        "Der er foreløbige tal for følgende mål:",
        "- C1: Mindst 70 pct. af dem er i praktik efter seks uger. Nu er 22 af 40 det, altså 55 pct. Status: I proces.",
        "- C2: 30 butikker har en makkerordning. Ved midtvejs har tolv en. Status: Forsinket.",
    )
    assert texts(section("4", "Resultater på lang sigt", "outcome_status", *body)) == [
        ("Mindst 70 pct. af dem er i praktik efter seks uger", "Mindst 70 pct.", "55 pct.", "I proces"),
        ("30 butikker har en makkerordning", "30", "tolv", "Forsinket"),
    ]


def test_the_lines_of_a_form_are_one_goal() -> None:
    body = (
        "Mål: Borgerne har fået et netværk", "Måltal: 50 borgere", "Resultat: 38 borgere",
        "Vurdering: Delvist indfriet",
        "Mål: Kommunen har en fast kontaktperson", "Resultat: Ja", "Vurdering: Indfriet",
    )  # fmt: skip
    assert texts(section("4", "Resultater", "outcome_status", *body)) == [
        ("Borgerne har fået et netværk", "50 borgere", "38 borgere", "Delvist indfriet"),
        ("Kommunen har en fast kontaktperson", None, "Ja", "Indfriet"),
    ]


def test_headings_that_are_goals() -> None:
    chapters = (
        section("3", "Resultater", "outcome_status"),
        section("3.1", "Mål 1: Mindst 60 borgere er i job", "outcome_status", "Målet er delvist nået.", parent="3"),
        section("3.2", "Mål 2: Borgerne trives bedre", "outcome_status", "Målet er nået.", parent="3"),
    )  # fmt: skip
    found = read_prose_targets(report(*chapters), ())
    assert [(d.printed_id, d.text, d.target_text, d.status_text) for d in found] == [
        ("Mål 1", "Mindst 60 borgere er i job", "Mindst 60", "delvist nået"),
        ("Mål 2", "Borgerne trives bedre", None, "nået"),
    ]


def test_a_level_that_a_table_holds_is_left_to_the_table() -> None:
    chapter = section("4", "Effekter", "impact_status", "Effektmål: Mindst 30 pct. er i job et år efter")
    held = Draft("D1", "D1", "impact", "Deltagere er i job", "30 pct.", table="5", row=0)
    assert texts(chapter, drafts=(held,)) == []
    assert len(texts(chapter, drafts=(replace(held, level="activity"),))) == 1


def test_goals_named_beforehand_count_where_the_results_name_none() -> None:
    aims = section(
        "2",
        "Projektet",
        "project",
        "Projektet havde følgende succeskriterier:",
        "- 40 unge er i job",
        "- 20 unge er i lære",
    )
    later = section(
        "4",
        "Resultater",
        "outcome_status",
        "- M1: 40 unge er i job. Resultat: 31.",
        "- M2: 20 unge er i lære. Resultat: 22.",
    )
    assert [text for text, *_ in texts(aims)] == ["40 unge er i job", "20 unge er i lære"]
    assert [actual for _, _, actual, _ in texts(aims, later)] == ["31", "22"]


def test_purposes_and_principles_are_no_targets() -> None:
    purpose = section(
        "2", "Formål", "project", "Målene er:", "- at løsningen er let at forstå", "- at den er åben for alle"
    )
    steps = section("5", "R1: Modtag en meddelelse", "other", "Vælg meddelelsen.")
    other = section("6", "S1: Afsend en meddelelse", "other", "Vælg modtageren.")
    assert texts(purpose, steps, other) == []


def test_every_target_is_quoted() -> None:
    chapter = section("4", "Effekter", "impact_status", "Effektmål: Mindst 30 pct. af dem er i job")
    (draft,) = read_prose_targets(report(chapter), ())
    assert [quote.quote for quote in draft.quotes] == ["Effektmål: Mindst 30 pct. af dem er i job"]
    assert (draft.level, draft.section) == ("impact", "4")


def test_labels_and_leads() -> None:
    assert labelled("Ti er i job. Resultat: 8. Status: Ikke nået.") == {
        "": "Ti er i job.",
        "actual": "8",
        "status": "Ikke nået",
    }
    lead = lead_of("Aktivitetsmål 2: Der er holdt møder")
    assert lead
    assert (lead.word, lead.ident) == ("aktivitetsmål", "Aktivitetsmål 2")
    assert lead_of("Målet er nået") is None
    assert read_item("Status: I proces", midterm=False) is None
