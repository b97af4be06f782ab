"""What the joiner makes of every hyphen at a line's end: one decision a line, for reading by a person.

    python -m bench.hyphens FILE.pdf... [--all]

Lines are paired by place alone (the next line below in the same column), so the measure does not depend on the layout.
Without ``--all`` each pair of halves is shown once.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extract.danish.characters import tidy
from extract.danish.hyphens import join_lines
from extract.danish.lexicon import Lexicon
from extract.lines import lines_of
from extract.page import Line
from extract.pages import opened, read_pages

NAMES = {"": "broken", "-": "real", "- ": "suspended"}
FAR = 4.0  # line heights to the next line, at most
ENDS = ("-", "\u00ad", "/", "–")


def pairs(lines: list[Line]) -> Iterator[tuple[str, str]]:
    """Lines that end in a hyphen, slash or dash, each with the line below it in its column."""
    for line in lines:
        text = tidy(line.text)
        if len(text) < 2 or not text.endswith(ENDS):
            continue
        reach = line.baseline + FAR * line.style.size
        below = [o for o in lines if line.baseline + 1 < o.baseline < reach and o.x0 < line.x1 and o.x1 > line.x0]
        if below:
            yield text, tidy(min(below, key=lambda o: (o.baseline, abs(o.x0 - line.x0))).text)


def decisions(path: Path) -> Iterator[tuple[str, str]]:
    """What was done, and the words as they stand in the text."""
    with opened(path) as document:
        found = [lines_of(layer.page.number, layer.page.words) for layer in read_pages(document)]
    lexicon = Lexicon.of_lines(line.text for lines in found for line in lines)
    for lines in found:
        for upper, lower in pairs(lines):
            left, right = upper.rsplit(" ", 1)[-1], " ".join(lower.split()[:2])
            text = join_lines([left, right], lexicon).text
            rest = text[len(left.rstrip("-\u00ad/–")) :]
            kind = "suspended" if rest[1:2] == " " else "real" if rest[:1] in ENDS else "broken"
            yield kind, f"{left} | {right} => {text}"


def main() -> None:
    """Print the decisions of the files named on the command line."""
    files = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    total: Counter[str] = Counter()
    for path in files:
        found = list(decisions(path))
        total.update(kind for kind, _ in found)
        for kind, text in found if "--all" in sys.argv else dict.fromkeys(found):
            print(f"{path.stem[:24]:24} {kind:10} {text}")
    print(dict(total))


if __name__ == "__main__":
    main()
