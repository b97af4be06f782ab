"""Killed at any moment: all that was reported done is there, and the same call goes on where it stopped."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.library import Library, open_library
from corpus.place import NAME
from extract.serialise import report_from_json
from index.search import Searcher
from tests.conftest import ROOT
from tests.small_pdfs import evaluation

pytestmark = [
    pytest.mark.reader,
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups"),
]

KEEPER = """
import sys
from pathlib import Path
from corpus.entry import entry_of
from corpus.library import open_library
from corpus.writing import keep, remove
from tests.corpus import made

first = int(sys.argv[2])
with open_library(Path(sys.argv[1]), make=True) as library:
    for number in range(first, first + 10000):
        held = made.report(f"Projekt {number // 3}", published=f"20{number % 3}")
        keep(library, made.found(held), entry_of(held), reader="1")
        print("kept", held.source.sha256, flush=True)
        if number % 5 == 4:
            remove(library, [held.source.sha256])
            print("removed", held.source.sha256, flush=True)
"""


def whole(library: Library) -> bool:
    """Whether SQLite finds nothing wrong, and every report has all its parts."""
    base = library.connection
    sound = base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    orphans = base.execute("PRAGMA foreign_key_check").fetchall()
    bare = base.execute(
        "SELECT sha256 FROM reports r WHERE status = 'read' AND targets <> "
        "(SELECT count(*) FROM indicators i WHERE i.report = r.sha256)"
    ).fetchall()
    reports = library.reports(all_versions=True)
    written = all(report_from_json(library.json_path(r.sha256).read_bytes()).source.sha256 == r.sha256 for r in reports)
    return sound and not orphans and not bare and written


def test_writing_killed_at_random_points_loses_nothing_reported(tmp_path: Path) -> None:
    chance = random.Random(17)
    there: set[str] = set()
    for turn in range(8):
        process = subprocess.Popen(
            [sys.executable, "-c", KEEPER, str(tmp_path / NAME), str(10000 * turn)],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert process.stdout
        for _ in range(chance.randint(1, 60)):
            done, sha = process.stdout.readline().split()
            there = there | {sha} if done == "kept" else there - {sha}
        process.kill()  # in the midst of what comes next
        for line in process.stdout.read().splitlines():
            done, _, sha = line.partition(" ")
            if len(sha) == 64:
                there = there | {sha} if done == "kept" else there - {sha}
        process.wait()
        process.stdout.close()
        with open_library(tmp_path / NAME) as library:
            held = {report.sha256 for report in library.reports(all_versions=True)}
            assert there <= held
            assert len(held - there) <= 1 + turn  # what was kept when it was killed, not reported any more
            there = held
            assert whole(library)
            double = library.connection.execute(
                "SELECT version_key FROM reports WHERE replaced_by IS NULL GROUP BY 1 HAVING count(*) > 1"
            ).fetchall()
            assert not double


def test_adding_killed_at_random_points_goes_on_where_it_stopped(tmp_path: Path) -> None:
    for number in range(12):
        evaluation(tmp_path / "reports" / f"{number}.pdf", f"Projekt{number}", f"Kendeord{number}x.")
    (tmp_path / "reports" / "empty.pdf").touch()
    library, chance = tmp_path / NAME, random.Random(4)
    before: dict[str, str] = {}
    for _ in range(30):
        process = adding(tmp_path)
        try:
            code = process.wait(timeout=chance.uniform(0.3, 3.0))
        except subprocess.TimeoutExpired:
            seen = kept(library)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        else:
            seen = kept(library)
            assert code == 1
        now = kept(library)
        # What was there stays as it was, to the moment when it was added: nothing is read twice.
        assert before.items() <= seen.items() <= now.items()
        if library.is_dir() and (library / "library.db").is_file():
            with open_library(library) as opened:
                assert whole(opened)
        before = now
        if process.returncode == 1:
            break
    else:
        assert adding(tmp_path).wait() == 1
    with open_library(library) as opened:
        assert len(opened.reports()) == 12
        assert [report.file for report in opened.failed()] == ["empty.pdf"]
    searcher = Searcher.open(library / "index")
    assert json.loads((library / "index" / "manifest.json").read_text())["reports"] == 12
    assert all(searcher.search(f"kendeord{n}x", mode="lexical")[0].passage.file == f"{n}.pdf" for n in range(12))


def adding(home: Path) -> subprocess.Popen[bytes]:
    code = "import sys; from cli import corpus; sys.argv[0] = 'corpus'; corpus()"
    words = ["add", str(home / "reports"), "--library", str(home / NAME), "--no-vectors", "--jobs", "2", "-q"]
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL
    )


def kept(library: Path) -> dict[str, str]:
    """The reports that anybody who looks sees, and when they were added."""
    if not (library / "library.db").is_file():
        return {}
    with open_library(library) as opened:
        return {report.sha256: report.added_at for report in opened.reports(all_versions=True)}
