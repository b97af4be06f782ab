"""Runs in which headings stand whole: cut ones put together, those run into their text cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.danish.hyphens import join_lines
from extract.danish.lexicon import Lexicon
from extract.geometry import overlap
from extract.heading_evidence import Evidence
from extract.heading_style import StyleClass, step
from extract.numbering import lone_number, read_number
from extract.page import Line, TextRun

NUMBER_STEP = 2.6  # em from a line that holds only a number to the title below it
TITLE_STEP = 1.5  # em from line to line of one heading
LARGER = 1.08  # times the body size: a heading's second line is told from its first paragraph
MOST_CHARACTERS = 240
MOST_LINES = 4
STOPS = ".:?!"
KINDS = ("paragraph", "list_item", "quote")


def whole_headings(runs: Sequence[TextRun], evidence: Evidence, body: StyleClass, lexicon: Lexicon) -> list[TextRun]:
    """The runs, with headings that were cut in two as one run each."""
    joined: list[TextRun] = []
    for run in (part for r in runs for part in _cut(r, body)):
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, run, evidence, body):
            joined[-1] = _join(last, run, lexicon)
        else:
            joined.append(run)
    return joined


def _cut(run: TextRun, body: StyleClass) -> list[TextRun]:
    """A run whose first lines are set as a heading and the others as text, as two runs."""
    if run.kind != "paragraph" or len(run.lines) < 2 or not _is_large(run.lines[0], body):
        return [run]
    at = next((i for i, line in enumerate(run.lines) if not _alike(line, run.lines[0])), 0)
    if not at or any(_is_large(line, body) for line in run.lines[at:]) or run.spans[at][0] >= run.spans[at][1]:
        return [run]
    start = run.spans[at][0]
    rest = tuple((max(0, a - start), max(0, b - start)) for a, b in run.spans[at:])
    head = replace(run, lines=run.lines[:at], text=run.text[:start].rstrip(), spans=run.spans[:at], margin_heading=None)
    first = run.lines[at]
    return [head, replace(run, lines=run.lines[at:], text=run.text[start:], spans=rest, page=first.page, top=first.top)]


def _is_large(line: Line, body: StyleClass) -> bool:
    style = line.style
    uniform = all(step(w.style.size) == step(style.size) and w.style.bold == style.bold for w in line.words)
    return uniform and (style.size >= LARGER * body.size or (style.bold and not body.bold))


def _alike(a: Line, b: Line) -> bool:
    return step(a.style.size) == step(b.style.size) and a.style.bold == b.style.bold and a.style.color == b.style.color


def _goes_on(last: TextRun, run: TextRun, evidence: Evidence, body: StyleClass) -> bool:
    """Whether `run` is the rest of the heading that `last` begins."""
    if last.kind not in KINDS or run.kind not in KINDS or last.boxed != run.boxed:
        return False
    if last.page != run.page:  # a label that was left behind at the foot of a page
        named = _is_number(last.text) and not last.text[0].isdigit()
        return named and run.page == last.page + 1 and _is_large(run.lines[0], body) and len(run.lines) <= MOST_LINES
    if len(last.lines) + len(run.lines) > MOST_LINES or len(last.text) + len(run.text) > MOST_CHARACTERS:
        return False
    return _is_title_of(last, run, evidence, body) or _is_second_line(last, run, evidence, body)


def _is_title_of(last: TextRun, run: TextRun, evidence: Evidence, body: StyleClass) -> bool:
    """A title beside or below the line that holds its number."""
    if not _is_number(last.text) or _is_number(run.text):
        return False
    a, b = last.lines[-1], run.lines[0]
    apart = b.baseline - a.baseline
    beside = abs(apart) < 0.4 * b.style.size and b.x0 > a.x0
    below = 0 < apart <= NUMBER_STEP * max(a.style.size, b.style.size)
    return (beside or below) and (_is_large(b, body) or evidence.names(f"{last.text} {run.text}", run.page))


def _is_second_line(last: TextRun, run: TextRun, evidence: Evidence, body: StyleClass) -> bool:
    """The next line of a heading that is broken by hand."""
    a, b = last.lines[-1], run.lines[0]
    close = 0 < b.baseline - a.baseline <= TITLE_STEP * b.style.size and overlap(a.x0, a.x1, b.x0, b.x1) > 0
    if not close or not _alike(a, b) or run.kind == "list_item" or read_number(run.text).kind != "none":
        return False
    if evidence.names(f"{last.text} {run.text}", run.page):
        return True
    if last.text[-1] in STOPS or b.style.size < LARGER * body.size or not _is_large(b, body):
        return False
    return not evidence.names(last.text, last.page) and not evidence.names(run.text, run.page)


def _is_number(text: str) -> bool:
    """Whether a line holds nothing but a heading's number: "2.1", "Kapitel 2", "Bilag A"."""
    numbered = read_number(text)
    bare = numbered.kind == "appendix" and bool(numbered.ordinal) and text.rstrip(".: ").endswith(numbered.ordinal)
    return lone_number(text) is not None or bare or (numbered.kind == "chapter" and not numbered.title)


def _join(last: TextRun, run: TextRun, lexicon: Lexicon) -> TextRun:
    texts = [last.text[a:b] for a, b in last.spans] + [run.text[a:b] for a, b in run.spans]
    joined = join_lines(texts, lexicon)
    notes = [n for n in (last.margin_heading, run.margin_heading) if n]
    return replace(
        last,
        kind="paragraph",
        lines=last.lines + run.lines,
        text=joined.text,
        spans=joined.spans,
        margin_heading=" / ".join(notes) or None,
        page=run.page,
    )
