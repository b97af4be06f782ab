"""Every command explains itself, with examples, and quickly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from tests.test_architecture import OWNERS

LIMIT_S = 0.4
"""CPU time that `puljelup --help` may take beyond a bare start of Python."""

COMMANDS = [
    (app, command.name or getattr(command.callback, "__name__", ""))
    for app in ("extract", "qa", "index", "corpus")
    for command in getattr(cli, app).registered_commands
]

CPU = "import resource as r, sys; u = r.getrusage(r.RUSAGE_SELF); print(u.ru_utime + u.ru_stime, file=sys.stderr)"
MODULES = "import sys; print(*sys.modules, file=sys.stderr)"
HELP = "from cli import puljelup\ntry:\n    puljelup(['--help'])\nexcept SystemExit:\n    "


def talk_of(code: str, root: Path) -> str:
    return subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True).stderr


@pytest.mark.parametrize(("app", "name"), COMMANDS)
def test_every_command_has_help_with_examples(app: str, name: str) -> None:
    result = CliRunner().invoke(getattr(cli, app), [name, "--help"])
    assert result.exit_code == 0
    assert f"\n    {app} {name}" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_the_umbrella_names_the_four_rooms() -> None:
    out = CliRunner().invoke(cli.puljelup, ["--help"]).stdout
    assert all(f"\n  {room} " in out for room in ("extract", "index", "qa", "corpus"))
    assert "--install-completion" in out
    assert "--version" in out


@pytest.mark.skipif(sys.platform == "win32", reason="measures with getrusage")
def test_help_is_quick(root: Path) -> None:
    # The least of several runs: what the machine does beside only ever adds.
    bare = min(float(talk_of(CPU, root)) for _ in range(3))
    helped = min(float(talk_of(HELP + CPU, root)) for _ in range(5))
    assert helped - bare <= LIMIT_S


def test_help_imports_nothing_heavy(root: Path) -> None:
    loaded = {module.split(".")[0] for module in talk_of(HELP + MODULES, root).split()}
    assert not loaded & {*OWNERS, "pydantic", "numpy", "rich", "PIL", "multiprocessing"}
