"""The parent never dies of what its child does."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator

import pytest

from extract.errors import NotAPdf, ReadingStopped
from extract.guard import Limits, Worker, WorkerBug
from extract.pool import WorkerPool
from tests.extract import guard_tasks as tasks

PATIENCE_S = 60.0
"""A limit that no healthy task meets, also on a busy machine."""


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(Limits(PATIENCE_S, 512)) as one:
        yield one


def test_a_value_comes_back_and_talk_does_not_garble_it(worker: Worker) -> None:
    assert worker.run(tasks.double, 21) == 42


def test_a_worker_stays_warm(worker: Worker) -> None:
    assert worker.run(tasks.process_id) == worker.run(tasks.process_id)


def test_a_worker_is_renewed_after_its_lifetime() -> None:
    with Worker(Limits(PATIENCE_S, None), lifetime=2) as worker:
        ids = [worker.run(tasks.process_id) for _ in range(6)]
    assert ids[0::2] == ids[1::2]
    assert len(set(ids)) == 3


def test_nothing_of_the_callers_main_module_runs_again(worker: Worker) -> None:
    assert worker.run(tasks.path_of_main) is None


def test_progress_is_called_in_the_parent(worker: Worker) -> None:
    seen: list[tuple[int, int]] = []
    assert worker.run(tasks.count, 3, progress=lambda done, total: seen.append((done, total))) == "counted"
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_users_error_crosses_with_both_lines_and_the_worker_lives(worker: Worker) -> None:
    before = worker.run(tasks.process_id)
    with pytest.raises(NotAPdf) as caught:
        worker.run(tasks.refuse)
    assert (caught.value.what, caught.value.todo) == ("note.pdf is not a PDF.", "Give a PDF.")
    assert worker.run(tasks.process_id) == before


def test_a_bug_shows_its_traceback(worker: Worker) -> None:
    with pytest.raises(WorkerBug, match=r"(?s)guard_tasks.py.*KeyError: 'a bug of the program'"):
        worker.run(tasks.stumble)
    assert worker.run(tasks.double, 1) == 2


def test_a_value_that_does_not_pickle_is_a_bug(worker: Worker) -> None:
    with pytest.raises(WorkerBug, match="ickle"):
        worker.run(tasks.give_what_does_not_pickle)


@pytest.mark.parametrize("seconds", [0.01, 1.0])
def test_time_runs_out(seconds: float) -> None:
    with Worker(Limits(seconds, None)) as worker:
        began = time.monotonic()
        with pytest.raises(ReadingStopped, match=f"longer than {seconds:g} seconds"):
            worker.run(tasks.loop_forever)
        assert time.monotonic() - began < PATIENCE_S


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited for certain on Linux only")
def test_memory_runs_out_and_the_next_task_has_it_again(worker: Worker) -> None:
    with pytest.raises(ReadingStopped, match="more than 512 MiB"):
        worker.run(tasks.fill_memory)
    assert worker.run(tasks.double, 1) == 2


def test_a_child_that_leaves_is_told_of(worker: Worker) -> None:
    with pytest.raises(ReadingStopped, match="exit code 3"):
        worker.run(tasks.leave, 3)
    assert worker.run(tasks.double, 1) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_child_that_crashes_is_told_of_by_signal(worker: Worker) -> None:
    with pytest.raises(ReadingStopped, match="SIGSEGV") as caught:
        worker.run(tasks.crash)
    assert caught.value.todo
    assert worker.run(tasks.double, 1) == 2


def test_a_failing_progress_callback_ends_the_task(worker: Worker) -> None:
    def fail(*_: int) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        worker.run(tasks.count, 2, progress=fail)
    assert worker.run(tasks.double, 1) == 2


def test_a_pool_runs_tasks_side_by_side_and_keeps_to_its_size() -> None:
    with WorkerPool(2, Limits(PATIENCE_S, None)) as pool:
        ids = [pool.submit(tasks.process_id) for _ in range(8)]
        values = [pool.submit(tasks.double, number) for number in range(5)]
        assert len({future.result() for future in ids}) <= 2
        assert [future.result() for future in values] == [0, 2, 4, 6, 8]


def test_a_bad_task_of_a_pool_fails_alone() -> None:
    with WorkerPool(2, Limits(PATIENCE_S, None)) as pool:
        bad = pool.submit(tasks.leave, 1)
        good = [pool.submit(tasks.double, number) for number in range(4)]
        assert [future.result() for future in good] == [0, 2, 4, 6]
        assert isinstance(bad.exception(), ReadingStopped)


def test_leaving_a_pool_ends_what_still_runs() -> None:
    threads = threading.active_count()
    began = time.monotonic()
    with WorkerPool(1, Limits(10 * PATIENCE_S, None)) as pool:
        running = pool.submit(tasks.loop_forever)
        waiting = pool.submit(tasks.loop_forever)
        while not running.running():
            time.sleep(0.01)
    assert time.monotonic() - began < PATIENCE_S
    assert waiting.cancelled()
    assert running.done()
    assert threading.active_count() <= threads
