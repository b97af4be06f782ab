"""Learnings and embedding statements of made and real reports."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extract.batch import Options, read_one
from extract.report import Block, Region, Report, TextLine
from extract.statements.points import points
from extract.statements.read import read_embedding, read_learnings
from tests.extract.statements.made import chapter, evaluation, items, paragraphs


def texts(statements: tuple[object, ...]) -> list[str]:
    return [statement.text for statement in statements]  # type: ignore[attr-defined]


def test_numbered_recommendations_are_one_each_without_their_numbers() -> None:
    report = evaluation(chapter("Anbefalinger", "recommendations", *paragraphs(
        "På baggrund af evalueringen har vi formuleret følgende anbefalinger:"
    ), *items(
        "1. Kommunerne skal udpege en fast kontaktperson for hver virksomhed.",
        "2. Visitationen skal begynde, mens borgeren er indlagt.",
        "3. Mentorer skal have tid i kalenderen til samtalerne.",
    )))  # fmt: skip
    assert texts(read_learnings(report)) == [
        "Kommunerne skal udpege en fast kontaktperson for hver virksomhed.",
        "Visitationen skal begynde, mens borgeren er indlagt.",
        "Mentorer skal have tid i kalenderen til samtalerne.",
    ]


def test_prose_with_margin_headings_has_them_as_themes_and_loses_its_introduction() -> None:
    report = evaluation(chapter(
        "Læring", "learnings",
        *paragraphs("I dette kapitel beskrives projektets læringer. De er ordnet i to temaer."),
        *paragraphs(
            "Ledelsen skal med fra begyndelsen. Hvor chefen sad med i styregruppen, gik arbejdet lettere.",
            "Det er svært at rekruttere om sommeren.",
            side="Ledelse",
        ),
    ))  # fmt: skip
    found = read_learnings(report)
    assert [(one.theme, one.text.split()[0]) for one in found] == [("Ledelse", "Ledelsen"), ("Ledelse", "Det")]


def test_a_long_paragraph_is_cut_into_its_points() -> None:
    text = (
        "For det første viser erfaringerne, at samtalerne skal holdes på arbejdspladsen og ikke på jobcentret, fordi "
        "borgeren dér kan vise, hvad der er svært, og fordi lederen kan svare med det samme. For det andet har det "
        "været vigtigt, at konsulenten kunne bevilge hjælpemidler uden at skulle spørge andre, for ventetiden har fået "
        "flere til at opgive. Endelig bør kommende projekter afsætte tid til at lære virksomhederne at kende."
    )
    found = texts(read_learnings(evaluation(chapter("Erfaringer", "learnings", *paragraphs(text)))))
    assert [one.split()[0] for one in found] == ["For", "For", "Endelig"]
    assert [one.split()[-1] for one in found] == ["samme.", "opgive.", "kende."]


@pytest.mark.parametrize(
    "sentence",
    [
        "En central læring er, at borgerne skal mødes hurtigt.",
        "Erfaringen viser, at små skridt virker bedst.",
        "Det anbefales, at kommunerne fortsætter med faste kontaktpersoner.",
        "En vigtig pointe er, at tilliden tager tid.",
        "Projektet har vist, at frivillige kan løfte opgaven.",
        "Fremover bør samtalen holdes inden for den første uge.",
        "Set i bakspejlet var målgruppen for bred.",
        "Et centralt takeaway er, at onboarding af mentorer tager tid.",
        "Vores væsentligste anbefaling er at begynde tidligere.",
    ],
)
def test_other_chapters_give_what_they_say_to_be_a_learning(sentence: str) -> None:
    plain = "Der er holdt fire møder i hver kommune."
    report = evaluation(chapter("Status på aktiviteter", "activity_status", *paragraphs(f"{plain} {sentence}")))
    assert texts(read_learnings(report)) == [sentence]


def test_a_list_that_finishes_a_point_belongs_to_it() -> None:
    report = evaluation(chapter("Læringer", "learnings", *paragraphs(
        "Transporten er den største hindring for de unge. Der er to veje udenom:"
    ), *items("et klippekort til bussen;", "en kørselsordning med naboer.")))  # fmt: skip
    found = read_learnings(report)
    assert len(found) == 1
    assert found[0].text.endswith("udenom: et klippekort til bussen; en kørselsordning med naboer.")


def test_the_summary_adds_only_what_is_new() -> None:
    said = "Vi anbefaler, at kommunerne udpeger en fast kontaktperson for hver virksomhed."
    new = "Vi anbefaler, at puljen betaler for tolkning."
    report = evaluation(
        chapter("Resumé", "summary", *paragraphs(f"{said} {new}"), ident="1"),
        chapter("Anbefalinger", "recommendations", *paragraphs(said)),
    )
    assert sorted(texts(read_learnings(report))) == sorted([said, new])


def test_embedding_by_municipality() -> None:
    report = evaluation(chapter(
        "Forankring", "embedding",
        *paragraphs("Forankringen er drøftet med de tre kommuner i maj. Det gælder følgende:"),
        *items(
            "Rebild: Ordningen er gjort permanent.",
            "Morsø: Ordningen fortsætter kun for unge.",
            "Thisted: Ordningen er nedlagt.",
            "Jammerbugt: Det er endnu ikke besluttet.",
        ),
        *paragraphs("Vi anbefaler, at kommunerne følger op til næste år."),
    ))  # fmt: skip
    assert [one.status for one in read_embedding(report)] == [
        "continues", "partly_continues", "does_not_continue", "unknown",
    ]  # fmt: skip
    assert texts(read_learnings(report)) == ["Vi anbefaler, at kommunerne følger op til næste år."]


def test_margin_headings_tell_what_sentences_leave_open() -> None:
    report = evaluation(chapter(
        "Efter projektet", "embedding",
        *paragraphs("Netværket mødes hver anden måned på biblioteket.", side="Det, der fortsætter"),
        *paragraphs("Projektets telefonlinje og de åbne rådgivninger.", side="Det, der ophører"),
    ))  # fmt: skip
    assert [one.status for one in read_embedding(report)] == ["continues", "does_not_continue"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Borgeren fortsætter i sit fleksjob.",
        "Projektet fortsatte i 2018 med nye hold.",
        "Det var tanken, at grupperne skulle forankres lokalt.",
        "Målet er, at femten partnerskaber videreføres.",
        "Deltagerne fortsætter på næste hold.",
    ],
)
def test_going_on_in_other_senses_is_no_embedding(sentence: str) -> None:
    report = evaluation(chapter("Status på resultater", "outcome_status", *paragraphs(sentence)))
    assert read_embedding(report) == ()


def test_a_chapter_is_known_by_its_sentences_where_its_title_does_not_say() -> None:
    report = evaluation(chapter("Når gæsterne er gået", "other", *paragraphs(
        "Køkkenet drives videre af beboerne. Haven er overtaget af skolen. Festudvalget er nedlagt uden protester."
    )))  # fmt: skip
    assert [one.status for one in read_embedding(report)] == ["continues", "continues", "does_not_continue"]


def test_a_manual_that_recommends_has_no_learnings() -> None:
    manual = chapter("Opsætning", "other", *paragraphs("Det anbefales, at TLS 1.2 slås til på serveren."))
    assert read_learnings(replace(evaluation(), sections=(manual,))) == ()
    assert read_embedding(replace(evaluation(), sections=())) == ()


def test_a_statement_over_a_page_break_has_a_region_a_page() -> None:
    text = "Mentorerne skal have tid til samtalerne."
    upper, lower = (70.0, 700.0, 500.0, 712.0), (70.0, 80.0, 300.0, 92.0)
    lines = (TextLine(0, 20, 1, upper), TextLine(21, len(text), 2, lower))
    block = Block("b1", "paragraph", text, (Region(1, upper), Region(2, lower)), lines)
    found = read_learnings(evaluation(chapter("Læringer", "learnings", block)))
    assert [(r.page, r.bbox) for r in found[0].regions] == [(1, upper), (2, lower)]


def test_points_have_at_most_eighty_words_where_sentences_allow() -> None:
    sentence = "Samtalerne skal holdes, hvor borgeren arbejder, og ikke på et kontor i den anden ende af byen."
    text = " ".join([sentence] * 12)
    spans = [(k * (len(sentence) + 1), k * (len(sentence) + 1) + len(sentence)) for k in range(12)]
    found = points(text, spans)
    assert all(len(text[start:end].split()) <= 80 for start, end in found)
    assert " ".join(text[start:end] for start, end in found) == text


@pytest.fixture(scope="module")
def readings(examples: dict[str, Path]) -> dict[str, Report]:
    return {name: read_one(path, Options(in_process=True)) for name, path in examples.items()}


@pytest.mark.parametrize("name", ["nordlys", "havnen", "broerne"])
def test_examples_have_their_statements(name: str, readings: dict[str, Report], examples: dict[str, Path]) -> None:
    gold = json.loads(examples[name].with_suffix(".gold.json").read_text("utf-8"))
    learnings = read_learnings(readings[name])
    embedding = read_embedding(readings[name])
    for one in gold["learnings"]:
        assert any(one["contains"] in learnt.text for learnt in learnings), one
    for one in gold["embedding"]:
        statuses = [left.status for left in embedding if one["contains"] in left.text]
        assert statuses == [one["status"]], one
    assert len(learnings) <= 2 * len(gold["learnings"])
    assert len(embedding) <= 2 * len(gold["embedding"])
    said = [(one.text, one.regions) for one in learnings] + [(one.text, one.regions) for one in embedding]
    assert all(4 <= len(text.split()) <= 80 and regions for text, regions in said)
