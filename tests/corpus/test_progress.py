"""What the bar says of rate, time left and failures, and that it is only shown to somebody who watches."""

from __future__ import annotations

import pytest

from corpus.progress import files_bar, pace


@pytest.mark.parametrize(
    ("done", "total", "failed", "seconds", "said"),
    [
        (0, 10, 0, 3.0, ""),
        (5, 10, 0, 60.0, "5 a minute, 1:00 left"),
        (10, 10, 2, 60.0, "10 a minute, 0:00 left, 2 failed"),
        (1, 500, 1, 20.0, "3 a minute, 2:46:20 left, 1 failed"),
    ],
)
def test_pace(done: int, total: int, failed: int, seconds: float, said: str) -> None:
    assert pace(done, total, failed, seconds) == said


def test_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with files_bar(3) as advance:
        advance(1, 0)
    assert capsys.readouterr().err == ""


def test_somebody_watches(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with files_bar(3) as advance:
        advance(2, 1)
    assert "2/3" in capsys.readouterr().err
    with files_bar(3, quiet=True) as advance:
        advance(2, 1)
    assert capsys.readouterr().err == ""
