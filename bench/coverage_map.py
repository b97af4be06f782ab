"""The silence map against judgements made by reading: the examples, invented sentences, and what it costs.

python -m bench.coverage_map
"""

from __future__ import annotations

import json
import time
import tomllib
from pathlib import Path

from bench.places import EXAMPLES, ROOT, SHARED, pdfs
from bench.results_table import Row, write
from corpus.coverage.codebook_file import read_codebook
from corpus.coverage.cover import cover, silence_map
from corpus.coverage.judge import judge_by
from corpus.coverage.stretches import Stretch
from extract.read import read_report
from extract.report import Report, TextLine
from index.pieces import Piece

GOLD = Path(__file__).with_name("coverage_map.json")
SENTENCES = ROOT / "tests" / "corpus" / "coverage_sentences.toml"
LETTERS = {"stated": "s", "not_known": "k", "silent": "-"}
BY_EYE: list[Row] = [
    ("five given reports, judged by reading them", "right of 200, before any rule was looked at again", 0.89, ""),
    ("five given reports, judged by reading them", "right of 200, after rules were made more general", 0.97, ""),
    ("invented sentences", "right of 178, when first read", 0.961, ""),
    (
        "bench/held_out",
        "right of 80, when first read (plain talk 23 of 40, a consultancy's report 35 of 40)",
        0.725,
        "",
    ),
]
"""Judged by hand when the codebook was made; they hold no text and are not measured again."""


def main() -> None:
    """Measure and write the table."""
    write("coverage_map", "Silence map", [*_examples(), *_sentences(), *_held_out(), *BY_EYE, *_cost()])


def _examples() -> list[Row]:
    pairs = _pairs("examples", EXAMPLES, "items")
    silent = [got for got, want in pairs if want == "-"]
    return [
        ("examples", f"right of {len(pairs)} (the rules were made on them)", _share(pairs), ">= 0.95"),
        ("examples", "items found silent of those that are", silent.count("-") / len(silent), ">= 0.9"),
    ]


def _held_out() -> list[Row]:
    pairs = _pairs("held_out", ROOT / "bench" / "held_out", "held_out_items")
    return [("bench/held_out", f"right of {len(pairs)}, after words were added for plain talk", _share(pairs), "")]


def _pairs(names: str, folder: Path, items: str) -> list[tuple[str, str]]:
    """What is found and what is right, item by item and report by report."""
    gold = json.loads(GOLD.read_text("utf-8"))
    reports = [read_report(folder / name / f"{name}.pdf") for name in gold[names]]
    silence = silence_map(reports, read_codebook())
    return [
        (LETTERS[one.coverage], letter)
        for k, item in enumerate(silence.codebook.items)
        for one, letter in zip(silence.of_item(k), gold[items][item.id], strict=True)
    ]


def _sentences() -> list[Row]:
    judge = judge_by(read_codebook())
    pairs = []
    for item, kinds in tomllib.loads(SENTENCES.read_text("utf-8")).items():
        for kind, texts in kinds.items():
            for text in texts:
                piece = Piece(text, (TextLine(0, len(text), 1, (0.0, 0.0, 1.0, 1.0)),), text)
                judged = judge.judgements(Stretch(piece, "paragraph", "1", "other", (), ""))
                pairs.append((next((one.says for one in judged if one.item == item), "silent"), kind))
    return [("invented sentences", f"right of {len(pairs)}, now", _share(pairs), ">= 0.95")]


def _cost() -> list[Row]:
    files = [pdf for pdf in pdfs(SHARED / "reports") if "scan" not in pdf.stem] or pdfs(EXAMPLES)
    reports: list[Report] = [read_report(pdf) for pdf in files]
    judge = judge_by(read_codebook())
    cover(reports[0], judge)
    began = time.process_time()
    for report in reports:
        cover(report, judge)
    pages = sum(report.source.pages for report in reports)
    return [("reports", "CPU seconds a hundred pages", 100 * (time.process_time() - began) / pages, "")]


def _share(pairs: list[tuple[str, str]]) -> float:
    return sum(a == b for a, b in pairs) / len(pairs)


if __name__ == "__main__":
    main()
