"""Batches and libraries: files read, files failed, two workers against one, memory, adding again, listing 10,000.

python -m bench.corpus [FILES [RECORDS]]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.places import ROOT
from bench.results_table import Row, write
from bench.variants import BAD, library_of_records, variants
from corpus.library import open_library

EVERY_S = 0.25
REPEATS = 3


def main() -> None:
    """Measure the parts that are named, or all, each into a table of its own."""
    words = sys.argv[1:]
    count = next((int(word) for word in words if word.isdigit()), None)
    named = [part for part in PARTS if part in words] or list(PARTS)
    for part in named:
        title, measure, usual = PARTS[part]
        with TemporaryDirectory() as scratch:
            rows = measure(Path(scratch), count or usual)
        write(f"corpus_{part}", title, rows)


def batch(home: Path, count: int) -> list[Row]:
    """A folder added, and added again."""
    variants(home / "reports", count)
    name, memory = f"{count} files, {BAD} of them bad", Memory()
    with memory.watched() as watch:
        first, code = added(home / "reports", home / "library", jobs=2, watch=watch)
    again = min(added(home / "reports", home / "library", jobs=2)[0] for _ in range(REPEATS))
    with open_library(home / "library") as held:
        read, failed = len(held.reports()), held.failed()
    reasons = sum(1 for one in failed if one.what and one.todo)
    early, late = memory.thirds()
    return [
        (name, "good files read", read / (count - BAD), "1.0"),
        (name, "bad files listed with a reason", reasons / BAD, "1.0"),
        (name, "exit code", code, "1"),
        (name, "files a minute, two workers", 60 * read / first, ""),
        (name, "memory, last third to first (peaks, all processes)", late / max(early, 1), "<= 1.1"),
        (name, "peak memory of all processes, MiB", max(memory.samples, default=0.0), ""),
        (name, "seconds of adding again", again, ""),
        (name, "times as fast the second time", first / again, ">= 50"),
    ]


def workers(home: Path, count: int) -> list[Row]:
    """The same files with one worker and with two, in turn, the better of two times each."""
    folder = home / "compared"
    variants(folder, count)
    others = os.getloadavg()[0]  # what else the machine is doing decides what a second worker can win
    times: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(2):
        for jobs, seconds in times.items():
            seconds.append(added(folder, home / f"{jobs}-{turn}", jobs=jobs)[0])
    return [
        (f"{count} files", "two workers to one", min(times[1]) / min(times[2]), ">= 1.5"),
        (f"{count} files", f"load of the machine's {os.cpu_count()} processors before that", others, ""),
    ]


def records(home: Path, count: int) -> list[Row]:
    """Commands on a library of many records; seconds from the start of the process to its end."""
    folder = library_of_records(home / "records", count)
    name = f"records of {count:,} reports".replace(",", " ")
    size = (folder / "library.db").stat().st_size / 2**20
    return [
        (name, "corpus list, seconds", timed("list", "--library", folder), "< 0.5"),
        (name, "corpus list --json, seconds", timed("list", "--json", "--library", folder), ""),
        (name, "corpus show, seconds", timed("show", "Projekt 00042", "--library", folder), ""),
        (name, "corpus compare, seconds", timed("compare", "--library", folder), "< 2"),
        *((name, f"corpus compare --by {by}, seconds", timed("compare", "--by", by, "--library", folder), "< 2")
          for by in ("municipality", "pool", "year")),
        (name, "corpus compare --format csv, seconds", timed("compare", "--format", "csv", "--library", folder), ""),
        (name, "library.db, MiB", size, ""),
    ]  # fmt: skip


@dataclass(slots=True)
class Memory:
    """Resident memory of a process and its children over time, in MiB."""

    samples: list[float] = field(default_factory=list)
    pid: int = 0
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def watched(self) -> Iterator[Memory]:
        """Take samples until the end of the ``with``."""
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._over.set()
            thread.join()

    def thirds(self) -> tuple[float, float]:
        """The peaks of the first and of the last third."""
        third = max(1, len(self.samples) // 3)
        return max(self.samples[:third], default=0.0), max(self.samples[-third:], default=0.0)

    def _watch(self) -> None:
        while not self._over.wait(EVERY_S):
            if self.pid and (used := sum(map(_resident, _family(self.pid)))):
                self.samples.append(used)


def added(folder: Path, library: Path, *, jobs: int, watch: Memory | None = None) -> tuple[float, int]:
    """Seconds and exit code of `corpus add` without vectors."""
    began = time.perf_counter()
    process = _corpus("add", folder, "--library", library, "--jobs", str(jobs), "--no-vectors", "--quiet")
    if watch:
        watch.pid = process.pid
    code = process.wait()
    return time.perf_counter() - began, code


def timed(*words: str | Path) -> float:
    """Seconds of a command, the median of some."""
    times = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        if _corpus(*words).wait():
            raise RuntimeError(f"failed: {json.dumps(list(map(str, words)))}")
        times.append(time.perf_counter() - began)
    return median(times)


def _corpus(*words: str | Path) -> subprocess.Popen[bytes]:
    code = "import sys; from cli import corpus; sys.argv[0] = 'corpus'; corpus()"
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _family(pid: int) -> list[int]:
    """A process and its children, where the system tells of them."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        threads = [Path(place, "children").read_text() for place in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return [pid]
    return [pid, *{int(word) for text in (children, *threads) for word in text.split()}]


def _resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return float(pages * os.sysconf("SC_PAGE_SIZE") / 2**20)


PARTS: dict[str, tuple[str, Callable[[Path, int], list[Row]], int]] = {
    "batch": ("A batch of files", batch, 500),
    "workers": ("Two workers against one", workers, 60),
    "records": ("A library of many records", records, 10_000),
}
"""Title, what measures it, and of how many files or reports."""


if __name__ == "__main__":
    main()
