"""Proves that a thread can be asked for at any moment, also by a handler that has interrupted the start of another."""

from __future__ import annotations

import threading

import pytest

from promptport.concurrency import threads

from ..together.blocking import until


def test_a_thread_with_a_name() -> None:
    seen: list[object] = []
    thread = threads.start(lambda *given: seen.append((*given, threading.current_thread().name)), 1, 2, name="named")
    assert thread is not None
    thread.join(5)
    assert seen == [(1, 2, "named")]
    assert thread.daemon


def test_no_thread_can_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is while the process ends; the next one is started all the same."""

    def refuse(self: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        assert threads.start(print, name="none") is None
    assert threads.start(lambda: None, name="one") is not None


def test_a_start_within_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python holds a lock meanwhile that is not reentrant: the handler gets none, and nothing hangs."""
    real, within = threading.Thread.start, []

    def start(self: threading.Thread) -> None:
        within.append(threads.start(print, name="inner"))
        real(self)

    done = threading.Event()
    monkeypatch.setattr(threading.Thread, "start", start)
    assert threads.start(done.set, name="outer") is not None
    until(done.is_set)
    assert within == [None]
