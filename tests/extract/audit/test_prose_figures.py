"""Percentages, changes and totals of the prose: right ones pass, spoilt ones are found, and odd ones are left alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from extract.audit.check import Check
from extract.audit.material import prepare
from extract.audit.percent_mismatch import percent_mismatch
from extract.audit.sum_mismatch import sum_mismatch
from extract.report import Report
from tests.extract.audit.invented import SHAPES, TRAPS, Shape, trap
from tests.extract.audit.reports import made

RUNS = 30
LEAST_FOUND = 0.9


@cache
def _report() -> Report:
    return made("# Resultater", "Tekst.")


def wrong(sentence: str) -> list[Check]:
    """What is held against a report of one sentence or two."""
    report = _report()
    section = report.sections[-1]
    block = section.blocks[0]
    block = replace(block, text=sentence, lines=(replace(block.lines[0], end=len(sentence)),))
    changed = replace(report, sections=(*report.sections[:-1], replace(section, blocks=(block,))))
    material = prepare(changed)
    return [check for rule in (sum_mismatch, percent_mismatch) for check in rule(material) if check.holds is False]


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_right_sentences_pass_and_spoilt_ones_are_found(shape: Shape) -> None:
    found = 0
    for seed in range(RUNS):
        right = shape.write(Random(seed), False)
        assert wrong(right) == [], right
        found += any(check.code == shape.code for check in wrong(shape.write(Random(seed), True)))
    assert found >= LEAST_FOUND * RUNS


@pytest.mark.parametrize("template", TRAPS)
def test_nothing_is_held_against_what_only_looks_odd(template: str) -> None:
    for seed in range(RUNS):
        sentence = trap(template, Random(seed))
        assert wrong(sentence) == [], sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Knap halvdelen (46 af 98) har fået en mentor.",
        "Godt 60 pct. (61 af 98) har fået en mentor.",
        "Ca. 80 pct. (50 ud af 64) har fået en mentor.",
        "Mere end halvdelen af de 98 unge (61) har fået en mentor.",
        "Syv ud af ti har svaret (70 pct.).",
        "Fraværet er halveret fra 14 til 7,2 dage om måneden.",
        "Andelen er næsten fordoblet fra 41 til 76 pct.",
        "58 af de 50 planlagte besøg er gennemført, svarende til 116 pct.",
        "21 ud af de 42 unge har fravalgt kurset (50 pct.), og 8 af dem (38 pct.) er kvinder.",
        "Af de 392 borgere er 154 kommet i job, svarende 39 procent.",
        "12 af 13 ledere, svarende til 92,3 %, vil anbefale kurset.",
        "80 af de 100 unge har gennemført forløbet, svarende til et frafald på 20 pct.",
    ],
)
def test_words_before_a_percentage_widen_it(sentence: str) -> None:
    assert wrong(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "computed"),
    [
        ("Knap halvdelen (61 af 98) har fået en mentor.", 62.2),
        ("Godt 60 pct. (41 af 98) har fået en mentor.", 41.8),
        ("Syv ud af ti har svaret (80 pct.).", 70.0),
        ("Andelen er fordoblet fra 41 til 63 procent.", 1.54),
        ("Målet er 140 unge, og 131 er begyndt. Der mangler således syv.", 9.0),
        ("Andelen er 63 procent og dermed fem procentpoint under målet på 65 procent.", 2.0),
        ("12 af 13 ledere, svarende til 95 %, vil anbefale kurset.", 92.3),
    ],
)
def test_what_no_rounding_explains_is_told(sentence: str, computed: float) -> None:
    assert [check.computed for check in wrong(sentence)] == [computed]


def _lines(name: str) -> list[str]:
    return (Path(__file__).with_name(name)).read_text("utf-8").splitlines()


@pytest.mark.parametrize("sentence", _lines("right_sentences.txt"))
def test_right_sentences_of_many_kinds_pass(sentence: str) -> None:
    assert wrong(sentence) == []


@pytest.mark.parametrize("sentence", _lines("wrong_sentences.txt"))
def test_wrong_sentences_of_many_kinds_are_found(sentence: str) -> None:
    assert len(wrong(sentence)) == 1
