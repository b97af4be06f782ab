"""`extract explain`: what gave each part of a target, in Danish, with pages; the same targets as `extract run`."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from extract.errors import NoSuchRecord
from extract.explain import explain
from extract.explain_show import as_text
from extract.indicators.read import explained_indicators, read_indicators
from tests.extract.indicators.shapes import OUT_OF, POINTS, TARGETS, Shape, report_of


def test_the_cells_that_gave_a_target_are_told_with_their_headers() -> None:
    text = as_text(explain(report_of(OUT_OF), "Mål 1"))
    assert "Måltal: 4 afdelinger" in text
    assert "”4 afdelinger” under ”Succes når”" in text
    assert "”3 af 4” under ”Hvor langt nåede vi?” (side 1)" in " ".join(text.replace(". (", " (").split())


def test_the_sentence_that_gave_a_verdict_is_told() -> None:
    steps = explain(report_of(POINTS), "Mål 2").steps
    assert any(step.part == "status" and "delvist opfyldt" in step.words for step in steps)


def test_the_rule_on_half_of_the_target_is_said_to_be_our_own() -> None:
    report = report_of(next(shape for shape in TARGETS if shape.name == "headers that say nothing"))
    assert "programs egen" in " ".join(as_text(explain(report, "i1")).split())


def test_an_id_may_be_written_in_another_case() -> None:
    assert explain(report_of(OUT_OF), "mål 3").indicator.id == "Mål 3"


def test_an_unknown_id_is_told_with_the_ids_that_there_are() -> None:
    with pytest.raises(NoSuchRecord) as told:
        explain(report_of(OUT_OF), "Z9")
    assert "Mål 1, Mål 2, Mål 3" in told.value.todo


@pytest.mark.parametrize("shape", TARGETS, ids=lambda shape: shape.name)
def test_the_targets_are_those_of_extract_run_and_each_part_has_a_reason(shape: Shape) -> None:
    report = report_of(shape)
    found = explained_indicators(report)
    assert tuple(one.indicator for one in found) == read_indicators(report)
    for one in found:
        parts = {reason.part for reason in one.reasons}
        assert {"found", "level", "status", "achievement"} <= parts
        assert all(getattr(one.indicator, p) is None or p in parts for p in ("target", "actual", "baseline"))
        assert "{" not in as_text(explain(report, one.indicator.id))


def test_every_rule_has_a_danish_sentence(root: Path) -> None:
    rules = tomllib.loads((root / "extract/danish/data/explain.toml").read_text("utf-8"))["rules"]
    code = "\n".join(path.read_text("utf-8") for path in (root / "extract/indicators").glob("*.py"))
    named = re.findall(r'Reason\(\s*"[a-z]+",\s*"([a-z_]+)"', code)
    assert named
    assert set(named) <= set(rules)


def test_the_command_prints_text_and_json(example: Path) -> None:
    plain = CliRunner().invoke(cli.extract, ["explain", str(example), "D1"])
    assert plain.exit_code == 0
    assert "Fordelt på kommuner" in plain.stdout
    data = json.loads(CliRunner().invoke(cli.extract, ["explain", str(example), "D1", "--json"]).stdout)
    assert data["indicator"]["id"] == "D1"
    assert all(step["text"] for step in data["steps"])


def test_the_command_lists_the_ids_where_there_is_no_such_one(example: Path) -> None:
    wrong = CliRunner().invoke(cli.extract, ["explain", str(example), "Q7"])
    assert wrong.exit_code == 1
    assert "A1" in wrong.output
