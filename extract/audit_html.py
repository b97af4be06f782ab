"""An audit as one self-contained HTML page: no scripts, no files beside it, readable when printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from extract.audit_show import NONE
from extract.audit_view import AuditView, CheckView, FindingView
from extract.report import Quote

COLUMNS = ("Kontrolleret", "I alt", "Stemmer", "Stemmer ikke", "Ikke muligt")
STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
:root { --error: #b3261e; --warning: #8a5a00; --info: #3a5f8a; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffc46b; --info: #9cc3f0; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin: 0 0 .4rem; }
.file { color: #777; margin-top: .2rem; }
article { border: 1px solid var(--line); border-left-width: 5px; border-radius: 6px; }
article { padding: .8rem 1rem; margin: 1rem 0; }
article.error { border-left-color: var(--error); } article.warning { border-left-color: var(--warning); }
article.info { border-left-color: var(--info); }
.sure { font-weight: normal; font-size: .85rem; } .error .sure { color: var(--error); }
.warning .sure { color: var(--warning); } .info .sure { color: var(--info); }
blockquote { margin: .5rem 0; padding: .3rem .8rem; border-left: 3px solid var(--line); background: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .5rem 0 0; } dd { margin: 0; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .7rem; text-align: right; }
th:first-child, td:first-child { text-align: left; }
li { margin: .2rem 0; } .scroll { overflow-x: auto; }
@media print { article { break-inside: avoid; } }
"""


def as_html(views: Sequence[AuditView]) -> str:
    """One page for the audits of all reports of a call."""
    title = f"Kontrol: {views[0].title or views[0].file}" if len(views) == 1 else f"Kontrol af {len(views)} rapporter"
    body = "\n".join(line for view in views for line in _report(view))
    return (
        f'<!doctype html>\n<html lang="da">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _report(view: AuditView) -> Iterator[str]:
    yield f"<section><h1>{escape(view.title or view.file)}</h1>"
    yield f'<p class="file">{escape(view.file)}</p><p>{escape(view.summary)}</p>'
    yield from _extent(view)
    for finding in view.findings:
        yield from _finding(finding)
    if not view.findings:
        yield f"<p><strong>{NONE}</strong></p>"
    for name, checks in (("Stemmer", view.held), ("Kunne ikke kontrolleres", view.unchecked)):
        if checks:
            yield f"<details><summary>{name} ({len(checks)})</summary><ul>"
            yield from map(_check, checks)
            yield "</ul></details>"
    yield "</section>"


def _extent(view: AuditView) -> Iterator[str]:
    if not view.extent:
        return
    heads = "".join(f'<th scope="col">{name}</th>' for name in COLUMNS)
    yield f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>'
    for one in view.extent:
        figures = "".join(f"<td>{number}</td>" for number in (one.checked, one.holds, one.findings, one.unchecked))
        yield f"<tr><td>{escape(one.kind)}</td>{figures}</tr>"
    yield "</tbody></table></div>"


def _finding(finding: FindingView) -> Iterator[str]:
    yield f'<article class="{finding.severity}"><h2>{finding.number}. {escape(finding.kind)}, '
    yield f"side {finding.claim.page} "
    yield f'<span class="sure">({escape(finding.certainty)})</span></h2><p>{escape(finding.message)}</p>'
    yield _quote(finding.claim)
    if finding.against:
        yield f"<p>Over for:</p>{_quote(finding.against)}"
    told = (("Angivet", finding.stated), ("Beregnet eller fundet", finding.computed))
    rows = "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in told if value is not None)
    yield f"<dl>{rows}</dl></article>" if rows else "</article>"


def _quote(quote: Quote) -> str:
    return f"<blockquote>{escape(quote.quote)} <small>(side {quote.page})</small></blockquote>"


def _check(check: CheckView) -> str:
    why = f" – {escape(check.why)}" if check.why else ""
    return f"<li>s. {check.page} {escape(check.kind)}: ”{escape(check.quote)}”{why}</li>"
