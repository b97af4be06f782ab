from __future__ import annotations

from pathlib import Path

import pytest

from extract.read import read_report
from qa.across import answer_at
from qa.answer import Answer
from qa.desk import Desk, desk_of_reports

NORDLYS = Path(__file__).resolve().parents[2] / "examples" / "nordlys" / "nordlys.pdf"


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_of_reports([read_report(NORDLYS)])


def first(answer: Answer) -> str:
    return answer.answer.split(" [1]")[0]


@pytest.mark.reader
@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange aktivitetsmål er opfyldt?",
         "Af 9 aktivitetsmål: 6 er opfyldt (A1, A2, A4, A6, A7 og A9); 2 er delvist opfyldt (A3 og A5); "
         "1 er ikke opfyldt (A8)."),
        ("hvilke af aktivitetsmålene blev ikke nået",
         "Af 9 aktivitetsmål: 1 er ikke opfyldt (A8); 2 er delvist opfyldt (A3 og A5); "
         "6 er opfyldt (A1, A2, A4, A6, A7 og A9)."),
        ("Which targets were dropped?",
         "Af 18 mål: ingen er bortfaldet; 10 er opfyldt (A1, A2, A4, A6, A7, A9, B1, B4, C2 og D2); "
         "6 er delvist opfyldt (A3, A5, B2, C1, C3 og D1); 2 er ikke opfyldt (A8 og B3)."),
        ("Hvilken kommune fik flest i job?",
         "Højest: Herning (17); derefter Skive (15), Holstebro (11) og Struer (6) "
         "(kolonnen “Job eller uddannelse / Opnået”)."),
        ("Hvor mange borgere begyndte tilsammen i Skive og Herning?",
         "Skive (33) og Herning (38): 33 + 38 = 71 (kolonnen “Forløb / Begyndt”)."),
        ("Hvor mange flere gennemførte i Herning end i Struer?",
         "Herning (31) og Struer (12): forskellen er 19 (kolonnen “Forløb / Gennemført”)."),
        ("Hvilke kommuner nåede ikke deres mål for forløb?",
         "Holstebro (83 pct.) og Struer (80 pct.) nåede det ikke; Skive (110 pct.) og Herning (109 pct.) nåede målet "
         "(kolonnen “Forløb / Begyndt i pct. af mål”)."),
    ],
)  # fmt: skip
def test_what_is_worked_out_names_its_figures(desk: Desk, question: str, said: str) -> None:
    answer = answer_at(desk, question)
    assert (answer.answered, answer.kind) == (True, "records")
    assert first(answer) == said
    assert answer.citations[0].quote
    assert answer.citations[0].page in {5, 6, 7}


@pytest.mark.reader
@pytest.mark.parametrize(
    "question",
    [
        "Hvorfor blev målet om kollegamøder sat op?",
        "Hvilket mål var der for kollegernes tryghed?",
        "Hvor mange mål havde projektet for virksomhedernes vagtplaner?",
        "Hvor mange borgere begyndte i Skive?",
        "Hvorfor nåede Herning sit mål?",
    ],
)
def test_a_question_about_one_thing_is_not_answered_with_a_count_of_all(desk: Desk, question: str) -> None:
    answer = answer_at(desk, question)
    assert not answer.answer.startswith(("Af 18 mål", "Af 9", "Højest", "Lavest"))


@pytest.mark.reader
def test_a_target_is_told_with_its_achievement(desk: Desk) -> None:
    answer = answer_at(desk, "Hvad er status på A5?")
    assert first(answer).endswith("Status: delvist opfyldt (kun delvist opfyldt). (59 af 75, svarende til 79 pct.)")
    assert answer.citations[0].quote == "A5: Der er indgået tryghedsaftaler 75 59"
