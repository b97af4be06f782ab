"""An answer for the terminal."""

from __future__ import annotations

from textwrap import indent, wrap

from qa.answer import Answer, Citation
from qa.phrases import Phrases, phrases

WIDTH = 96
"""Columns of a quote."""


def answer_text(answer: Answer, language: str = "da") -> str:
    """The answer, then its quotes with section, page and file; what was found nearest where there is none."""
    parts = [_wrapped(answer.answer)] if answer.answer else []
    parts += [_quoted(number, citation, phrases(language)) for number, citation in enumerate(answer.citations, start=1)]
    return "\n\n".join(parts)


def _quoted(number: int, citation: Citation, said_in: Phrases) -> str:
    section = " ".join(filter(None, (_number(citation.section), citation.section_title)))
    place = ", ".join(filter(None, (section, said_in.say("page", page=citation.page), citation.file)))
    return f"[{number}] {place}\n{indent(_wrapped(f'“{citation.quote}”'), '    ')}"


def _number(section: str | None) -> str | None:
    """The section's number; sections without one have ids such as ``s7``, which say nothing to a reader."""
    return section if section and section[0].isdigit() else None


def _wrapped(text: str) -> str:
    return "\n".join(line for paragraph in text.splitlines() for line in wrap(paragraph, WIDTH) or [""])
