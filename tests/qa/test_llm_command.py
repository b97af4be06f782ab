"""The language-model reader from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import puljelup
from extract.serialise import to_json
from tests.qa.scripted import Heard, Says, asked_of, events, first_text, says, serving
from tests.qa.test_llm import note

QUESTION = "Hvorfor forlod Solrød projektet?"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"PULJELUP_LLM_{name}", raising=False)
    file = tmp_path / "note.json"
    file.write_text(to_json(note()), "utf-8")
    return str(file)


def called(*words: str) -> Result:
    return CliRunner().invoke(puljelup, ["qa", *words])


def quoting(heard: Heard) -> Says:
    """One true quote and two that are none."""
    told = first_text(heard)
    invented = {"text": "Opdigtet.", "passage": told["passage"], "page": 1, "quote": "det har ingen skrevet"}
    true = {"text": "Ledelsen skiftede.", "passage": told["passage"], "page": 1, "quote": "jobcentret skiftede ledelse"}
    return says(true, invented, invented)


def test_what_is_dropped_is_told_beside_the_answer(report: str) -> None:
    with serving(quoting) as server:
        options = ("--reader", "llm", "--llm-url", server.url, "--llm-model", "m", "--llm-key", "k")
        text = called("ask", QUESTION, report, *options)
        data = called("ask", QUESTION, report, *options, "--json")
    assert text.stdout.startswith("Ledelsen skiftede. [1]\n\n[1] 1 Baggrund, side 1, note.pdf\n")
    assert text.stderr == "2 sentences of the model were left out: no quote stands word for word where they say\n"
    answer = json.loads(data.stdout)
    assert (answer["kind"], answer["dropped"], len(answer["citations"])) == ("generated", 2, 1)
    assert {heard["authorization"] for heard in server.heard} == {"Bearer k"}


def test_an_endpoint_in_the_environment_is_asked_only_by_the_llm_reader(
    report: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(quoting) as server:
        monkeypatch.setenv("PULJELUP_LLM_URL", server.url)
        monkeypatch.setenv("PULJELUP_LLM_MODEL", "m")
        assert called("ask", QUESTION, report).exit_code == 0
        assert server.heard == []
        assert called("ask", QUESTION, report, "--reader", "llm").exit_code == 0
        assert len(server.heard) == 1


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--reader", "llm"), "No endpoint"),
        (("--reader", "llm", "--llm-url", "http://localhost:1"), "No language model"),
        (("--reader", "llm", "--llm-url", "localhost", "--llm-model", "m"), "no address"),
        (("--llm-url", "http://localhost:1"), "--reader llm"),
    ],
)
def test_an_endpoint_that_is_not_named_rightly_is_wrong_usage(report: str, options: tuple[str, ...], word: str) -> None:
    done = called("ask", QUESTION, report, *options)
    assert done.exit_code == 2
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize(
    "script", [Says(b"", 500), Says(b"", 404), Says(events("Nej.")), Says(events("{}", done=False, reason=None))]
)
def test_a_failing_endpoint_is_told_in_two_lines(report: str, script: Says) -> None:
    with serving(lambda _: script) as server:
        done = called("ask", QUESTION, report, "--reader", "llm", "--llm-url", server.url, "--llm-model", "m")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("error: ")
    assert len(done.stderr.splitlines()) == 2


def test_in_a_batch_a_failing_endpoint_costs_that_question_alone(report: str, tmp_path: Path) -> None:
    def sometimes(heard: Heard) -> Says:
        return Says(b"", 503) if "mange forløb" in asked_of(heard)["question"] else quoting(heard)

    (tmp_path / "q.txt").write_text(f"{QUESTION}\nHvor mange forløb er målet?\n{QUESTION}\n", "utf-8")
    with serving(sometimes) as server:
        done = called(
            "batch", str(tmp_path / "q.txt"), report, "--reader", "llm", "--llm-url", server.url, "--llm-model", "m"
        )
    assert done.exit_code == 1
    assert [answer["answered"] for answer in json.loads(done.stdout)] == [True, False, True]
    assert "answers 503" in json.loads(done.stdout)[1]["answer"]
    assert "4 sentences of the model were left out" in done.stderr


def test_sections_pages_and_refusals_are_told_in_english_on_request(report: str) -> None:
    with serving(quoting) as server:
        options = ("--reader", "llm", "--llm-url", server.url, "--llm-model", "m", "--lang", "en")
        assert "page 1, note.pdf" in called("ask", QUESTION, report, *options).stdout
    assert "You answer a question" in server.heard[0]["messages"][0]["content"]
