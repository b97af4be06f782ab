"""Which targets of different projects speak of the same thing, and which only look so."""

from __future__ import annotations

import tomllib
from cProfile import Profile
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.align import align
from corpus.comparison import Reason, Target
from corpus.labels import reason_text
from corpus.likeness import kind_of, may_be_same
from corpus.measured import measured
from extract.output import Locale
from tests.conftest import ROOT
from tests.corpus.compared import target

PAIRS = tomllib.loads(Path(ROOT, "bench", "alignment_pairs.toml").read_text("utf-8"))


def pair(case: list[list[str]]) -> tuple[Target, Target]:
    (level, kind, text), (other_level, other_kind, other_text) = case
    return target("a", text, level, kind), target("b", other_text, other_level, other_kind)


@pytest.mark.parametrize("case", PAIRS["made"]["same"], ids=lambda case: f"{case[0][2]} = {case[1][2]}")
def test_the_same_thing_in_other_words(case: list[list[str]]) -> None:
    (group,) = align(pair(case))
    assert {one.report for one in group.targets} == {"a", "b"}
    assert 0.5 < group.confidence <= 1
    assert group.reason.code in ("same_measure", "same_words")
    assert group.reason.words


@pytest.mark.parametrize(
    "case",
    [case for kind in PAIRS.values() for case in kind["different"]],
    ids=lambda case: f"{case[0]} != {case[1]}",
)
def test_what_only_looks_the_same(case: list[list[str]]) -> None:
    assert align(pair(case)) == ()


def test_two_targets_of_one_project_never_stand_together() -> None:
    own = [target("a", "Borgere er kommet i job", "impact"), target("a", "Unge er kommet i job", "impact", place=1)]
    assert align(own) == ()
    other = target("b", "Ledige er kommet i job", "impact")
    groups = align([*own, other])
    assert all(len({one.report for one in group.targets}) == len(group.targets) for group in groups)


def test_a_project_with_two_of_a_wording_is_left_out_of_it() -> None:
    twice = [target("a", "Der er holdt netværksmøder", place=place) for place in range(2)]
    others = [target(name, "Der er holdt netværksmøder") for name in "bc"]
    (group,) = align([*twice, *others])
    assert [one.report for one in group.targets] == ["b", "c"]


def test_other_times_and_vague_levels_are_told() -> None:
    (group,) = align([
        target("a", "Borgerne er fortsat i job efter seks måneder", "outcome", "percent"),
        target("b", "Borgerne er fortsat i job efter ni måneder", "outcome_long", "percent"),
    ])  # fmt: skip
    assert [note.code for note in group.notes] == ["other_horizon", "vague_level"]
    assert group.notes[0].words == ("ni måneder", "seks måneder")
    assert group.level == "outcome"
    assert group.confidence < 0.9


def test_where_only_one_says_when_it_looks_the_other_is_not_given_a_time() -> None:
    (group,) = align([
        target("a", "Borgerne er fortsat i job efter et år", "outcome_long", "percent"),
        target("b", "Borgerne er fortsat i job", "outcome_long", "percent"),
    ])  # fmt: skip
    assert group.notes[0] == Reason("one_horizon", ("et år",))
    assert reason_text(group.notes[0], Locale.DA) == "Ikke alle siger, hvornår der ses efter (et år)."


def test_short_and_long_term_are_not_the_same() -> None:
    assert not align(
        [
            target("a", "Borgere er kommet i job", "outcome_short"),
            target("b", "Borgere er kommet i job", "outcome_long"),
        ]
    )


def test_time_is_no_number_of_things() -> None:
    days = target("a", "Ventetiden er kort", target_unit="days")
    assert (kind_of(days), kind_of(target("a", "Ventetiden er kort"))) == ("time", "number")


@pytest.mark.parametrize(
    ("text", "measure", "actor"),
    [
        ("Kvinder er begyndt i et vejledningsforløb", "started", "participants"),
        ("Borgere er begyndt i et forløb i virksomhedspraktik", "internship", "participants"),
        ("Sagsbehandlerne har gennemført kurset", "trained", "staff"),
        ("Ledige, der er kommet i job, er der fortsat efter et år", "retained", "participants"),
        ("Virksomhedsmentorerne er udpeget", None, "mentors"),
        ("Borgerne ved, hvad der skal til for at få et job", None, "participants"),
        ("", None, None),
    ],
)
def test_what_a_target_measures(text: str, measure: str | None, actor: str | None) -> None:
    assert (measured(text).measure, measured(text).actor) == (measure, actor)


TEXTS = [
    "Borgere er begyndt i et forløb", "Unge er startet i et jobforløb", "Borgere er kommet i job",
    "Unge er kommet i job", "Der er udgivet en håndbog", "Der er holdt netværksmøder", "Sygefraværet er faldet",
    "Sygefraværet er steget", "",
]  # fmt: skip
TARGETS = st.lists(
    st.builds(
        target, st.sampled_from("abcdef"), st.sampled_from(TEXTS),
        st.sampled_from(("activity", "outcome", "outcome_long")), st.sampled_from(("count", "percent", None)),
        place=st.integers(0, 9),
    ), max_size=25, unique_by=lambda one: (one.report, one.place),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(TARGETS, st.integers())
def test_groups_are_apart_of_one_kind_and_the_same_in_any_order(targets: list[Target], seed: int) -> None:
    mixed = list(targets)
    Random(seed).shuffle(mixed)
    groups = align(targets)
    assert groups == align(mixed)
    met: set[tuple[str, int]] = set()
    for group in groups:
        keys = {(one.report, one.place) for one in group.targets}
        assert len(keys) == len(group.targets) == len({one.report for one in group.targets}) >= 2
        assert not keys & met
        met |= keys
        assert len({kind_of(one) for one in group.targets}) == 1


def test_the_cost_grows_with_the_number_of_targets_and_not_its_square() -> None:
    """Of targets that are all worded differently, all with the same measure."""
    names = ["".join(letters) for letters in product("bdfgklmnprstv", "aeiouy", "bdfgklmnprstv", "aeiouy")]
    calls = []
    for size in (300, 600):
        targets = [target(f"r{k}", f"Borgere i {names[k]} er kommet i job", "impact") for k in range(size)]
        profile = Profile()
        profile.runcall(align, targets)
        calls.append(sum(one.callcount for one in profile.getstats() if one.code is may_be_same.__code__))
    assert calls[0] > 300
    assert calls[1] < 3 * calls[0]
