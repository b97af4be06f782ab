"""The verifier reads a question and a passage together: it tells what is answered from what is only near."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.verifier_pairs import projects
from qa.verifier import BEGIN, END, FOLDER, PASSAGE_TOKENS, QUESTION_TOKENS, TOKENIZER, Verifier, joined, verifier

PASSAGES = (
    "Frafald: To af mentorerne stoppede i efteråret, fordi de fik nyt job, og de unge ventede tre måneder på en ny.",
    "Det lever videre: Svendborg har lagt værkstedet ind under sin jobafdeling, som betaler lederens løn.",
    "Tabel 3: Kommune: Struer; Mål: 45; Opnået: 38; Målopfyldelse: 84 pct.",
)
SEVERAL = 12
"""Held-out projects that are read here; `bench.verifier` reads all."""


def shipped() -> Verifier:
    model = verifier()
    assert model is not None, "the verifier comes with the program"
    return model


def test_what_is_answered_is_told_from_near_misses_in_projects_it_was_not_trained_on() -> None:
    """Of a question that a passage answers and one that it nearly does the first is the likelier, five times of six."""
    likelier = []
    for passages in projects(held_out=True)[:SEVERAL]:
        for passage in passages:
            told = f"{passage['h']}: {passage['t']}"
            yes, no = ([shipped().probabilities(q, [told])[0] for q in passage[kind]] for kind in ("yes", "no"))
            likelier += [one > other for one in yes for other in no]
    assert len(likelier) == SEVERAL * 8 * 4
    assert sum(likelier) / len(likelier) > 5 / 6


def test_passages_are_read_one_by_one_and_in_order() -> None:
    question, passages = "Hvem betaler nu for lederen af værkstedet?", list(PASSAGES)
    together = shipped().probabilities(question, [*passages, *reversed(passages)])
    alone = [Verifier(FOLDER).probabilities(question, [passage])[0] for passage in passages]
    assert together == [*alone, *reversed(alone)]
    assert max(alone) == alone[1]
    assert shipped().probabilities(question, []) == []


@given(st.text(max_size=400), st.text(max_size=2000))
@settings(deadline=None, max_examples=40)
def test_any_text_can_be_read(question: str, passage: str) -> None:
    (found,) = shipped().probabilities(question, [passage])
    assert 0.0 <= found <= 1.0


@given(st.text(max_size=2000), st.text(max_size=4000))
@settings(deadline=None, max_examples=40)
def test_two_texts_are_joined_within_what_the_model_reads(question: str, passage: str) -> None:
    from tokenizers import Tokenizer

    tokens, sides = joined(Tokenizer.from_file(str(FOLDER / TOKENIZER)), question, passage)
    assert tokens[0] == BEGIN
    assert tokens[-1] == END
    assert len(tokens) == len(sides) <= QUESTION_TOKENS + PASSAGE_TOKENS + 4
    assert np.all(np.diff(sides) >= 0)
