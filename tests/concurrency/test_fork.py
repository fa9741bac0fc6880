"""Proves that a child of a fork is not held up by its parent's threads: locks, connections and work under way start afresh.

Each test forks while another thread is in the middle of what matters; the child says by its exit code how it fared.
"""

from __future__ import annotations

import gc
import importlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event, Lock, Thread
from weakref import ref

import pytest

from promptport.cache.memory import Copy, Memory
from promptport.concurrency import fork, loop_thread
from promptport.concurrency.background import Background
from promptport.concurrency.single_flight.blocking import SingleFlight
from promptport.http.retry import Budget
from promptport.scope import ApiKeyCredentials, ScopeClient, config, configuration, configure, reset_configuration
from promptport.testing import Platform

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork"),
    # From 3.12 on Python warns of what is proven here to do no harm.
    pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning"),
]
WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")


def in_child(act: Callable[[], object], seconds: float = 10.0) -> bool:
    """Whether something is true in a forked child, which is ended where it takes longer."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if act() else 2
        finally:
            os._exit(code)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.005)  # the child is another process, and has no other way to say that it is done
    os.kill(child, 9)
    os.waitpid(child, 0)
    return False


@contextmanager
def held(lock: AbstractContextManager[object]) -> Iterator[None]:
    """Another thread holds a lock, as long as the block takes."""
    taken, over = Event(), Event()

    def hold() -> None:
        with lock:
            taken.set()
            over.wait(30)

    thread = Thread(target=hold)
    thread.start()
    taken.wait(30)
    try:
        yield
    finally:
        over.set()
        thread.join()


def test_child_of_a_test_that_hangs_is_noticed() -> None:
    """What this file goes by: a child that waits for a lock for ever is found out."""
    lock = Lock()
    with held(lock):
        assert not in_child(lock.acquire, seconds=0.2)


def test_only_the_living_are_told() -> None:
    """A child makes afresh what is alive, and a registration keeps nothing alive."""

    class Thing:
        told = 0

        def after_fork(self) -> None:
            self.told += 1

    thing, gone = Thing(), Thing()
    fork.register_at_fork(thing)
    fork.register_at_fork(gone)
    weak = ref(gone)
    del gone
    gc.collect()
    assert weak() is None
    assert in_child(lambda: thing.told == 1)
    assert thing.told == 0


def test_memory_whose_lock_is_held() -> None:
    """The child keeps the copies, and can add and clear."""
    memory: Memory[int] = Memory()
    memory.put("a", Copy(1, 0.0, 1.0, 10))

    def act() -> bool:
        found = memory.get("a")
        memory.put("b", Copy(2, 0.0, 1.0, 10))
        kept = len(memory), memory._size
        memory.clear()
        return found is not None and kept == (2, 20)

    with held(memory._lock):
        assert in_child(act)


def test_flight_whose_leader_stays_behind() -> None:
    """Work that a thread of the parent is at is the child's to do anew."""
    flight, began, over = SingleFlight(), Event(), Event()

    def work() -> str:
        began.set()
        over.wait(30)
        return "parent's"

    thread = Thread(target=lambda: flight.run("key", work))
    thread.start()
    began.wait(30)
    try:
        with held(flight._lock):
            assert in_child(lambda: flight.run("key", lambda: "child's") == "child's")
    finally:
        over.set()
        thread.join()


def test_background_in_the_middle_of_an_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fork waits until the thread has the whole module, however long it takes: the child would have half of it for ever."""
    monkeypatch.setattr(loop_thread, "REST", 0.02)
    code = "import logging, time\ntime.sleep(0.2)\nlog = logging.getLogger('one that is new')\nwhole = True\n"
    (tmp_path / "slow_to_import.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    background, begun = Background("test-background"), Event()

    async def work() -> bool:
        begun.set()
        return bool(importlib.import_module("slow_to_import").whole)

    try:
        found = background.spawn(work)
        begun.wait(30)
        before = time.monotonic()
        assert in_child(lambda: importlib.import_module("slow_to_import").whole)
        assert time.monotonic() - before < loop_thread.IMPORTED, "nothing that it needs is held meanwhile"
        assert found is not None
        assert found.result(5)
        assert background.call(work, 5), "it goes on in the parent"
    finally:
        background.stop()


def test_budget_whose_lock_is_held() -> None:
    """The child can spend and earn."""
    budget = Budget(start=1)

    def act() -> bool:
        spent = budget.spend(), budget.spend()
        budget.earn(1)
        return spent == (True, False) and budget.spend()

    with held(budget._lock):
        assert in_child(act)


def test_configuration_whose_lock_is_held() -> None:
    """The child keeps the configuration of the process, and can change it."""
    reset_configuration()
    configure(timeout=7)

    def act() -> bool:
        configure(cache_ttl=5)
        return (configuration().timeout, configuration().cache_ttl) == (7, 5)

    try:
        with held(config._process.lock):
            assert in_child(act)
    finally:
        reset_configuration()


def test_client_in_the_middle_of_everything(platform: Platform) -> None:
    """A parent's thread waits for a token and for a prompt while it forks; parent and child are both answered.

    What was fetched before is there in the child without a request; connections are its own.
    """
    url = platform.url("scope")
    with ScopeClient(WHO, base_url=url, auth_api_url=url) as client:
        client.get_prompt_version("my-prompt")
        platform.backend("scope").revoke()
        platform.script("scope", {"delay": 0.4, "operation": "auth_login"})
        found: list[str] = []
        thread = Thread(target=lambda: found.append(client.get_prompt_version("welcome").prompt_id))
        thread.start()
        while len(platform.requests) < 4:  # the login, the fetch, the refusal, and the login that hangs
            time.sleep(0.001)  # the platform is a thread of its own

        def act() -> bool:
            kept = client.get_prompt_version("my-prompt")
            fetched = client.get_prompt_version("greeting-template")
            again = client.get_prompt_version("welcome")
            return (kept.name, fetched.name, again.name) == ("my-prompt", "greeting-template", "welcome")

        assert in_child(act)
        thread.join()

    assert len(found) == 1
    fetched = [request.path for request in platform.requests if request.status == 200 and request.method == "GET"]
    assert sum("my-prompt" in path for path in fetched) == 1
    assert sum("greeting-template" in path for path in fetched) == 1
    assert sum("welcome" in path for path in fetched) == 2
