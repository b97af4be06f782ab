"""An audit as text for the screen and as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from extract.audit_view import AuditView, CheckView, FindingView
from extract.report import Quote

WIDTH = 100
NONE = "Ingen uoverensstemmelser fundet."


def as_text(view: AuditView) -> str:
    """The audit for the screen: the extent, then each finding with its quotes and one sentence."""
    lines = [f"{view.title} ({view.file})" if view.title else view.file, *textwrap.wrap(view.summary, WIDTH), ""]
    for finding in view.findings:
        lines += [*_finding(finding), ""]
    if not view.findings:
        lines += [NONE, ""]
    for name, checks in (("Stemmer", view.held), ("Kunne ikke kontrolleres", view.unchecked)):
        lines += [f"{name}:", *(f"  {_line(check)}" for check in checks), ""] if checks else []
    return "\n".join(lines)


def as_markdown(view: AuditView) -> str:
    """The audit as a Markdown document."""
    lines = [f"# {view.title or view.file}", "", f"*{view.file}*", "", view.summary, ""]
    for finding in view.findings:
        lines += [
            f"## {finding.number}. {finding.kind}, side {finding.claim.page} ({finding.certainty})",
            "",
            finding.message,
            "",
        ]
        lines += [f"> {_plain(finding.claim.quote)} (side {finding.claim.page})", ""]
        if finding.against:
            lines += ["Over for:", "", f"> {_plain(finding.against.quote)} (side {finding.against.page})", ""]
        lines += [_figures(finding), ""] if _figures(finding) else []
    if not view.findings:
        lines += [NONE, ""]
    for name, checks in (("Stemmer", view.held), ("Kunne ikke kontrolleres", view.unchecked)):
        lines += [f"## {name}", "", *(f"- {_plain(_line(check))}" for check in checks), ""] if checks else []
    return "\n".join(lines)


def _finding(finding: FindingView) -> Iterator[str]:
    yield f"{finding.number}. {finding.kind}, side {finding.claim.page} ({finding.certainty})"
    yield from textwrap.wrap(finding.message, WIDTH, initial_indent="   ", subsequent_indent="   ")
    yield from _quoted("Her står", finding.claim)
    if finding.against:
        yield from _quoted("Over for", finding.against)
    if _figures(finding):
        yield f"   {_figures(finding)}"


def _quoted(name: str, quote: Quote) -> list[str]:
    text = f"{name}: ”{quote.quote}” (side {quote.page})"
    return textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="      ")


def _figures(finding: FindingView) -> str:
    """What is stated and what is computed."""
    told = [("Angivet", finding.stated), ("Beregnet eller fundet", finding.computed)]
    return " · ".join(f"{name}: {value}" for name, value in told if value is not None)


def _line(check: CheckView) -> str:
    quote = check.quote if len(check.quote) <= WIDTH else check.quote[: WIDTH - 1] + "…"
    return f"s. {check.page} {check.kind}: ”{quote}”" + (f" – {check.why}" if check.why else "")


def _plain(text: str) -> str:
    """Text in which Markdown marks nothing."""
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>#|" else letter for letter in text)
