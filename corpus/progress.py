"""A progress bar for many files on stderr: done of all, files a minute, time left, and how many failed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int, int], None]
"""Called with how many files are done, and how many of them have failed."""


@contextmanager
def files_bar(total: int, *, quiet: bool = False) -> Iterator[Advance]:
    """The function that moves the bar; it does nothing where nobody sees one."""
    if quiet or not total or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    began = time.monotonic()
    # Only stderr may be redirected around the bar: stdout carries the data.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=total, pace="")

        def advance(done: int, failed: int) -> None:
            bar.update(task, completed=done, pace=pace(done, total, failed, time.monotonic() - began))

        yield advance


def pace(done: int, total: int, failed: int, seconds: float) -> str:
    """How quickly it goes, over all that was done, how long it will take yet, and what failed."""
    said = []
    if done and seconds > 0:
        left = round(seconds * (total - done) / done)
        hours, minutes = divmod(left // 60, 60)
        clock = f"{hours}:{minutes:02}:{left % 60:02}" if hours else f"{minutes}:{left % 60:02}"
        said = [f"{60 * done / seconds:.0f} a minute", f"{clock} left"]
    if failed:
        said.append(f"{failed} failed")
    return ", ".join(said)
