"""Read all PDFs of a set and have the given scorers judge the output."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

from bench.places import OUT, SHARED, pdfs
from extract.errors import PuljelupError
from extract.read import read_report
from extract.serialise import to_json

Figures = dict[str, float]


def read_set(folder: Path, name: str) -> tuple[Path, dict[str, str]]:
    """Read every PDF into OUT/name; gives that folder and the errors by file name."""
    target = OUT / name
    target.mkdir(parents=True, exist_ok=True)
    errors: dict[str, str] = {}
    for pdf in pdfs(folder):
        try:
            (target / f"{pdf.stem}.json").write_text(to_json(read_report(pdf)), "utf-8")
        except PuljelupError as error:
            errors[pdf.name] = error.what
    return target, errors


def score_reports(outputs: Path, gold: Path) -> tuple[Figures, str]:
    """Mean figures of `score_report.py`, and its text."""
    text = _run("score_report.py", outputs, gold, "--json")
    return {k: float(v) for k, v in json.loads(text.strip().splitlines()[-1]).items()}, text


def score_real(outputs: Path, gold: Path) -> tuple[Figures, str]:
    """Mean figures of `score_real.py`, and its text."""
    text = _run("score_real.py", outputs, gold)
    means = ast.literal_eval(text.strip().splitlines()[-1].removeprefix("MEAN "))
    return {k: float(v) for k, v in means.items()}, text


def _run(script: str, *arguments: Path | str) -> str:
    command = [sys.executable, str(SHARED / "score" / script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
