"""The theory of change from tables of both directions, from lists and from prose."""

from __future__ import annotations

from dataclasses import replace

from extract.report import Cell, Region, Table, TheoryElement
from extract.theory import read_theory
from tests.extract.statements.made import chapter, evaluation, items, paragraphs
from tests.nouns import BOX


def texts(elements: tuple[TheoryElement, ...]) -> list[str]:
    return [element.text for element in elements]


def table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    """A table whose equal neighbours in a column are one cell."""
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if r and rows[r - 1][c] == text:
                continue
            height = next((k for k in range(r, len(rows)) if rows[k][c] != text), len(rows)) - r
            cells.append(Cell(r, c, height, 1, text, 1, (70.0 * c, 100.0 + 20 * r, 70.0 * c + 60, 115.0 + 20 * r), ()))
    return Table("t1", None, None, None, (Region(1, BOX),), columns, rows, tuple(cells), (), None, "theory_of_change")


def test_a_table_with_a_column_a_part_in_any_order() -> None:
    found = read_theory(replace(evaluation(), tables=(table(
        ("Effekt", "Resultater på længere sigt", "Resultater på kort sigt", "Ressourcer", "Aktiviteter"),
        ("Flere i job", "De bliver", "De tør", "Penge", "Kurser"),
        ("Flere i job", "De vokser", "De kan", "Tid", "Besøg"),
    ),)))  # fmt: skip
    assert found is not None
    assert texts(found.impacts) == ["Flere i job"]
    assert texts(found.outcomes_long) == ["De bliver", "De vokser"]
    assert texts(found.outcomes_short) == ["De tør", "De kan"]
    assert texts(found.activities) == ["Kurser", "Besøg"]
    assert found.activities[0].regions == (Region(1, (280.0, 100.0, 340.0, 115.0)),)


def test_a_table_with_a_row_a_part() -> None:
    found = read_theory(replace(evaluation(), tables=(table(
        ("", "Borgere", "Virksomheder"),
        ("Hovedaktiviteter", "Samtaler", "Møder"),
        ("Outcome", "Tro på egne evner", "Viden om støtte"),
        ("Effekter", "Job", "Arbejdskraft"),
    ),)))  # fmt: skip
    assert found is not None
    assert texts(found.activities) == ["Samtaler", "Møder"]
    assert texts(found.outcomes) == ["Tro på egne evner", "Viden om støtte"]
    assert texts(found.impacts) == ["Job", "Arbejdskraft"]


def test_prose_is_read_clause_by_clause_without_what_speaks_of_the_theory() -> None:
    found = read_theory(evaluation(chapter("Programteori", "theory_of_change", *paragraphs(
        "Teorien blev til på en workshop i 2019.",
        "Først besøger konsulenten virksomheden. På kort sigt får lederen viden om støtte, og på længere sigt tør hun "
        "ansætte. I sidste ende kommer flere i job.",
    ))))  # fmt: skip
    assert found is not None
    assert texts(found.activities) == ["Først besøger konsulenten virksomheden."]
    assert texts(found.outcomes_short) == ["På kort sigt får lederen viden om støtte"]
    assert texts(found.outcomes_long) == ["på længere sigt tør hun ansætte."]
    assert texts(found.impacts) == ["I sidste ende kommer flere i job."]


def test_lists_under_labels() -> None:
    blocks = (
        *paragraphs("Aktiviteter:"), *items("Tre kurser for mentorer", "Et netværk"),
        *paragraphs("Resultater på kort sigt"), *items("Mentorerne ved mere"),
        *paragraphs("Effekter"), *items("Flere unge i job"),
    )  # fmt: skip
    found = read_theory(evaluation(chapter("Forandringsteori", "theory_of_change", *blocks)))
    assert found is not None
    assert texts(found.activities) == ["Tre kurser for mentorer", "Et netværk"]
    assert texts(found.outcomes_short) == ["Mentorerne ved mere"]
    assert texts(found.impacts) == ["Flere unge i job"]


def test_a_report_without_one_has_none() -> None:
    assert read_theory(evaluation()) is None
    only_activities = chapter("Forandringsteori", "theory_of_change", *paragraphs("Først holdes et kursus."))
    assert read_theory(evaluation(only_activities)) is None
