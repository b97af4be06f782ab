"""Whether evidence is enough for an answer: by its signs, and by the verifier where they leave it open."""

from __future__ import annotations

from dataclasses import replace

import pytest

import qa.verifier
from qa.abstain import OPEN, is_enough, is_open, probability, signs_of
from qa.across import answer_at
from qa.desk import Desk, desk_of_reports
from qa.find import Found, find
from qa.scope import asked_of, scope_of
from qa.verified import READ, told, verified
from qa.weights import read_weights
from tests.index.made import block, report, section

TEXT = "I alt 34 borgere i Solrød begyndte i praktik. De fik et månedskort af kommunen. Bussen kørte hver time."
LEFT_OPEN = "hvem gav dem kort til bussen"
NOWHERE = "Hvilken farve har direktørens yacht i Saint-Tropez?"


def desk() -> Desk:
    return desk_of_reports([replace(report(), sections=(section("1", "Resultater", block(1, TEXT)),), tables=())])


def found_for(question: str) -> Found:
    here = desk()
    scope = scope_of(question, here.reports)
    return find(asked_of(scope, here.known), here.finder, here.meanings, scope.filters)


def likely(found: Found) -> float:
    return probability(read_weights()["abstention"], signs_of(found))


@pytest.mark.parametrize(("sure", "enough"), [(0.0, False), (1.0, True)])
def test_the_verifiers_word_counts_where_the_signs_leave_it_open(sure: float, enough: bool) -> None:
    found = found_for(LEFT_OPEN)
    assert is_open(found)
    assert OPEN[0] < likely(found) < OPEN[1]
    assert is_enough(replace(found, sure=(sure,) * READ)) is enough


def test_without_a_verifier_the_signs_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    found = found_for(LEFT_OPEN)
    monkeypatch.setattr(qa.verifier, "verifier", lambda: None)
    assert verified(found) == found
    assert is_enough(found) is (likely(found) >= read_weights()["abstention"]["threshold"])
    assert answer_at(desk(), LEFT_OPEN).answered is is_enough(found)


def test_the_verifier_is_not_asked_what_the_signs_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError("nobody should be asked")

    monkeypatch.setattr(qa.verifier, "verifier", never)
    assert not is_open(found_for(NOWHERE))
    assert not answer_at(desk(), NOWHERE).answered


def test_it_reads_the_first_quotes_in_their_order() -> None:
    found = verified(found_for(LEFT_OPEN))
    assert len(found.sure) == min(READ, len(found.chosen))
    assert all(0.0 <= value <= 1.0 for value in found.sure)
    assert set(signs_of(found)) - set(signs_of(found_for(LEFT_OPEN))) == {"first", "best"}


def test_a_sentence_is_read_between_those_beside_it_and_under_its_heading() -> None:
    found = found_for(LEFT_OPEN)
    read = {told(stretch) for stretch in found.ranked if stretch.part.shown.startswith("De fik")}
    assert read == {f"Resultater: {TEXT}"}
