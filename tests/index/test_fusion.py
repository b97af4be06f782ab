"""Ranked lists into one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.fusion import fuse

RANKED = st.dictionaries(st.integers(0, 30), st.floats(-100, 100), max_size=20).map(
    lambda scores: sorted(scores.items(), key=lambda item: (-item[1], item[0]))
)


@given(st.lists(RANKED, min_size=1, max_size=3))
def test_every_id_once_between_nothing_and_one(ranked: list[list[tuple[int, float]]]) -> None:
    fused = fuse(ranked, top=1000)
    assert sorted(key for key, _ in fused) == sorted({key for scores in ranked for key, _ in scores})
    assert all(-1e-9 <= score <= 1 + 1e-9 for _, score in fused)
    assert [s for _, s in fused] == sorted((s for _, s in fused), reverse=True)


def test_what_both_lists_have_wins() -> None:
    assert fuse([[(1, 9.0), (2, 8.0), (3, 1.0)], [(2, 0.9), (4, 0.85), (5, 0.8)]])[0][0] == 2


def test_weights_decide() -> None:
    lists = [[(1, 2.0), (2, 1.0)], [(2, 2.0), (1, 1.0)]]
    assert fuse(lists, weights=[0.9, 0.1])[0][0] == 1
    assert fuse(lists, weights=[0.1, 0.9])[0][0] == 2
