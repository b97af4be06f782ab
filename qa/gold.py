"""Questions with what is known of their answers, as in the `*.questions.json` of the examples."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import FileMissing
from qa.errors import QuestionsUnreadable


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, and what tells a right answer."""

    question: str
    answerable: bool
    """Whether the report holds the answer; where not, the right answer is that it does not."""
    facts: tuple[tuple[str, ...], ...]
    """Groups of alternatives: one of each has to be in the answer or its quotes."""
    pages: frozenset[int]
    """Every page that holds the answer."""


def read_gold(path: Path) -> list[GoldQuestion]:
    """The questions of a file. Raises `FileMissing` and `QuestionsUnreadable`."""
    try:
        data = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened: {error.strerror}.", "Check the path and its spelling.") from error
    except ValueError as error:
        raise _unreadable(path, "it is no JSON") from error
    if not isinstance(data, list) or not data:
        raise _unreadable(path, "it is no list of questions")
    return [_gold(path, place, item) for place, item in enumerate(data, start=1)]


def _gold(path: Path, place: int, item: Any) -> GoldQuestion:
    about = item if isinstance(item, dict) else {}
    question, answerable = about.get("question"), about.get("answerable")
    facts, pages = about.get("facts", []), about.get("pages", [])
    if not isinstance(question, str) or not isinstance(answerable, bool):
        raise _unreadable(path, f"number {place} has no question, or does not say whether it is answerable")
    if answerable and not (_groups(facts) and facts and pages and all(isinstance(page, int) for page in pages)):
        raise _unreadable(path, f"number {place} is answerable, but has no facts or no pages")
    return GoldQuestion(question, answerable, tuple(map(tuple, facts)), frozenset(pages))


def _groups(facts: Sequence[Any]) -> bool:
    return all(isinstance(group, list) and group and all(isinstance(one, str) for one in group) for group in facts)


def _unreadable(path: Path, why: str) -> QuestionsUnreadable:
    todo = "Write a list of {question, answerable, facts, pages}; docs/questions.md shows one."
    return QuestionsUnreadable(f"{path} holds no questions with answers: {why}.", todo)
