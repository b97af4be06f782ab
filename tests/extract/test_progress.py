"""The bar moves on stderr for those who watch it, and stdout stays clean."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
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
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=terminal) as running:
        os.close(terminal)
        with ThreadPoolExecutor() as watching:
            shown = watching.submit(everything_on, screen)
            out, _ = running.communicate()
    assert running.returncode == 0
    assert json.loads(out)["source"]["file"] == example.name
    assert "Reading" in shown.result()
    assert f"{example.name}: " in shown.result().splitlines()[-1]


def everything_on(screen: int) -> str:
    """What is written to a pseudo-terminal until its other side is closed."""
    seen = b""
    try:
        while piece := os.read(screen, 4096):
            seen += piece
    except OSError:  # Linux reports the closed side as an error
        pass
    os.close(screen)
    return seen.decode()
