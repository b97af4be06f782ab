from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import WrongUsage
from extract.pagerange import parse_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [("4", (4,)), ("1-3", (1, 2, 3)), ("1–2", (1, 2)), ("7, 1-3,2", (1, 2, 3, 7)), ("2 - 2", (2,)), (None, None)],
)
def test_ranges(text: str | None, pages: tuple[int, ...] | None) -> None:
    assert parse_pages(text) == pages


@pytest.mark.parametrize("text", ["", "0", "0-3", "5-2", "a", "1,", "-3", "3-", "1.5", "1-9999999", "½", "1-100001"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_pages(text)
    assert text in caught.value.what


@given(st.sets(st.integers(1, 500), min_size=1, max_size=30))
def test_listed_pages_come_back_sorted(pages: set[int]) -> None:
    assert parse_pages(",".join(map(str, pages))) == tuple(sorted(pages))
