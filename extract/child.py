"""The child process behind `extract.guard`: takes tasks from its parent, answers, and may die of them."""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from extract.errors import PuljelupError

ORPHAN_GRACE_S = 10.0
"""How much longer than its time limit a task may run where the parent is gone and cannot end it."""


@dataclass(frozen=True, slots=True)
class Value:
    """What the function returned."""

    value: object


@dataclass(frozen=True, slots=True)
class Failure:
    """An error that is the user's to mend."""

    error: PuljelupError


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The memory limit was met."""


@dataclass(frozen=True, slots=True)
class Bug:
    """Any other exception, as its traceback."""

    text: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the task is; more answers follow."""

    done: int
    total: int


Answer = Value | Failure | OutOfMemory | Bug
"""How a task ended."""


def serve(seconds: float | None, memory_mib: int | None) -> None:
    """Run the parent's tasks one after the other until it closes the channel."""
    inbox, outbox = _claim_channels()
    # Ctrl-C reaches the whole process group; it is the parent that decides, and it ends this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory(memory_mib)
    while (payload := _next_task(inbox)) is not None:
        if seconds is not None:
            faulthandler.dump_traceback_later(seconds + ORPHAN_GRACE_S, exit=True, file=2)
        _send(outbox, _run(payload, outbox))
        faulthandler.cancel_dump_traceback_later()


def limit_memory(mib: int | None) -> None:
    """Cap this process's memory where the platform can; elsewhere only the time limit holds."""
    if mib is None:
        return
    try:
        import resource
    except ImportError:  # Windows
        return
    # Linux counts private writable memory as data: what is used, not what libraries merely map.
    kind = resource.RLIMIT_DATA if sys.platform.startswith("linux") else resource.RLIMIT_AS
    _, hard = resource.getrlimit(kind)
    wanted = mib * 1024 * 1024
    try:
        resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    except (ValueError, OSError):  # macOS refuses limits below what is mapped already
        return


def _claim_channels() -> tuple[BinaryIO, BinaryIO]:
    """Take stdin and stdout for the tasks, so that nothing a library prints can garble an answer."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return inbox, outbox


def _next_task(inbox: BinaryIO) -> bytes | None:
    try:
        payload: bytes = pickle.load(inbox)
    except EOFError:
        return None
    return payload


def _run(payload: bytes, outbox: BinaryIO) -> Answer:
    """The task's answer; every exception becomes one, only death of the process does not."""
    try:
        function, args, kwargs, wants_progress = pickle.loads(payload)
        if wants_progress:
            kwargs["progress"] = _reporter(outbox)
        value = function(*args, **kwargs)
        pickle.dumps(value)
    except PuljelupError as error:
        return Failure(error)
    except MemoryError:
        return OutOfMemory()
    except BaseException:
        return Bug(traceback.format_exc())
    return Value(value)


def _reporter(outbox: BinaryIO) -> Callable[[int, int], None]:
    def report(done: int, total: int) -> None:
        _send(outbox, Progress(done, total))

    return report


def _send(outbox: BinaryIO, answer: Answer | Progress) -> None:
    try:
        pickle.dump(answer, outbox, protocol=pickle.HIGHEST_PROTOCOL)
        outbox.flush()
    except BrokenPipeError:  # the parent is gone
        os._exit(0)
