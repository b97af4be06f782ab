"""A progress bar for many files on stderr: done of all, files a minute, time left, and how many failed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int, int, int], None]
"""Called with what is done, what there is to do, and how many of the done have failed."""


@contextmanager
def files_bar(*, quiet: bool = False) -> Iterator[Advance]:
    """The function that moves the bar; it does nothing where nobody sees one."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn

    class Rate(TextColumn):
        """Files a minute, over the last half minute."""

        def render(self, task: Task) -> object:  # type: ignore[override]
            from rich.text import Text

            return Text(f"{60 * task.speed:.0f} a minute" if task.speed else "")

    failures = TextColumn("[red]{task.fields[bad]}")
    columns = (
        TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), Rate(""), TimeRemainingColumn(), TextColumn("left"),
        failures,
    )  # fmt: skip
    # Only stderr may be redirected around the bar: stdout carries the data.
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, speed_estimate_period=30) as bar:
        task = bar.add_task("", total=None, bad="")

        def advance(done: int, total: int, failed: int) -> None:
            bar.update(task, completed=done, total=total, bad=f"{failed} failed" if failed else "")

        yield advance
