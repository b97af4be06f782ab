"""README's commands run as they stand there.

A fenced block of the language ``sh`` is run line by line in a scratch copy of what README names;
blocks that set up or need more than the project holds carry another language.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = [line for language, text in BLOCK.findall(README) if language == "sh" for line in text.splitlines() if line]

MAKERS = ("build", "add")
"""Commands that make what those after them in README need."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, as a clone has them."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Commands of this very code in front of all others."""
    folder = tmp_path_factory.mktemp("bin")
    for name in ("puljelup", "extract", "index", "qa", "corpus"):
        script = folder / name
        script.write_text(f"#!/bin/sh\nexec {sys.executable} -c 'from cli import {name}; {name}()' \"$@\"\n")
        script.chmod(0o755)
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}


def run(line: str, place: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        line, shell=True, check=False, cwd=place, env=environment, capture_output=True, text=True, timeout=300
    )


@pytest.mark.reader
@pytest.mark.parametrize(
    ("language", "command"), [("overview", "extract show"), ("answer", "qa ask"), ("findings", "extract audit")]
)
def test_what_the_readme_shows_is_what_is_printed(
    language: str, command: str, place: Path, environment: dict[str, str]
) -> None:
    shown = dict(BLOCK.findall(README))[language].strip()
    line = next(code for code in re.findall(r"`([^`\n]+)`", README) if code.startswith(command) and "nordlys" in code)
    assert run(line, place, environment).stdout.strip().startswith(shown)


@pytest.mark.reader
@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize("line", LINES)
def test_a_command_of_the_readme_runs(line: str, place: Path, environment: dict[str, str]) -> None:
    for before in LINES[: LINES.index(line)]:  # another process may have run them in a place of its own
        if before.split()[0] == line.split(maxsplit=1)[0] and before.split()[1] in MAKERS:
            assert run(before, place, environment).returncode == 0
    done = run(line, place, environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr or ">" in line or "-o" in line or "--out-dir" in line


def test_the_readme_opens_with_the_two_commands() -> None:
    first = README.index("make run"), README.index("make test")
    assert max(first) < 1200


def test_the_readme_names_files_that_are_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
