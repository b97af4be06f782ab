"""Verdicts of running text, each given to the goal that it speaks of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.indicators.draft import Draft
from extract.indicators.prose import main_verdict, prose_verdict, prose_verdicts, verdicts_of
from extract.indicators.prose_order import in_order
from extract.report import Block, Report, Section, SectionRole, TextLine
from tests.nouns import report as any_report


def paragraph(number: int, text: str, margin: str | None = None) -> Block:
    box = (80.0, 100.0 + 20 * number, 500.0, 112.0 + 20 * number)
    return Block(f"b{number}", "paragraph", text, (), (TextLine(0, len(text), 1, box),), margin)


def section(
    ident: str, title: str, role: SectionRole, *texts: str | tuple[str, str], parent: str | None = None
) -> Section:
    blocks = [
        paragraph(i, text, None) if isinstance(text, str) else paragraph(i, text[1], text[0])
        for i, text in enumerate(texts)
    ]
    return Section(ident, ident, title, 1, parent, (1, 1), role, tuple(blocks))


def report(*sections: Section) -> Report:
    return replace(any_report(), sections=sections, tables=())


GOALS = [
    Draft("A1", "A1", "activity", "Der er ansat en frivilligkoordinator i hver kommune", "5", "5", section="3"),
    Draft("A2", "A2", "activity", "Borgere er visiteret til et træningsforløb", "90", "71", section="3"),
    Draft("A3", "A3", "activity", "Der er afholdt informationsmøder for praktiserende læger", "12", "4", section="3"),
    Draft("A4", "A4", "activity", "Der er udgivet en drejebog", "1", "Ja", section="3"),
]


def told(*texts: str | tuple[str, str], role: SectionRole = "activity_status") -> list[str | None]:
    """The status of each of the four goals after these paragraphs of its chapter."""
    found = verdicts_of(report(section("3", "Status på aktiviteter", role, *texts)), GOALS)
    return [verdict.status if (verdict := main_verdict(goal)) else None for goal in found]


NOTHING: list[str | None] = [None, None, None, None]


@pytest.mark.parametrize(
    ("texts", "statuses"),
    [
        (("A1 og A4 er opfyldt, mens A2 kun er delvist opfyldt.",), ["achieved", "partly_achieved", None, "achieved"]),
        (("A1 er opfyldt, A2 delvist og A3 slet ikke.",), ["achieved", "partly_achieved", "not_achieved", None]),
        (("Alle aktivitetsmål er opfyldt på nær A3.",), ["achieved", "achieved", "not_achieved", "achieved"]),
        (("Samtlige mål er indfriet.",), ["achieved"] * 4),
        (("Ingen af målene er nået.",), ["not_achieved"] * 4),
        (("Aktivitetsmålene er således ikke nået.",), ["not_achieved"] * 4),
        (("Det tredje aktivitetsmål er ikke indfriet.",), [None, None, "not_achieved", None]),
        (("Målet om informationsmøder for læger er langt fra nået.",), [None, None, "not_achieved", None]),
        (
            (
                ("Frivilligkoordinatorer", "Hver kommune har haft en koordinator fra første dag. Målet er opfyldt."),
                ("Visitation", "71 borgere kom i træning mod 90 planlagte. Målet er dermed kun delvist nået."),
                ("Møder for læger", "Kun fire møder blev til noget. Dette mål er ikke indfriet."),
                ("Drejebogen", "Den udkom i maj. Det vurderes, at målet er opfyldt."),
            ),
            ["achieved", "partly_achieved", "not_achieved", "achieved"],
        ),
        (
            (
                ("Frivilligkoordinatorer", "Hver kommune har haft en koordinator."), "Målet er opfyldt.",
                ("Drejebogen", "Den findes også på engelsk."), "Dette aktivitetsmål er ligeledes opfyldt.",
            ),
            ["achieved", None, None, "achieved"],
        ),
        (("71 er visiteret til træning, og målet på 90 er delvist nået.",), [None, "partly_achieved", None, None]),
        (("Målet om en drejebog er nået i Kolding, men ikke i Furesø.",), [*NOTHING[:3], "partly_achieved"]),
        (("Holbæk har nået sit mål for træningsforløb.",), NOTHING),
        (("To er opfyldt, ét er delvist opfyldt, og ét er ikke opfyldt.",), NOTHING),
        (("Hvis målet for træningsforløb skal nås, kræver det flere henvisninger.",), NOTHING),
        (("Det er for tidligt at sige noget om noget som helst.",), NOTHING),
    ],
)  # fmt: skip
def test_each_verdict_goes_to_the_goal_it_speaks_of(texts: tuple[str, ...], statuses: list[str | None]) -> None:
    assert told(*texts) == statuses


def test_goals_in_headings_of_their_own() -> None:
    chapters = (
        section("3", "Status på aktiviteter", "activity_status"),
        section("3.1", "Træningsforløb", "activity_status", "71 kom. Målet er delvist indfriet.", parent="3"),
        section("3.2", "En drejebog", "activity_status", "Den er skrevet. Målet er indfriet.", parent="3"),
    )
    found = [main_verdict(goal) for goal in verdicts_of(report(*chapters), GOALS)]
    assert [verdict.status if verdict else None for verdict in found] == [None, "partly_achieved", None, "achieved"]


def test_the_conclusion_counts_for_the_audit_and_not_for_the_status() -> None:
    both = report(
        section("3", "Status", "activity_status", "Der er udgivet en drejebog. Målet er opfyldt."),
        section("6", "Konklusion", "conclusion", "Målet om at udgive en drejebog er ikke nået."),
    )
    found = prose_verdicts(both, GOALS[3], GOALS)
    assert [(v.status, v.role) for v in found] == [("achieved", "activity_status"), ("not_achieved", "conclusion")]
    verdict = prose_verdict(both, GOALS[3], GOALS)
    assert verdict
    assert (verdict.status, verdict.raw, verdict.quote.quote) == ("achieved", "opfyldt", "Målet er opfyldt.")


def test_the_conclusion_counts_where_it_alone_names_the_goal() -> None:
    only = report(
        section("3", "Status", "activity_status"), section("6", "Konklusion", "conclusion", "A2 er ikke nået.")
    )
    verdict = prose_verdict(only, GOALS[1], GOALS)
    assert verdict
    assert verdict.status == "not_achieved"


def test_in_a_midterm_report_a_forecast_is_ongoing() -> None:
    chapter = section("3", "Status", "activity_status", "Drejebogen er i trykken, og vi forventer, at målet nås.")
    middle = report(chapter)
    middle = replace(middle, metadata=replace(middle.metadata, kind="midterm_evaluation"))
    verdict = prose_verdict(middle, GOALS[3], GOALS)
    assert verdict
    assert verdict.status == "ongoing"


def test_verdicts_are_given_all_at_once_and_in_order() -> None:
    assert in_order([{0: 0.8, 1: 0.9}, {1: 1.2}, {0: 0.1}], 0.3) == [0, 1, None]
    assert in_order([], 0.3) == []
