"""`make bench`: every measurement, one table a topic in bench/results/.

python -m bench.run [TOPIC ...]
"""

from __future__ import annotations

import shutil
import sys
from importlib import import_module
from pathlib import Path

from bench import icdar2013
from bench.coverage import coverage
from bench.places import EXAMPLES, SHARED, pdfs
from bench.results_table import Row, write
from bench.scores import read_set, score_real, score_reports
from bench.speed import help_cost, peak_memory, reading_ratio, records_shares
from extract.pages import opened

RECORDS = {
    "indicators_f1": ">= 0.97", "indicator_fields": ">= 0.95", "measures_f1": ">= 0.97", "metadata": ">= 0.93",
    "learnings": ">= 0.85", "embedding": ">= 0.85", "quotes_verbatim": "1.0", "findings_recall": ">= 0.80",
    "findings_precision": ">= 0.85", "no_findings_clean": "1.0",
}  # fmt: skip
GOALS = {
    "headings_f1": ">= 0.97", "margin_headings_f1": ">= 0.95", "front": ">= 0.95", "text_probes": ">= 0.97",
    "text_absent": "1.0", "footnotes": ">= 0.95", "boxes": ">= 0.97", "schema_valid": "1.0",
    "tables_cells_f1": ">= 0.96", "tables_exact": ">= 0.85", "tables_caption_pages_role": ">= 0.95",
    **RECORDS,
}  # fmt: skip
REAL_GOALS = {"headings_f1": ">= 0.93", "tables_found": ">= 0.9", "tables_exact": ">= 0.7"}


READING = "reading"
TOPICS = (
    READING, "audit", "retrieval", "encoding", "lexical", "vectors", "corpus", "agreement", "qa", "verifier",
    "coverage_map",
)  # fmt: skip
"""Reading is measured here, each other topic by the `main` of its module."""


def main() -> None:
    """Run the topics named, or all, as far as the data at hand allows."""
    for topic in sys.argv[1:] or TOPICS:
        if topic == READING:
            measure_reading()
        else:
            import_module(f"bench.{topic}").main()


def measure_reading() -> None:
    """Reading and records of the examples, the given reports and other documents, and what they cost."""
    reports = [*_example_rows(), *_report_rows()]
    reading = [row for row in reports if row[1] not in RECORDS]
    write("reading", "Reading", [*reading, *_real_rows(), *_icdar_rows(), *_speed_rows()])
    write("records", "Records and audit", [row for row in reports if row[1] in RECORDS] + _records_cost())


def _example_rows() -> list[Row]:
    if not (SHARED / "score").is_dir():
        return []
    rows: list[Row] = []
    for folder in sorted(p.parent for p in EXAMPLES.glob("*/*.gold.json")):
        out, _ = read_set(folder, f"examples/{folder.name}")
        figures, _ = score_reports(out, folder)
        rows += [(folder.name, k, v, GOALS.get(k, "")) for k, v in figures.items() if k != "overall"]
    return rows


def _report_rows() -> list[Row]:
    folder = SHARED / "reports"
    if not folder.is_dir():
        return []
    out, errors = read_set(folder, "reports")
    figures, text = score_reports(out, folder)
    print(text, errors, file=sys.stderr)
    rows = [("reports", k, v, GOALS.get(k, "")) for k, v in figures.items() if k != "overall"]
    return rows + _coverage_rows("reports", folder, out)


def _real_rows() -> list[Row]:
    folder = SHARED / "real"
    if not folder.is_dir():
        return []
    out, errors = read_set(folder, "real")
    figures, text = score_real(out, folder)
    print(text, errors, file=sys.stderr)
    rows: list[Row] = [("real", k, v, REAL_GOALS.get(k, "")) for k, v in figures.items()]
    rows.append(("real", "files read without an error", 1 - len(errors) / max(1, len(pdfs(folder))), "1.0"))
    return rows + _coverage_rows("real", folder, out)


def _icdar_rows() -> list[Row]:
    if not icdar2013.FOLDER.is_dir():
        return []
    rows: list[Row] = []
    for name, change in (
        ("", icdar2013.as_it_is),
        (", horizontal rules only", icdar2013.horizontal),
        (", no rules", icdar2013.bare),
    ):
        macro, false = icdar2013.figures(change)
        goals = (">= 0.85, next 0.90", "<= 10") if not name else ("", "")
        rows += [
            ("icdar2013", f"macro F1{name}", macro, goals[0]),
            ("icdar2013", f"false tables{name}", false, goals[1]),
        ]
    return rows


def _coverage_rows(name: str, folder: Path, out: Path) -> list[Row]:
    if shutil.which("pdftotext") is None:
        return []
    shares: dict[str, float] = {}
    for pdf in pdfs(folder):
        output = out / f"{pdf.stem}.json"
        if output.exists():
            shares[pdf.stem], missing = coverage(pdf, output)
            print(f"{pdf.stem}: {shares[pdf.stem]:.4f}", " ".join(missing[:25]), file=sys.stderr)
    return [
        (
            name,
            f"words kept, least of all files ({min(shares, key=lambda k: shares[k])})",
            min(shares.values()),
            ">= 0.98",
        )
    ]


def _speed_rows() -> list[Row]:
    files = [*pdfs(SHARED / "reports"), *pdfs(SHARED / "real"), *pdfs(SHARED / "icdar2013")] or pdfs(EXAMPLES)
    ours = plain = 0.0
    ratios: dict[str, float] = {}
    for pdf in files:
        a, b = reading_ratio(pdf)
        ours, plain, ratios[pdf.stem] = ours + a, plain + b, b / max(a, 1e-6)
        print(f"{pdf.stem}: {b / max(a, 1e-6):.1f} times as fast as pdfplumber", file=sys.stderr)
    largest = max((p for p in pdfs(SHARED / "reports") if "scan" not in p.stem), key=_page_count, default=files[0])
    return [
        ("all files", "times as fast as a pdfplumber loop (CPU time, total)", plain / ours, ">= 3, goal 6"),
        ("all files", f"the same, slowest file ({min(ratios, key=lambda k: ratios[k])})", min(ratios.values()), ">= 3"),
        (largest.stem, "peak memory, MiB", peak_memory(largest), "<= 200"),
        ("command", "CPU seconds of --help above a bare Python start", help_cost(), "<= 0.4"),
    ]


def _records_cost() -> list[Row]:
    files = [p for p in pdfs(SHARED / "reports") if "scan" not in p.stem] or pdfs(EXAMPLES)
    records, checking = records_shares(files, pdfs(EXAMPLES))
    return [
        ("reports", "time of records to time of reading (CPU, warm, words never met before)", records, "<= 0.333"),
        ("reports", "time of the audit to time of reading (the same)", checking, ""),
    ]


def _page_count(pdf: Path) -> int:
    with opened(pdf) as document:
        return len(document)


if __name__ == "__main__":
    main()
