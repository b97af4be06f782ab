"""What answers questions: sentences chosen by rule, or a language model whose quotes are checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from extract.errors import WrongUsage
from index.filters import Filters
from qa.across import answer_at
from qa.analyse import analyse
from qa.answer import Answer
from qa.desk import Desk
from qa.llm_endpoint import Endpoint, EndpointOptions, endpoint_of
from qa.question import read_question
from qa.scope import scope_of

READ = 12
"""Passages that a model is sent, at most; fewer where they are long."""


class Reader(Protocol):
    """Turns a question to reports into an answer with quotes, or says that they do not tell."""

    def answer(self, desk: Desk, question: str, *, top: int = 5, filters: Filters | None = None) -> Answer:
        """The answer, with the ``top`` best passages.

        Its quotes stand word for word where its citations say. Raises `QuestionEmpty`, `QuestionTooLong`.
        """


@dataclass(frozen=True, slots=True)
class ExtractiveReader:
    """Chooses sentences, rows and records; nothing but rules, nothing leaves the machine."""

    language: str = "da"

    def answer(self, desk: Desk, question: str, *, top: int = 5, filters: Filters | None = None) -> Answer:
        """What stands in the reports."""
        return answer_at(desk, question, top=top, filters=filters, language=self.language)


@dataclass(frozen=True, slots=True)
class ModelReader:
    """Sends the best passages to an endpoint, and keeps of its answer what it has quoted rightly."""

    endpoint: Endpoint
    language: str = "da"

    def answer(self, desk: Desk, question: str, *, top: int = 5, filters: Filters | None = None) -> Answer:
        """What the model says; raises also `EndpointDown`, `EndpointRefuses`, `ModelNonsense`."""
        from qa.llm import answer_with_model

        said = read_question(question)
        scope = scope_of(said, desk.reports, filters)
        asked = analyse(scope.words, desk.known)
        hits = desk.finder.search(asked.query, top=max(READ, top), filters=scope.filters)
        several = len(scope.reports) > 1
        return answer_with_model(said, hits, self.endpoint, top=top, several=several, language=self.language)


def reader_of(name: str, options: EndpointOptions, language: str = "da") -> Reader:
    """The reader of that name, ``extractive`` or ``llm``; raises `WrongUsage`, also where no endpoint is named."""
    if name == "llm":
        return ModelReader(endpoint_of(options), language)
    if options.url or options.model:
        raise WrongUsage("An endpoint is named, but not used.", "Add --reader llm.")
    return ExtractiveReader(language)
