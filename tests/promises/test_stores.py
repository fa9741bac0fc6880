"""Proves what stores promise to several processes: D1 (one request), D3 (an outage), D4 (nothing torn), D13 (forks)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promptport import Client
from promptport.cache.disk import Disk
from promptport.cache.failures import ROW, SLOW
from promptport.cache.redis import RedisStore
from promptport.testing import Platform

from ..cache.processes import KEY, Process, processes
from ..cache.servers import RedisServer

one_python = pytest.mark.one_python("processes meet in files and in Redis, in which Python has no part")

Settings = dict[str, Any]


@pytest.fixture(params=["disk", "redis"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """What makes clients share a store."""
    if request.param == "disk":
        return {"disk": str(tmp_path / "cache")}
    return {"redis": request.getfixturevalue("redis_server").url}


def put(platform: Platform, *names: str) -> None:
    """Hold prompts."""
    for name in names:
        platform.backend("xr2").add_prompt(name, [{"user_prompt": f"Text of {name}"}])


def wait(condition: Callable[[], object]) -> None:
    """Wait for something that goes on in another process."""
    for _ in range(2000):
        if condition():
            return
        time.sleep(0.005)  # it goes on in another process
    raise TimeoutError


@one_python
@pytest.mark.promise("D1")
@pytest.mark.parametrize("half", ["blocking", "asyncio"])
def test_d1_four_processes_send_one_request(platform: Platform, shared: Settings, half: str) -> None:
    """D1: four processes that ask at once for what none has send one request; all get its answer."""
    names = [f"p{at}" for at in range(5)]
    put(platform, *names)
    with processes(4, half, platform, deadline=60.0, **shared) as several:
        for name in names:
            platform.script("xr2", {"delay": 0.1, "operation": "get_prompt"})
            for each in several:
                each.ask(name)
            found = [each.answers()[0] for each in several]
            assert [each["text"] for each in found] == [f"Text of {name}"] * 4
            assert sorted(each["source"] for each in found) == ["disk"] * 3 + ["network"]
    print(
        f"D1: 4 {half} processes with {next(iter(shared))}: {len(platform.requests)} requests for {len(names)} prompts"
    )
    assert len(platform.requests) == len(names)


@one_python
@pytest.mark.promise("D1")
@pytest.mark.parametrize("half", ["blocking", "asyncio"])
def test_d1_four_processes_fetch_anew_once(platform: Platform, shared: Settings, half: str) -> None:
    """D1: four processes whose copies are no longer fresh send one request; each goes on at once, and has the new one soon."""
    put(platform, "p")
    with processes(4, half, platform, ttl=60, stale=600, deadline=60.0, **shared) as several:
        for each in several:
            each.get("p")
        assert len(platform.requests) == 1
        platform.backend("xr2").add_prompt("p", [{"user_prompt": "new"}])
        platform.script("xr2", {"delay": 0.2, "operation": "get_prompt"})
        for each in several:
            each.later(100)
            each.ask("p")
        assert [each.answers()[0]["text"] for each in several] == ["Text of p"] * 4
        wait(lambda: all(each.get("p")[0]["text"] == "new" for each in several))
    print(f"D1: 4 {half} processes with {next(iter(shared))}: {len(platform.requests) - 1} request to fetch anew")
    assert len(platform.requests) == 2


@one_python
@pytest.mark.promise("D1")
@pytest.mark.parametrize("half", ["blocking", "asyncio"])
def test_d1_many_processes_with_a_warm_disk(platform: Platform, tmp_path: Path, size: float, half: str) -> None:
    """D1: however many start at once, they send no request while the copy on disk is fresh; and one once it is not."""
    count = 100 if size == 1 else 3
    put(platform, "p")
    settings = {"disk": str(tmp_path / "cache"), "ttl": 600.0, "deadline": 60.0}
    with processes(1, half, platform, **settings) as (first,):
        first.get("p")
    with processes(count, half, platform, **settings) as several:
        for each in several:
            each.ask("p")
        assert [each.answers() for each in several] == [[{"source": "disk", "text": "Text of p"}]] * count
        assert len(platform.requests) == 1
    put(platform, "p")
    with processes(count, half, platform, **settings) as several:
        for each in several:
            each.later(1000)
            each.ask("p")
        assert {each.answers()[0]["text"] for each in several} == {"Text of p"}
    print(f"D1: {count} {half} processes: 0 requests within ttl, {len(platform.requests) - 1} after it")
    assert len(platform.requests) - 1 <= 1 + count // 20  # a process that waits for long for the others asks by itself


@one_python
@pytest.mark.parametrize("half", ["blocking", "asyncio"])
def test_a_holder_that_is_killed(platform: Platform, shared: Settings, half: str) -> None:
    """Whoever is killed while it fetches holds up nobody for long: another process fetches."""
    put(platform, "p")
    platform.script("xr2", {"delay": 60, "operation": "get_prompt"})
    with processes(2, half, platform, deadline=6.0, **shared) as (one, other):
        one.ask("p")
        wait(lambda: not platform.unused)  # it is being answered; a request that is noted may not have been read
        one.signal(signal.SIGKILL)
        assert other.get("p") == [{"source": "network", "text": "Text of p"}]
    assert len(platform.requests) == 2


@one_python
def test_a_holder_that_is_stopped(platform: Platform, shared: Settings) -> None:
    """Whoever is stopped while it fetches holds up another for half of its time; and its end takes nothing from anybody."""
    put(platform, "p")
    platform.script("xr2", {"delay": 0.3, "operation": "get_prompt"})
    with processes(2, "blocking", platform, deadline=6.0, **shared) as (one, other):
        one.ask("p")
        wait(lambda: platform.requests)
        one.signal(signal.SIGSTOP)
        assert other.get("p") == [{"source": "network", "text": "Text of p"}]
        one.signal(signal.SIGCONT)
        assert one.answers()[0]["text"] == "Text of p"
    assert len(platform.requests) == 2


@one_python
@pytest.mark.promise("D3")
@pytest.mark.parametrize("terms", [{}, {"ttl": 0, "stale": 0}], ids=["fresh", "old"])
@pytest.mark.parametrize("half", ["blocking", "asyncio"])
def test_d3_restart_inside_an_outage(tmp_path: Path, size: float, half: str, terms: Settings) -> None:
    """D3: what one process has fetched the next one has, though the first was killed and the platform is gone."""
    names = [f"prompt {at}" for at in range(int(1000 * size))]
    settings = {"disk": str(tmp_path / "cache")}
    with Platform() as platform:
        put(platform, *names)
        with Process(half, base_url=platform.url("xr2"), **settings).wait() as one:
            before = one.get(*names)
            one.signal(signal.SIGKILL)
        address = platform.url("xr2")
    with Process(half, base_url=address, **settings, **terms).wait() as next_one:
        after = next_one.get(*names)
        missing = next_one.get("never fetched")

    failed = sum("error" in each for each in after)
    print(f"D3: {len(after)} prompts after a restart inside an outage ({half}, {terms}): {failed} failed")
    assert (
        [each["text"] for each in after] == [each["text"] for each in before] == [f"Text of {name}" for name in names]
    )
    assert {each["source"] for each in after} == {"disk"}
    assert "error" in missing[0]


@one_python
@pytest.mark.promise("D3")
@pytest.mark.parametrize("half", ["blocking", "asyncio"])
def test_d3_restart_inside_a_slow_outage(platform: Platform, tmp_path: Path, size: float, half: str) -> None:
    """D3: the same where the platform takes its time to say 503: none fails, and three prompts are waited for."""
    names, delay = [f"p{at}" for at in range(int(1000 * size))], 1.4 if size == 1 else SLOW + 0.1
    settings = {"disk": str(tmp_path / "cache"), "stale": 0}
    put(platform, *names)
    with processes(1, half, platform, **settings) as (one,):
        one.get(*names)
        one.signal(signal.SIGKILL)
    platform.script("xr2", {"status": 503, "delay": delay, "times": None})
    with processes(1, half, platform, **settings) as (next_one,):
        next_one.later(1000)
        began, before = time.monotonic(), len(platform.requests)
        after = next_one.get(*names)
        took, sent = time.monotonic() - began, len(platform.requests) - before
    platform.reset()
    print(
        f"D3: {len(after)} prompts after a restart inside an outage of slow 503s ({half}): {took:.1f} s, {sent} requests"
    )
    assert after == [{"source": "disk", "text": f"Text of {name}"} for name in names]
    assert sent <= ROW + 2  # as in `_async/test_slow_outage.py`


def torn(way: str, folder: Path, kills: int) -> dict[str, int]:
    """What `torn.py` says."""
    command = [sys.executable, str(Path(__file__).with_name("torn.py")), way, str(folder), str(kills)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.alone
@one_python
@pytest.mark.promise("D4")
def test_d4_cache_files_never_corrupt(tmp_path: Path, size: float) -> None:
    """D4: two processes write the same records and are killed again and again: no read is a bad one.

    The same with files that are written in place, as others do, shows that the kills come at the right moment.
    """
    ours = torn("disk", tmp_path / "ours", int(10_000 * size))
    theirs = torn("plain", tmp_path / "theirs", int(2_000 * size) + 100)
    print(f"D4: {ours['kills']} kills, {ours['within']} within a write: {ours['bad']} bad of {ours['read']} reads")
    print(f"D4: written in place: {theirs['kills']} kills: {theirs['bad']} bad of {theirs['read']} reads")

    assert ours["bad"] == 0
    assert ours["within"] > 0
    assert theirs["bad"] > 0


@pytest.mark.alone
@pytest.mark.promise("D13")
def test_d13_forks(platform: Platform, shared: Settings, redis_server: RedisServer) -> None:
    """D13: children that are forked from a client in use keep its copies, share no connection with it, and all go on."""
    names = [f"p{at}" for at in range(20)]
    put(platform, *names, *(f"{name} of {who}" for name in names for who in range(5)))
    store = RedisStore(redis_server.url) if "redis" in shared else Disk(shared["disk"])
    with Client("xr2", store=store, api_key=KEY, base_url=platform.url("xr2"), retries=0) as client:

        def use(who: int) -> bool:
            mine = [client.get(f"{name} of {who}").messages[0].content for name in names]
            warm = [client.get(name).origin.source for name in names]
            return mine == [f"Text of {name} of {who}" for name in names] and warm == ["cache"] * len(names)

        for name in names:
            client.get(name)
        children = []
        for who in range(4):
            child = os.fork()
            if child == 0:
                code = 1
                try:
                    code = 0 if use(who) else 2
                finally:
                    os._exit(code)
            children.append(child)
        assert use(4)
        codes = [os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]) for each in children]

    assert codes == [0] * 4
    assert len(platform.requests) == 6 * len(names)
