"""Proves that a fork waits for what another thread imports, and that a child imports it anew where it did not."""

from __future__ import annotations

from threading import Event, Thread

from promptport.concurrency.importing import Importing


def test_a_fork_waits_for_an_import() -> None:
    importing, begun, over, order = Importing(), Event(), Event(), list[str]()

    def work() -> None:
        with importing.lock:
            begun.set()
            over.wait(60)
            order.append("imported")

    def fork() -> None:
        importing.before_fork()
        order.append("forked")
        importing.after_fork_in_parent()

    threads = [Thread(target=work), Thread(target=fork)]
    threads[0].start()
    assert begun.wait(60)
    threads[1].start()
    over.set()
    for each in threads:
        each.join(60)
    assert order == ["imported", "forked"]
    assert importing.lock.acquire(blocking=False)


def test_a_child_waits_for_nobody() -> None:
    importing = Importing()
    holder = Thread(target=importing.lock.acquire)
    holder.start()
    holder.join()
    importing.after_fork()
    assert importing.lock.acquire(blocking=False)


def test_one_who_was_not_waited_for_any_longer_is_left_alone() -> None:
    importing = Importing()
    holder = Thread(target=importing.lock.acquire)
    holder.start()
    holder.join()
    importing.after_fork_in_parent()
    assert not importing.lock.acquire(blocking=False)
