"""The bar moves on stderr for those who watch it, and stdout stays clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract.progress import progress_bar


def test_nobody_watches() -> None:
    with progress_bar("pages") as advance:
        assert advance is None


@pytest.mark.reader
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_bar_on_a_terminal_leaves_stdout_alone(example: Path, root: Path) -> None:
    import pty

    screen, terminal = pty.openpty()
    command = [sys.executable, "-c", "import cli; cli.extract()", "run", str(example)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    done = subprocess.run(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=terminal, check=True)
    os.close(terminal)
    shown = os.read(screen, 100_000).decode()
    os.close(screen)
    assert json.loads(done.stdout)["source"]["file"] == example.name
    assert "Reading" in shown
    assert f"{example.name}: " in shown.splitlines()[-1]
