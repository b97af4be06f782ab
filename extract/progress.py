"""A progress bar on stderr where somebody watches it: by files, or by the pages of one file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[int, int], None]
"""Called with what is done and what there is to do."""


@contextmanager
def progress_bar(unit: str, *, quiet: bool = False, doing: str = "Reading") -> Iterator[Advance | None]:
    """The function that moves the bar; ``None`` where nobody sees one."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn(unit), TimeElapsedColumn())
    # Only stderr may be redirected around the bar: stdout carries the data.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
