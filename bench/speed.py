"""CPU time and memory of reading, as ratios against a plain pdfplumber loop in the same run."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pdfplumber

from bench.places import ROOT
from extract.audit.read import audit
from extract.errors import PuljelupError
from extract.read import read_structure
from extract.records import add_records, read_records

REPEATS = 3
T = TypeVar("T")


def reading_ratio(pdf: Path) -> tuple[float, float]:
    """Seconds of CPU for reading (without records) and for the pdfplumber loop, best of some runs, warm."""
    return _best(lambda: _read(pdf)), _best(lambda: _plain(pdf))


def records_shares(files: Sequence[Path], warming: Sequence[Path]) -> tuple[float, float]:
    """Time of records, and of the audit, over time of reading; all files together.

    Warm after other reports: a file's own second run would find its words in the caches of the first.
    """
    for pdf in warming:  # loads spaCy and the lists
        add_records(*read_structure(pdf))
    reading = records = checking = 0.0
    for pdf in files:
        reading += _best(lambda pdf=pdf: read_structure(pdf))  # type: ignore[misc]
        structure = read_structure(pdf)
        report, seconds = _timed(lambda read=structure: read_records(*read))  # type: ignore[misc]
        records += seconds
        checking += _timed(lambda report=report: audit(report))[1]  # type: ignore[misc]
    return records / reading, checking / reading


def peak_memory(pdf: Path) -> float:
    """Peak resident memory in MiB of a fresh process that reads one file."""
    code = (
        "import resource, sys; from extract.read import read_report; read_report(sys.argv[1]); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(pdf)], check=True, capture_output=True, text=True, cwd=ROOT)
    return float(done.stdout)


def help_cost() -> float:
    """Seconds of CPU that `puljelup --help` takes above a bare Python start."""
    shown = [sys.executable, "-c", "import sys; sys.argv = ['puljelup', '--help']; import cli; cli.puljelup()"]
    return min(_child(shown) for _ in range(5)) - min(_child([sys.executable, "-c", "pass"]) for _ in range(5))


def _read(pdf: Path) -> None:
    try:
        read_structure(pdf)
    except PuljelupError:
        return


def _plain(pdf: Path) -> None:
    with pdfplumber.open(pdf) as document:
        for page in document.pages:
            page.extract_words()
            for table in page.find_tables():
                table.extract()
            page.close()


def _best(task: Callable[[], object]) -> float:
    return min(_timed(task)[1] for _ in range(REPEATS))


def _timed(task: Callable[[], T]) -> tuple[T, float]:
    gc.collect()
    start = time.process_time()
    done = task()
    return done, time.process_time() - start


def _child(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
