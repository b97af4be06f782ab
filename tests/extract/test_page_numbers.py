"""What is a page number, and what it says."""

from __future__ import annotations

import pytest

from extract.page_numbers import filled, value_of, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7), ("Side 5 af 12", 5), ("– 7 –", 7), ("xiv", 14), ("5/12", 5), ("Side 2 af14", 2), ("s. 9", 9),
        ("[3]", 3), ("0.98", None), ("2015-06-01", None), ("Version 2", None), ("12 pct.", None), ("Kapitel 3", None),
        ("1.2", None),
    ],
)  # fmt: skip
def test_whole_number(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(("text", "value"), [("iv", 4), ("ix", 9), ("xii", 12), ("XL", 40), ("8", 8)])
def test_value_of(text: str, value: int) -> None:
    assert value_of(text) == value


def test_pages_without_number_count_on() -> None:
    assert filled({3: 1, 4: 2, 6: 4}, range(1, 8)) == {3: 1, 4: 2, 5: 3, 6: 4, 7: 5}
    assert filled({}, [1, 2]) == {}
