"""A question, passages and an endpoint → an answer of a language model of which only what is quoted is left."""

from __future__ import annotations

from collections.abc import Sequence

from index.search import Hit
from qa.answer import Answer, Citation
from qa.compose import MOST_WORDS
from qa.find import candidates
from qa.llm_call import model_text
from qa.llm_check import Held, held
from qa.llm_endpoint import Endpoint
from qa.llm_prompt import messages_of, shown_of
from qa.llm_reply import FORM, claims_of
from qa.question import read_question
from qa.texts import texts


def answer_with_model(
    question: str, hits: Sequence[Hit], endpoint: Endpoint, *, top: int = 5, several: bool = False, language: str = "da"
) -> Answer:
    """The model's answer from these passages: sentences whose quotes stand word for word on the page that they name.

    Without passages nothing is sent. Raises `EndpointDown`, `EndpointRefuses`, `ModelNonsense`.
    """
    asked, passages = read_question(question), candidates(hits[:top])
    say = texts("llm", language)
    not_told = say["not_told"].format(what=say["several" if several else "one"])
    shown = shown_of(hits, endpoint.room)
    if not shown:
        return Answer(asked, False, not_told, "none", (), passages)
    claims = claims_of(model_text(endpoint, messages_of(asked, shown, language), FORM), endpoint.model)
    if not claims.answered:
        return Answer(asked, False, not_told, "none", (), passages)
    found = [held(said, shown, asked) for said in claims.sentences]
    told, citations = _told([one for one in found if one is not None])
    dropped = len(claims.sentences) + claims.malformed - len(told)
    if not told:
        return Answer(asked, False, say["not_held"], "none", (), passages, dropped)
    return Answer(asked, True, " ".join(told), "generated", citations, passages, dropped)


def _told(found: Sequence[Held]) -> tuple[list[str], tuple[Citation, ...]]:
    """The sentences with the numbers of their citations, as many as an answer has words for."""
    told: list[str] = []
    citations: list[Citation] = []
    words = 0
    for one in found:
        words += len(one.text.split()) + 1
        if told and words > MOST_WORDS:
            break
        if one.citation not in citations:
            citations.append(one.citation)
        told.append(f"{one.text} [{citations.index(one.citation) + 1}]")
    return told, tuple(citations)
