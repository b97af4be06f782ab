"""What references can point at: the numbers of sections, tables, figures and annexes, and the pages of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.material import Material
from extract.audit.references import TargetKind

_CAPTION = re.compile(
    r"(?:(?P<table>tabel|skema|oversigt)|(?P<figure>figur|illustration|diagram|graf)|(?P<annex>bilag|appendiks|appendix|annex))"
    r"\s+(?:nr\.\s+)?(?P<label>[\w][\w.\-–]*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:(?:kapitel|afsnit)\s+)?(?P<label>\d{1,2}(?:\.\d{1,2})*)\.?[\s:]", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Targets:
    """Labels by kind, normalised; ``loose`` are kinds of which something has no label."""

    labels: dict[TargetKind, frozenset[str]]
    loose: frozenset[TargetKind]
    last_page: int

    def has(self, kind: TargetKind, label: str) -> bool | None:
        """Whether what the label names is there; ``None`` where that cannot be told."""
        if kind == "page":
            return all(int(n) <= self.last_page for n in _DIGITS.findall(label))
        known, wanted = self.labels[kind], normal(label)
        if wanted in known or (re.fullmatch(r"\d+[-–]\d+", label) and set(wanted.split(".")) <= known):
            return True
        if not known or self._in_a_gap(kind, wanted):
            return None
        return False

    def _in_a_gap(self, kind: TargetKind, wanted: str) -> bool:
        """Whether a higher number of the same series is there, so that the reader may have missed this one."""
        head, last = _split(wanted)
        if last is None:
            return False
        series = [
            number for label in self.labels[kind] for h, number in [_split(label)] if h == head and number is not None
        ]
        if kind == "section" and head and head not in self.labels[kind]:
            return self._in_a_gap(kind, head)
        if not series:
            return kind in {"section"} and bool(head) and not self._has_children(head)
        return last < max(series) or (kind in self.loose and last == max(series) + 1)

    def _has_children(self, head: str) -> bool:
        depth = head.count(".") + 1
        return any(label.count(".") >= depth for label in self.labels["section"])


def find_targets(material: Material) -> Targets:
    """What the report has: captions, headings, contents lines, and whatever begins with a label."""
    report = material.report
    found: dict[TargetKind, set[str]] = {
        "table": set(),
        "figure": set(),
        "section": set(),
        "annex": set(),
        "page": set(),
    }
    for kind, label in _printed(material):
        found[kind].add(normal(label))
    for section in report.sections:
        if section.number:
            found["section"].add(normal(section.number))
    found["table"] |= {normal(_after_word(table.label)) for table in report.tables if table.label}
    loose: set[TargetKind] = set()
    if any(table.label is None for table in report.tables):
        loose.add("table")
    numbers = [int(n) for f in report.furniture if f.kind == "page_number" for n in _DIGITS.findall(f.text)]
    last = max([report.source.pages, *(n for n in numbers if n < 2000)])
    return Targets({kind: frozenset(labels) for kind, labels in found.items()}, frozenset(loose), last)


def _printed(material: Material) -> Iterator[tuple[TargetKind, str]]:
    """Labels with which a block, a heading, a caption or a contents line begins."""
    report = material.report
    texts = [b.text for s in report.sections for b in s.blocks]
    texts += [section.title for section in report.sections]
    texts += [f.title or f.text for f in report.furniture]
    texts += [t for table in report.tables for t in (table.caption or "", *table.columns, *table.notes)]
    for text in texts:
        caption = _CAPTION.match(text.strip())
        if caption:
            kinds: tuple[TargetKind, ...] = ("table", "figure", "annex")
            yield next(kind for kind in kinds if caption[kind]), caption["label"]
    for text in texts:
        numbered = _NUMBERED.match(text.strip())
        if numbered and "." in numbered["label"] and len(text) < 150:
            yield "section", numbered["label"]


def normal(label: str) -> str:
    """A label as it is compared: upper case, one kind of dash and point, nothing behind it."""
    return re.sub(r"[-–—]", ".", label).strip(".:,;) ").upper()


def _after_word(label: str) -> str:
    return label.split(None, 1)[1] if " " in label else label


def _split(label: str) -> tuple[str, int | None]:
    """``3.9`` → ``3``, 9; ``B`` → ``""``, 2; ``IV`` → ``""``, 4."""
    head, _, last = label.rpartition(".")
    if last.isdigit():
        return head, int(last)
    return head, _roman(last) or (ord(last) - 64 if len(last) == 1 else None)


def _roman(text: str) -> int | None:
    values = {"I": 1, "V": 5, "X": 10}
    if not text or set(text) - set(values):
        return None
    total = 0
    for here, after in zip(text, [*text[1:], ""], strict=True):
        value = values[here]
        total += -value if after and values[after] > value else value
    return total
