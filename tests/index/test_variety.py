"""Ranked lists with repetitions of a place lowered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.report import TextLine
from index.passage import Passage
from index.pieces import Piece
from index.variety import DEPTH, varied


def at(line: int) -> Passage:
    piece = Piece("ord", (TextLine(0, 3, 1, (0.0, 10.0 * line, 50.0, 10.0 * line + 8)),), "ord")
    return Passage(str(line), "d", "d.pdf", "1", "", "other", "text", (), "", "da", (piece,))


def test_a_passage_in_the_place_of_a_better_one_goes_down() -> None:
    ranked = [(1, 1.0), (2, 0.9), (3, 0.8)]
    passages = {1: at(1), 2: at(1), 3: at(2)}
    assert [key for key, _ in varied(ranked, passages)] == [1, 3, 2]


def test_passages_without_a_place_stay_as_they_are() -> None:
    ranked = [(1, 1.0), (2, 0.9)]
    nowhere = Passage("x", "d", "d.pdf", "1", "", "other", "text", (), "", "da", (Piece("ord", (), "ord"),))
    assert varied(ranked, {1: nowhere, 2: nowhere}) == ranked


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 5)), max_size=DEPTH + 20))
def test_nothing_is_lost_and_scores_fall(scored: list[tuple[float, int]]) -> None:
    ordered = sorted(scored, reverse=True)
    ranked = [(number, score) for number, (score, _) in enumerate(ordered)]
    passages = {number: at(line) for number, (_, line) in enumerate(ordered)}
    found = varied(ranked, passages)
    assert sorted(key for key, _ in found) == sorted(passages)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert all(score <= dict(ranked)[key] for key, score in found)
