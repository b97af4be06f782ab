"""What the guard's tests have a child process do."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

from extract.errors import NotAPdf


def double(number: int) -> int:
    print("talk that must not garble the answer")
    return 2 * number


def process_id() -> int:
    return os.getpid()


def loop_forever() -> None:
    while True:
        time.sleep(0.01)


def fill_memory() -> int:
    held: list[bytes] = []
    while len(held) < 400:  # 4 GiB: a machine without limits survives it
        held.append(b"x" * (10 * 1024 * 1024))
    return len(held)


def leave(code: int) -> None:
    os._exit(code)


def crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def refuse() -> None:
    raise NotAPdf("note.pdf is not a PDF.", "Give a PDF.")


def stumble() -> None:
    raise KeyError("a bug of the program")


def give_what_does_not_pickle() -> object:
    return lambda: None


def count(total: int, *, progress: Callable[[int, int], None]) -> str:
    for done in range(1, total + 1):
        progress(done, total)
    return "counted"


def path_of_main() -> str | None:
    return getattr(sys.modules["__main__"], "__file__", None)
