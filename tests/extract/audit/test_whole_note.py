"""A whole note full of figures that are right, and the same with one of them spoilt."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract.audit.read import audit
from extract.report import Report
from tests.extract.audit.reports import Grid, made

FORLOEB = Grid(
    "Tabel 2-1 Forløb",
    ("Kommune", "Mål", "Begyndt", "Målopfyldelse", "Gennemført", "I job"),
    (
        ("Vejle", "40", "44", "110 pct.", "35", "14"),
        ("Skive", "30", "24", "80 pct.", "20", "9"),
        ("Odense", "50", "52", "104 pct.", "41", "19"),
        ("I alt", "120", "120", "100 pct.", "96", "42"),
    ),
    "measures",
)
GOALS = Grid(
    "Tabel 3-1 Aktivitetsmål",
    ("Nr.", "Mål", "Måltal", "Resultat", "Status"),
    (
        ("A1", "Borgere begynder et forløb", "120", "120", "Opfyldt"),
        ("A2", "Borgere gennemfører", "100", "96 (96 pct.)", "Delvist opfyldt"),
        ("A3", "Borgere kommer i job", "48", "42 (88 pct.)", "Delvist opfyldt"),
        ("A4", "Virksomheder besøges", "60", "75 (125 pct.)", "Opfyldt"),
    ),
)

TABLES = {"<Tabel 2-1>": FORLOEB, "<Tabel 3-1>": GOALS}
LINES = Path(__file__).with_name("whole_note.txt").read_text("utf-8").splitlines()
PARTS: tuple[str | Grid, ...] = tuple(TABLES.get(line, line) for line in LINES)
SPOILT = (
    ("80 pct. af deltagerne har gennemført", "70 pct. af deltagerne har gennemført"),
    ("svarende til 75 pct.", "svarende til 65 pct."),
    ("(73 pct.)", "(63 pct.)"),
    ("i alt 20 personer", "i alt 22 personer"),
    ("forløbet, svarende til 80 pct.", "forløbet, svarende til 86 pct."),
    ("kommet i job (44 pct.)", "kommet i job (35 pct.)"),
    ("Odense (46 pct.)", "Odense (56 pct.)"),
    ("Vejle (40 pct.)", "Vejle (32 pct.)"),
    ("svarende til 80 pct. af måltallet", "svarende til 70 pct. af måltallet"),
    ("15 flere end", "12 flere end"),
    ("målopfyldelse på 125", "målopfyldelse på 115"),
    ("har 30 (40 pct.)", "har 30 (50 pct.)"),
    ("på 17 procentpoint", "på 27 procentpoint"),
    ("halveret fra 14 til 7", "halveret fra 14 til 10"),
    ("tilfredse (80 pct.)", "tilfredse (70 pct.)"),
    ("nyt (60 pct.)", "nyt (50 pct.)"),
    ("begge dele (50 pct.)", "begge dele (40 pct.)"),
    ("(85 pct.) er brugt", "(75 pct.) er brugt"),
    ("42 (88 pct.)", "42 (78 pct.)"),
    ("75 (125 pct.)", "75 (115 pct.)"),
)


def note(old: str = "", new: str = "") -> Report:
    """The note with some words for others, in its prose and its tables."""
    return made(*(_spoilt(part, old, new) for part in PARTS))


def _spoilt(part: str | Grid, old: str, new: str) -> str | Grid:
    if isinstance(part, str):
        return part.replace(old, new) if old else part
    rows = tuple(tuple(new if old and cell == old else cell for cell in row) for row in part.rows)
    return replace(part, rows=rows)


def test_nothing_is_held_against_a_note_whose_figures_are_right() -> None:
    found = audit(note())
    assert found.findings == ()
    assert sum(check.holds is True for check in found.checks) >= 25


@pytest.mark.parametrize(("old", "new"), SPOILT)
def test_one_spoilt_figure_is_one_finding(old: str, new: str) -> None:
    found = audit(note(old, new)).findings
    assert [finding.code for finding in found] in (["percent_mismatch"], ["sum_mismatch"])


def test_the_same_note_gives_the_same_findings_in_the_same_order() -> None:
    assert audit(note(*SPOILT[0])) == audit(note(*SPOILT[0]))
