"""What an answer costs from a cold start: on a library, and on a PDF never seen before."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.places import ROOT
from bench.qa_sets import Questions
from bench.results_table import Row

QUESTION, SECOND = "Hvorfor trak kommunen sig?", "Hvad lever videre efter projektet?"
REPEATS = 3
CACHE = "PULJELUP_CACHE"


def cost_rows(library: Path, sets: Sequence[Questions]) -> Iterator[Row]:
    """CPU seconds and modules of `qa ask` on a library; wall seconds beyond reading of one PDF after the other."""
    runs = [_run(["qa", "ask", QUESTION, "--library", str(library)]) for _ in range(REPEATS)]
    name = f"library of {len(sets)} reports"
    yield name, "cold `qa ask`, CPU s", min(cpu for cpu, _ in runs), "<= 2.5"
    yield name, "torch imported", float(any(torch for _, torch in runs)), "0"
    largest = max(sets, key=lambda one: one.report.stat().st_size).pdf
    small = min(sets, key=lambda one: one.report.stat().st_size).pdf
    with TemporaryDirectory() as scratch:
        known, new = ({CACHE: str(Path(scratch, name))} for name in ("known", "new"))
        out = str(Path(scratch, "report.json"))
        _run(["extract", "run", str(largest), "-o", out])  # the file is in the system's memory from here on
        reading = min(_wall(["extract", "run", str(largest), "-o", out], known)[1] for _ in range(REPEATS))
        _run(["qa", "ask", QUESTION, str(small)], known)  # makes the tables that a machine has once
        first = _wall(["qa", "ask", QUESTION, str(largest)], known)
        again = min(_wall(["qa", "ask", SECOND, str(largest)], known)[0] for _ in range(REPEATS))
        held = min(_wall(["qa", "ask", SECOND, "--library", str(library)], known)[0] for _ in range(REPEATS))
        very_first = _wall(["qa", "ask", QUESTION, str(largest)], new)
    yield largest.stem, "reading, wall s", reading, ""
    yield largest.stem, "answer from a PDF never seen before, wall s beyond reading", first[0] - reading, "<= 5"
    yield largest.stem, "the same, to the end of the command", first[1] - reading, ""
    yield largest.stem, "the same, as the first question on a new machine", very_first[0] - reading, ""
    yield largest.stem, "second question on it, wall s", again, ""
    yield largest.stem, "the same of the library, wall s", held, ""


def _wall(command: Sequence[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds to the first line that is printed, and to the end."""
    began = time.perf_counter()
    call = [sys.executable, "-c", f"import sys; sys.argv = {list(command)!r}\nimport cli\ncli.{command[0]}()"]
    with subprocess.Popen(
        call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env={**os.environ, **environment}
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        printed = time.perf_counter() - began
        process.stdout.read()
    if process.returncode:
        raise RuntimeError(f"failed: {command}")
    return printed, time.perf_counter() - began


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> tuple[float, bool]:
    """CPU seconds of a command with its children, and whether it imported torch."""
    code = (
        f"import resource, sys; sys.argv = {list(command)!r}\nimport cli\n"
        f"try: cli.{command[0]}()\nexcept SystemExit as end: assert not end.code, end\n"
        "used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "print(sum(u.ru_utime + u.ru_stime for u in used), 'torch' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
    seconds, torch = done.stderr.splitlines()[-1].split()
    return float(seconds), torch == "True"
