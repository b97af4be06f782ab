"""Small reports whose sections have roles, for tests of statements and theories."""

from __future__ import annotations

from dataclasses import replace

from extract.report import Block, Report, Section, SectionRole
from tests.nouns import block, report

PROJECT = "Projektet er evalueret. Projektet har nået sine mål, og indsatsen har ramt målgruppen."
"""What makes a text an evaluation."""


def paragraphs(*texts: str, side: str | None = None) -> tuple[Block, ...]:
    """Paragraphs below each other, the first beside a margin heading."""
    return tuple(
        block(k, text, top=100 + 20 * k, margin_heading=side if k == 0 else None) for k, text in enumerate(texts)
    )


def items(*texts: str) -> tuple[Block, ...]:
    """A list."""
    return tuple(block(50 + k, text, "list_item", top=300 + 20 * k) for k, text in enumerate(texts))


def chapter(title: str, role: SectionRole, *blocks: Block, ident: str = "5") -> Section:
    """A section on page 1."""
    return Section(ident, ident, title, 1, None, (1, 1), role, blocks)


def evaluation(*sections: Section) -> Report:
    """A report of these sections that speaks of a project."""
    about = chapter("Projektet", "project", *paragraphs(PROJECT), ident="2")
    return replace(report(), sections=(about, *sections), tables=())
