"""Work that may hang, swell or crash, done in a child process: the parent never dies of a PDF.

A `Worker` is a warm child process. It gets an importable function with arguments that pickle, and gives back
the value, or raises: errors of `PuljelupError` as they were, other exceptions as `WorkerBug` with the child's
traceback, and `ReadingStopped` where time or memory ran out or the child died. A fresh interpreter is
started rather than forked (threads do not survive a fork), and the caller's main module is not imported
again, so that scripts without an ``if __name__`` guard and notebooks work.
"""

from __future__ import annotations

import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ParamSpec, Self, TypeVar, cast

from extract.child import Answer, Bug, Failure, OutOfMemory, Progress, Value
from extract.errors import ReadingStopped
from extract.report import Report

P = ParamSpec("P")
T = TypeVar("T")

DYING_S = 5.0
"""How long a process that closed its channel may take to end."""

_SERVE = "import sys; sys.path[:] = {path!r}; from extract.child import serve; serve({seconds!r}, {memory!r})"
_CRASHED = "Check that the file opens in a PDF viewer; read a part of it with --pages, or allow more with --memory."


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may use; ``None`` is no limit. Memory is limited where the platform can."""

    seconds: float | None = 300.0
    memory_mib: int | None = 2048


class WorkerBug(Exception):
    """An unexpected exception in the child process; its text is the child's traceback."""


class Worker:
    """A child process that runs one task at a time; started at its first task, and again after a bad one.

    After ``lifetime`` tasks it is started anew too: what libraries never give back does not add up.
    """

    def __init__(self, limits: Limits | None = None, lifetime: int | None = None) -> None:
        self.limits = limits or Limits()
        self.lifetime = lifetime
        self._tasks = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._lock = threading.Lock()  # of the two above: a pool closes its workers from another thread

    def __enter__(self) -> Self:
        """The worker itself; its process starts with the first task."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def run(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the function in the child. A ``progress`` argument is called here, with what the child reports."""
        rest: dict[str, Any] = dict(kwargs)
        progress = cast("Callable[[int, int], None] | None", rest.pop("progress", None))
        payload = pickle.dumps((function, args, rest, progress is not None), protocol=pickle.HIGHEST_PROTOCOL)
        process = self._start()
        expired = threading.Event()
        timer = _Timer(self.limits.seconds, process, expired)
        try:
            answer = _ask(process, payload, progress)
        except BaseException:  # Ctrl-C, or a progress callback that fails: the task is in an unknown state
            self._end()
            raise
        finally:
            timer.stop()
        if answer is None:
            _await_death(process)
        self._tasks += 1
        if not isinstance(answer, Value | Failure) or expired.is_set() or self._tasks == self.lifetime:
            self._end()
        return cast("T", _value(answer, process.returncode, expired.is_set(), self.limits))

    def close(self) -> None:
        """End the process, whatever it does, for good."""
        with self._lock:
            self._closed = True
        self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._end()
        with self._lock:
            if self._closed:
                raise RuntimeError("the worker is closed")
            if self._process is None:
                code = _SERVE.format(path=sys.path, seconds=self.limits.seconds, memory=self.limits.memory_mib)
                command = [sys.executable, "-P", "-c", code]
                self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                self._tasks = 0
            return self._process

    def _end(self) -> None:
        """End the process; the next task starts another."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for channel in (process.stdin, process.stdout):
            if channel:
                _close_quietly(channel)


def read_guarded(
    path: Path, *, pages: Sequence[int] | None = None, password: str | None = None, limits: Limits | None = None
) -> Report:
    """`read_report` in a child process of its own."""
    from extract.read import read_report

    with Worker(limits) as worker:
        return worker.run(read_report, path, pages=pages, password=password)


class _Timer:
    """Ends the process when the time is up, and says so; no process outlives its task's limit."""

    def __init__(self, seconds: float | None, process: subprocess.Popen[bytes], expired: threading.Event) -> None:
        def expire() -> None:
            expired.set()
            process.kill()

        self._timer = None if seconds is None else threading.Timer(seconds, expire)
        if self._timer:
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer.join()


def _ask(
    process: subprocess.Popen[bytes], payload: bytes, progress: Callable[[int, int], None] | None
) -> Answer | None:
    """Send the task and wait for its answer; ``None`` where the child died."""
    assert process.stdin
    assert process.stdout
    try:
        pickle.dump(payload, process.stdin)
        process.stdin.flush()
        while True:
            answer: Answer | Progress = pickle.load(process.stdout)
            if not isinstance(answer, Progress):
                return answer
            if progress:
                progress(answer.done, answer.total)
    except (EOFError, BrokenPipeError, pickle.UnpicklingError):
        return None


def _value(answer: Answer | None, exit_code: int | None, expired: bool, limits: Limits) -> object:
    if isinstance(answer, Value):
        return answer.value
    if isinstance(answer, Failure):
        raise answer.error
    if isinstance(answer, Bug):
        raise WorkerBug(answer.text)
    if isinstance(answer, OutOfMemory):
        todo = "Allow more with --memory, or read a part of the file with --pages."
        raise ReadingStopped(f"Reading needs more than {limits.memory_mib} MiB of memory.", todo)
    if expired:
        todo = "Allow more with --timeout, or read a part of the file with --pages."
        raise ReadingStopped(f"Reading took longer than {limits.seconds:g} seconds.", todo)
    raise ReadingStopped(f"The reading process died ({_cause(exit_code)}).", _CRASHED)


def _await_death(process: subprocess.Popen[bytes]) -> None:
    """Let a dying process die of its own cause, so that its exit code tells it."""
    try:
        process.wait(timeout=DYING_S)
    except subprocess.TimeoutExpired:
        return


def _cause(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return f"exit code {exit_code}"
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"signal {-exit_code}"


def _close_quietly(channel: Any) -> None:
    try:
        channel.close()
    except OSError:  # what was written last could not be flushed to a dead process
        return
