from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.words import sentences

CASES = [
    "Målet er nået, jf. Tabel 3.|Det er godt.",
    "I alt deltog 50 pct.|Projektet har bl.a. Kolding med.",
    "Den 4. januar 2021 kl. 10.30 kom J. Hansen.|Så gik han.",
    "H.C. Larsen var ca. 30 år i 2019.|Hvad så?|Ja!",
    "”Det gik godt.”|Siger hun …|Og så?",
    "Af 4,9 mio. kr. er 3 mio. kr. brugt mv.|(Se s. 3.)|Slut",
    "1. Indledning er kort.|2. Metode er lang.",
    "Vi sluttede i uge 34.|Herefter kom 3. etape.",
    "§ 17.59.21.20 omfatter 2. kvartal.|I 2019.|120 deltog",
]


@pytest.mark.parametrize("marked", CASES)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", " ")
    assert [text[start:end] for start, end in sentences(text)] == marked.split("|")


@given(st.text("aB1.?! (”…"))
def test_sentences_cover_all_but_spaces_in_order(text: str) -> None:
    end = 0
    for start, stop in sentences(text):
        assert end <= start < stop
        assert not text[end:start].strip()
        end = stop
    assert not text[end:].strip()
