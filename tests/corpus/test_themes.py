"""Themes of learnings: by the heading, else by the learning's own words."""

from __future__ import annotations

import pytest

from corpus.themes import theme_of


@pytest.mark.parametrize(
    ("text", "heading", "theme", "basis"),
    [
        ("De unge skal møde mentoren tidligt.", "Samarbejdet med kommunen", "cooperation", "heading"),
        ("Måltal bør følge opgaven, og data skal registreres ens.", "Konklusion", "measurement", "content"),
        ("Effekten bør undersøges med en sammenligningsgruppe.", None, "measurement", "content"),
        ("Evalueringen viser, at frivillige kræver en opgave.", None, "mentors", "content"),
        ("Evalueringen viser, at idéen bærer.", "Hovedresultat", "other", "none"),
    ],
)
def test_what_a_learning_is_about(text: str, heading: str | None, theme: str, basis: str) -> None:
    assert theme_of(text, heading) == (theme, basis)
