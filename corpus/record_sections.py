"""Sections on what else reports say: key figures, findings, municipalities that left, learnings, forankring."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from corpus.comparison import Comparison, EmbeddingOf, KeyFigure
from corpus.labels import day, grouped, label, reason_text, say
from corpus.section import Content, Style, grid_of, page_of
from corpus.themes import OTHER, theme_keys


def figures(comparison: Comparison, style: Style) -> Content:
    """A row a project, each figure with its page or with why there is none."""
    rows: dict[str, list[str]] = {}
    for one in comparison.key_figures:
        rows.setdefault(one.report, [one.project]).append(_figure(one, style))
    heads = ("project", "participants", "in_job", "grant", "grant_per_participant")
    return (grid_of(heads, [tuple(row) for row in rows.values()], style),), ""


def findings(comparison: Comparison, style: Style) -> Content:
    """What does not add up inside each report."""
    rows = [
        (one.project, label("code", one.code, style.lang), label("severity", one.severity, style.lang), one.message,
         page_of(one.evidence, style))
        for one in comparison.findings
    ]  # fmt: skip
    counts = [
        (label("code", one.code, style.lang), label("severity", one.severity, style.lang),
         grouped(one.findings, style.locale), grouped(one.reports, style.locale))
        for one in comparison.finding_counts
    ]  # fmt: skip
    summary = grid_of(("code", "severity", "findings", "reports"), counts, replace(style, rows=None))
    return (summary, grid_of(("project", "code", "severity", "message", "page"), rows, style, gathered=True)), ""


def dropouts(comparison: Comparison, style: Style) -> Content:
    """The municipalities that left, when and why."""
    rows = [
        (one.project, one.name, day(one.when or "–", style.lang), one.reason or "–", page_of(one.evidence, style))
        for one in comparison.dropouts
    ]
    return (grid_of(("project", "municipality", "when", "why", "page"), rows, style),), ""


def learnings(comparison: Comparison, style: Style) -> Content:
    """A row a theme: how many learnings of how many projects, and one of them as an example."""
    counts = Counter(one.theme for one in comparison.learnings)
    rows = []
    for theme in sorted(counts, key=lambda key: (key == OTHER, -counts[key], theme_keys().index(key))):
        held = [one for one in comparison.learnings if one.theme == theme]
        projects = len({one.report for one in held})
        first = next((one for one in held if one.basis == "heading"), held[0])
        example = f"{first.text} ({first.project}, {page_of(first.evidence, style)})"
        name = label("theme", theme, style.lang)
        rows.append((name, grouped(len(held), style.locale), grouped(projects, style.locale), example))
    return (grid_of(("theme", "learnings", "projects", "example"), rows, style),), ""


def embedding(comparison: Comparison, style: Style) -> Content:
    """What lives on, in part or not, and who pays where it is said."""
    rows = [
        (
            one.project,
            label("embedding", one.status, style.lang),
            one.text,
            _payer(one, style),
            page_of(one.evidence, style),
        )
        for one in comparison.embedding
    ]
    counts = [
        (label("embedding", one.status, style.lang), grouped(one.statements, style.locale),
         grouped(one.reports, style.locale))
        for one in comparison.embedding_counts
    ]  # fmt: skip
    summary = grid_of(("embedding", "statements", "reports"), counts, replace(style, rows=None))
    return (summary, grid_of(("project", "embedding", "statement", "payer", "page"), rows, style, gathered=True)), ""


def _payer(one: EmbeddingOf, style: Style) -> str:
    return say("payer_same", style.lang) if one.payer == one.text else one.payer or "–"


def _figure(one: KeyFigure, style: Style) -> str:
    """The figure with its page, or in few words why there is none."""
    if one.value is None:
        return f"– ({reason_text(one.reason, style.lang, short=True)})"
    value = grouped(round(one.value) if one.figure == "grant_per_participant" else one.value, style.locale)
    if one.so_far:
        value = say("so_far", style.lang, value=value)
    pages = [page_of(seen, style) for seen in one.evidence[:1] if one.figure != "grant_per_participant"]
    return " ".join([value, *pages])
