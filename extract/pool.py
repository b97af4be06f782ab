"""Warm workers for many files."""

from __future__ import annotations

import os
import queue
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, Self, TypeVar

from extract.guard import Limits, Worker

P = ParamSpec("P")
T = TypeVar("T")


class WorkerPool:
    """Warm workers for many files: as many tasks at once as there are workers, each renewed after its lifetime."""

    def __init__(self, size: int | None = None, limits: Limits | None = None, lifetime: int | None = None) -> None:
        self.size = size or os.cpu_count() or 1
        self._workers = [Worker(limits, lifetime) for _ in range(self.size)]
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(self.size, thread_name_prefix="worker")

    def __enter__(self) -> Self:
        """The pool itself; processes start with their first task."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all processes and drop what was not begun."""
        self.close()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a worker call the function as soon as one is free."""
        return self._threads.submit(self._run, function, *args, **kwargs)

    def close(self) -> None:
        """End all processes and drop what was not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(wait=True)

    def _run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        worker = self._idle.get()
        try:
            return worker.run(function, *args, **kwargs)
        finally:
            self._idle.put(worker)
