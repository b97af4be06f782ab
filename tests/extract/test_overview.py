from __future__ import annotations

import json
from dataclasses import replace

from extract.overview import TITLE_WIDTH, overview, overview_text, summary
from extract.serialise import to_json
from tests.nouns import report, section


def test_the_overview_shows_sections_counts_and_warnings() -> None:
    text = overview_text(overview(report()))
    assert text.splitlines()[:2] == ["note.pdf · 1 page · language da · native text", "Evaluering af Lysene"]
    assert "  1  Indledning" in text
    assert "4 blocks, 1 margin heading" in text
    assert "4 blocks, 1 table, 1 footnote" in text
    assert "2 sections, 8 blocks, 1 table, 1 figure, 1 footnote" in text
    assert text.endswith("1 warning:\n  page 1: A word may be broken wrongly. [hyphen]")


def test_long_titles_and_missing_ones() -> None:
    sections = (section("s0", ""), section("s1", "Lang " * 30, level=2))
    lines = overview_text(overview(replace(report(), sections=sections))).splitlines()
    assert lines[3].startswith("  (before the first heading)")
    assert lines[4][TITLE_WIDTH - 1] == "…"


def test_the_overview_is_json_too() -> None:
    data = json.loads(to_json(overview(report())))
    assert [line["title"] for line in data["sections"]] == ["Indledning", "Resultater [2]"]
    assert data["totals"]["block"] == 8


def test_a_report_in_one_line() -> None:
    assert summary(report()) == "1 page, 2 sections, 8 blocks, 1 table, 1 figure, 1 footnote, 1 warning"
