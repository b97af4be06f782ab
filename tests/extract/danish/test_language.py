from __future__ import annotations

import pytest

from extract.danish.language import detect


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("da", "Projektet har nået sine aktivitetsmål, og borgerne fik hjælp af jobcentret i hele perioden."),
        ("nb", "Prosjektet har nådd sine mål, og innbyggerne fikk hjelp av arbeidskontoret i hele perioden."),
        ("sv", "Projektet har nått sina mål, och invånarna fick hjälp av arbetsförmedlingen under perioden."),
        ("en", "The project has reached its targets, and citizens received help from the job centre."),
        ("und", "Tabel 3"),
        ("und", ""),
        ("und", "1 234 567 89 " * 40),
    ],
)
def test_languages(code: str, text: str) -> None:
    assert detect(text) == code


def test_a_long_text_is_judged_as_a_whole() -> None:
    danish = "Kommunerne har arbejdet med at støtte borgerne i at finde et arbejde. " * 200
    assert detect("Final evaluation of the project. " * 3 + danish) == "da"
