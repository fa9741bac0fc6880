"""Proves that an outbox answers at once, delivers each entry once, and that its books balance (D11)."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from promptport import ArgumentError
from promptport.concurrency.background import background
from promptport.outbox import worker
from promptport.outbox.books import Books
from promptport.outbox.exit import at_exit
from promptport.outbox.outbox import Outbox
from promptport.outbox.result import Outcome, Result
from promptport.outbox.spool import Spool

from .things import ABOUT, LOST, SMALL, Backend


def balanced(books: Books) -> bool:
    return books.accepted + books.adopted == books.delivered + books.waiting + sum(books.aside.values())


@pytest.fixture
def backend() -> Backend:
    return Backend()


@pytest.fixture
def outbox(tmp_path: Path, backend: Backend) -> Iterator[Outbox]:
    found = Outbox(backend.deliver, tmp_path, ABOUT, SMALL)
    yield found
    books = found.close(60)
    assert balanced(books)


def test_what_is_put_in_is_delivered(outbox: Outbox, backend: Backend) -> None:
    assert outbox.books == Books()
    ids = [outbox.put("event", {"n": each}) for each in range(12)]
    assert len(set(ids)) == 12
    assert outbox.flush(60) == Books(accepted=12, delivered=12)
    assert sorted(each["n"] for portion in backend.portions for each in portion) == list(range(12))  # type: ignore[index]
    outbox.put("event", {"n": 12})
    assert outbox.flush(60).delivered == 13


def test_threads_that_come_at_once_begin_one_worker(
    outbox: Outbox, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else whoever flushes waits for one of two, which has nothing to do."""
    both, spawned = threading.Barrier(2), list[object]()
    spawn, add = background.spawn, at_exit.add

    def added(each: Outbox) -> None:
        with suppress(threading.BrokenBarrierError):  # only one of them comes so far
            both.wait(0.2)
        add(each)

    monkeypatch.setattr(at_exit, "add", added)

    def spawning(run: Callable[[], Coroutine[Any, Any, None]]) -> Future[None] | None:
        spawned.append(run)
        return spawn(run)

    monkeypatch.setattr(background, "spawn", spawning)
    threads = [threading.Thread(target=outbox.put, args=("event", each)) for each in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert len(spawned) == 1
    assert outbox.flush(60) == Books(accepted=2, delivered=2)


async def test_it_is_flushed_in_a_loop(outbox: Outbox) -> None:
    outbox.put("event", 1)
    assert (await outbox.aflush(60)).delivered == 1


def test_no_thread_until_one_is_needed_and_one_for_all(tmp_path: Path, backend: Backend) -> None:
    names = {each.name for each in threading.enumerate()}
    boxes = [Outbox(backend.deliver, None, ABOUT, SMALL) for _ in range(20)]
    assert {each.name for each in threading.enumerate()} == names
    for each in boxes:
        each.put("event", 1)
    for each in boxes:
        assert each.flush(60).waiting == 0
        each.close(60)
    assert len({each.name for each in threading.enumerate()} - names) <= 1


def test_the_books_tell_everything(tmp_path: Path) -> None:
    backend = Backend(Result(Outcome.DELIVERED, each={}), Result(Outcome.REFUSED, "no"))
    outbox = Outbox(backend.deliver, tmp_path, ABOUT, SMALL)
    outbox.put("event", 1)
    outbox.flush(60)
    outbox.put("event", 2)
    assert outbox.flush(60) == Books(accepted=2, delivered=1, aside={"no": 1})
    outbox.close(60)


def test_nobody_waits_for_what_cannot_go_in_the_time(tmp_path: Path) -> None:
    """Its fate is unknown for two minutes; what is put in meanwhile goes, and is waited for."""
    backend = Backend(Result(Outcome.UNKNOWN, "cut"))
    outbox = Outbox(backend.deliver, tmp_path, ABOUT, SMALL)
    outbox.put("event", 1)
    begun = monotonic()
    assert outbox.flush(100).waiting == 1
    outbox.put("event", 2)
    assert outbox.flush(100) == Books(accepted=2, delivered=1, waiting=1)
    outbox.close(100)
    assert monotonic() - begun < 90


async def test_a_fault_of_ours_ends_nothing_for_good(
    tmp_path: Path, backend: Backend, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    outbox, adopt = Outbox(backend.deliver, tmp_path, ABOUT, SMALL), Spool.adopt

    def failing(spool: Spool, now: float) -> int:
        monkeypatch.setattr(Spool, "adopt", adopt)
        raise ZeroDivisionError

    monkeypatch.setattr(Spool, "adopt", failing)
    outbox.put("event", 1)
    while not caplog.records:
        await asyncio.sleep(0.001)
    while outbox.books.delivered < 2:
        outbox.put("event", 2)
        await asyncio.sleep(0.001)
    assert (await outbox.aclose(60)).waiting == 0


def test_there_is_no_room(tmp_path: Path) -> None:
    async def never(_: object) -> Result:
        await asyncio.sleep(3600)
        return LOST

    outbox = Outbox(never, tmp_path, ABOUT, SMALL)
    accepted = 0
    while outbox.put("event", "x" * 1000) is not None:
        accepted += 1
    books = outbox.close(0.0)
    assert (books.accepted, books.dropped, books.waiting) == (accepted, {"full": 1}, accepted)
    with pytest.raises(ArgumentError):
        outbox.put("event", {1})


def test_the_next_process_delivers_what_one_has_left(tmp_path: Path, backend: Backend) -> None:
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom promptport.outbox.outbox import Outbox\nimport asyncio\n"
        "async def hang(batch):\n    await asyncio.sleep(60)\n"
        f"outbox = Outbox(hang, Path(sys.argv[1]), {ABOUT})\n"
        "for each in range(100):\n    outbox.put('event', each)\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, timeout=60)
    outbox = Outbox(backend.deliver, tmp_path, ABOUT, SMALL._replace(settle=0.0))
    outbox.begin()
    assert outbox.flush(60) == Books(adopted=100, delivered=100)
    assert sorted(each for portion in backend.portions for each in portion) == list(range(100))  # type: ignore[type-var]
    outbox.close(60)
    assert list(tmp_path.iterdir()) == []


def test_only_one_that_was_not_closed_is_waited_for_when_the_process_ends(
    tmp_path: Path, backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, used, unused = (Outbox(backend.deliver, None, ABOUT, SMALL) for _ in range(3))
    for each in (closed, used):
        each.put("event", 1)
    closed.close(60)
    waited = list[Outbox]()
    with monkeypatch.context() as patched:
        for name in ("flush", "cancel", "finish"):
            patched.setattr(Outbox, name, lambda outbox, *_, **__: waited.append(outbox))
        at_exit.run()
    assert used in waited
    assert not {closed, unused} & {*waited}
    used.close(60)


def test_a_folder_that_is_taken_away_while_it_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What was in full files is gone, and counted; all else is delivered, and what comes next lies in a new one."""
    monkeypatch.setattr(worker, "FIRST_PAUSE", 3600.0)
    backend, folder = Backend(LOST), tmp_path / "spool"
    outbox = Outbox(backend.deliver, folder, ABOUT, SMALL._replace(backoff=3600.0))
    for each in range(4):
        outbox.put("event", f"{each} {'x' * 1000}")
    while not caplog.records:
        sleep(0.001)
    shutil.rmtree(folder)
    for each in range(4, 7):
        outbox.put("event", f"{each} {'x' * 1000}")
    books = outbox.flush(60)
    assert (books.accepted, books.waiting) == (7, 0)
    assert books.delivered + books.aside.get("taken away", 0) == 7
    delivered = {str(body)[0] for portion in backend.portions[1:] for body in portion}
    assert {"4", "5", "6"} <= delivered
    assert len(delivered) == books.delivered
    outbox.close(60)
    assert list(folder.iterdir()) == []
