"""Sessions, as they are typed and as they are piped."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import puljelup
from extract.report import Report
from extract.serialise import to_json
from qa.chat import Session, chat
from qa.desk import desk_of_reports
from qa.readers import ExtractiveReader
from tests.index.made import block, report, section

SKIVE = "Skive Kommune forlod projektet i maj 2019, fordi jobcentret skiftede ledelse."
GREVE = "Greve Kommune forlod projektet i juni 2020, fordi der manglede borgere i målgruppen."


def note() -> Report:
    return replace(report(), sections=(section("1", "Baggrund", block(1, f"{SKIVE} {GREVE}")),), tables=())


def session() -> Session:
    return Session(desk_of_reports([note()]), ExtractiveReader())


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What was written to stdout and stderr, when asked for."""
    kept: list[str] = []

    class Read(list[str]):
        def __getitem__(self, place: int) -> str:  # type: ignore[override]
            if not kept:
                kept.extend(capsys.readouterr())
            return kept[place]

    return Read()


def test_a_follow_up_is_understood_and_told(told: list[str]) -> None:
    assert chat(session(), iter(["Hvorfor forlod Skive projektet?\n", "og Greve?\n"])) == 0
    assert "Forstået som: Hvorfor forlod Greve projektet?" in told[0]
    first, second = told[0].split("Forstået som")
    assert "skiftede ledelse" in first
    assert "manglede borgere" in second
    assert told[1].endswith("Farvel.\n")


def test_with_json_each_answer_is_an_object_on_a_line_and_talk_is_elsewhere(told: list[str]) -> None:
    chat(session(), iter(["Hvorfor forlod Skive projektet?", "/rapporter", "hvornår?", "/slut", "Hvad så?"]), json=True)
    answers = [json.loads(line) for line in told[0].splitlines()]
    assert [answer["question"] for answer in answers] == [
        "Hvorfor forlod Skive projektet?", "Hvornår forlod Skive projektet?",
    ]  # fmt: skip
    assert "note.pdf" in told[1]
    assert "Forstået som" in told[1]


def test_commands_say_what_they_are_for() -> None:
    one = session()
    assert "/kilde N" in str(one.command("/hjælp"))
    assert one.command("/rapporter") == "note.pdf: Evaluering af Lysene"
    assert "ikke noget svar" in str(one.command("/kilde 1"))
    assert "ingen kommando /foo" in str(one.command("/foo"))
    assert one.command("/slut") is None
    assert one.greeting().startswith("1 rapport.")


def test_a_source_is_shown_with_the_text_that_it_stands_in() -> None:
    one = session()
    one.ask("Hvorfor forlod Skive projektet?")
    shown = str(one.command("/kilde 1"))
    assert shown.startswith("note.pdf, Baggrund, side 1\n“")
    assert SKIVE in shown
    assert "fra 1 til" in str(one.command("/kilde 99"))
    assert "fra 1 til" in str(one.command("/kilde x"))


def test_a_question_that_cannot_be_asked_does_not_end_the_session(told: list[str]) -> None:
    chat(session(), iter(["???", "", "Hvorfor forlod Skive projektet?"]))
    assert "The question is empty." in told[1]
    assert "skiftede ledelse" in told[0]


def test_ctrl_c_ends_politely(told: list[str]) -> None:
    def typed() -> Iterator[str]:
        yield "Hvorfor forlod Skive projektet?"
        raise KeyboardInterrupt

    assert chat(session(), typed()) == 0
    assert told[1].endswith("Farvel.\n")


def test_sessions_speak_english_too(told: list[str]) -> None:
    one = replace(session(), language="en")
    chat(one, iter(["Hvorfor forlod Skive projektet?", "hvornår?", "/reports", "/quit"]))
    assert "Understood as: Hvornår forlod Skive projektet?" in told[0]
    assert told[1] == "Goodbye.\n"


def test_lines_may_come_from_a_pipe(tmp_path: Path) -> None:
    file = tmp_path / "note.json"
    file.write_text(to_json(note()), "utf-8")
    lines = "Hvorfor forlod Skive projektet?\nog Greve?\næ?\n".encode("latin-1")  # no UTF-8
    done = CliRunner().invoke(puljelup, ["qa", "chat", str(file), "--json"], input=lines)
    assert done.exit_code == 0, done.output
    assert [json.loads(line)["question"] for line in done.stdout.splitlines()][:2] == [
        "Hvorfor forlod Skive projektet?", "Hvorfor forlod Greve projektet?",
    ]  # fmt: skip
