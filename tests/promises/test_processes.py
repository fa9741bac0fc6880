"""Proves what concerns whole processes: forks (D13), threads (S1), and ends that are quick and silent."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest

from promptport.testing import Platform

from ..client.blocking import until
from ..client.known import Known

pytestmark = pytest.mark.oldest_and_newest("processes that begin and end, each a second of its own")
PROGRAMS = Path(__file__).parent / "programs"
# From 3.12 on Python warns of every fork beside a thread; what may go wrong then is what is tested here.
COMMAND = [sys.executable, "-W", "ignore:This process:DeprecationWarning"]


CLOCK = """
import threading, time, asyncio, sys
import promptport
from promptport.http import clock
ahead = 0
clock.monotonic = clock.now = lambda: time.monotonic() + ahead
"""


def ran(known: Known, platform: Platform, code: str, *arguments: str) -> list[str]:
    """The lines that a program prints, which begins with `SETTINGS`; it must end well, and without a word of complaint."""
    start = f"PLATFORM, SETTINGS = {known.name!r}, {known.settings(platform)!r}\n"
    done = subprocess.run(
        [*COMMAND, "-c", start + code, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout.splitlines()


@pytest.mark.promise("D13")
@pytest.mark.parametrize("end", ["hard", "closing", "plain"])
def test_d13_fork(known: Known, platform: Platform, end: str) -> None:
    """D13: children keep the parent's copies, refreshes go on in them and in the parent, however the children end."""
    command = [*COMMAND, str(PROGRAMS / "forking.py"), known.name, platform.url(known.name), end]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["0"] * 4
    # The parent's first one and two refreshes, two refreshes of each child: none was asked for twice.
    assert known.fetches(platform) == 3 + 4 * 2


def test_the_end_of_a_child_leaves_the_parents_connections_alone(known: Known, platform: Platform) -> None:
    """The event loop of a parent, which its children share in the kernel, still hears its connections when they have ended."""
    code = """
import os
from promptport.platform import Query, find
source = find(PLATFORM).async_("", **SETTINGS)
loop = asyncio.new_event_loop()
threading.Thread(target=loop.run_forever, daemon=True).start()
def fetch():
    began = time.monotonic()
    asyncio.run_coroutine_threadsafe(source.fetch(Query("welcome"), 3), loop).result()
    return time.monotonic() - began
first = max(fetch(), fetch())
if os.fork() == 0:
    sys.exit()  # an end that takes everything apart
os.wait()
print(fetch() < 2)
async def end():
    await source.aclose()
    loop.stop()
asyncio.run_coroutine_threadsafe(end(), loop)
"""
    assert ran(known, platform, CLOCK + code) == ["True"]
    assert known.fetches(platform) == 3


@pytest.mark.promise("D13")
def test_d13_pre_forking_server(known: Known, platform: Platform) -> None:
    """D13: a server that forks four workers fetches once for all of them; what one fetches, the others find on disk."""
    command = [*COMMAND, str(PROGRAMS / "preforking.py"), known.name, platform.url(known.name)]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert server.stdout is not None
    opener = build_opener(ProxyHandler({}))
    try:
        port, *workers = server.stdout.readline().split()

        def ask(name: str) -> list[str]:
            with opener.open(f"http://127.0.0.1:{port}/{name}", timeout=20) as answer:
                return str(answer.read().decode()).split(" ", 2)

        with ThreadPoolExecutor(16) as pool:
            seen = list(pool.map(ask, ["welcome"] * 200))
            assert known.fetches(platform) == 1
            known.put(platform, "other", "You are new to {{customer_name}} in {{language}}")
            other = list(pool.map(ask, ["other"] * 200))
    finally:
        _, complaints = server.communicate(timeout=20)

    assert complaints == ""
    assert server.returncode == 0
    served = Counter(pid for pid, _, _ in seen + other)
    print(f"D13: 400 requests on {known.name} by {len(served)} of 4 workers: {known.fetches(platform)} fetches")
    assert set(served) <= set(workers)
    assert len(served) > 1
    assert {source for _, source, _ in seen} == {"cache"}
    assert {text for _, _, text in other} == {"You are new to Alice in en"}
    assert known.fetches(platform, "other") == 1


@pytest.mark.promise("S1")
def test_s1_threads(known: Known, platform: Platform) -> None:
    """S1: clients start no thread until one fetches anew while nobody waits; then one for all of them."""
    code = """
clients = [promptport.Client(PLATFORM, disk=bool(n % 2), **SETTINGS) for n in range(10)]
for client in clients:
    client.get("welcome")
async def use():
    global ahead
    async with promptport.AsyncClient(PLATFORM, **SETTINGS) as client:
        await client.get("welcome")
        ahead += 100
        await client.get("welcome")
        while client._cache.state.refreshing:
            await asyncio.sleep(0.01)
asyncio.run(use())
print(threading.active_count())
ahead += 100
for client in clients:
    client.get("welcome")
while any(client._cache.state.refreshing for client in clients):
    time.sleep(0.01)  # another thread is at it
print(threading.active_count())
for client in clients:
    client.close()
print(threading.active_count())
"""
    assert ran(known, platform, CLOCK + code) == ["1", "2", "2"]


def test_ends_in_silence(known: Known, platform: Platform) -> None:
    """A process that ends while something is fetched anew says nothing, and begins nothing new."""
    code = """
client = promptport.Client(PLATFORM, disk=False, **SETTINGS)
client.get("welcome")
ahead += 100
print(client.get("welcome").origin.source)
"""
    late = "import atexit; atexit.register(lambda: print(client.get('welcome').origin.source))\n"  # after all of ours
    first, second = ran(known, platform, late + CLOCK + code)
    assert first == "stale"
    assert second in ("stale", "cache")  # what is fetched anew may come just before the end
    assert ran(known, platform, CLOCK + code + "client.close()") == ["stale"]


@pytest.mark.parametrize("end", ["client.close()", ""])
def test_ends_at_once_though_the_platform_hangs(known: Known, platform: Platform, end: str) -> None:
    """Neither closing nor ending waits for a refresh that hangs."""
    code = """
client = promptport.Client(PLATFORM, disk=False, **SETTINGS)
client.get("welcome")
ahead += 100
client.get("welcome")
sys.stdin.readline()
"""
    platform.script(known.name, {"status": 503, "operation": known.operation})  # met by the first, which repeats
    platform.script(
        known.name, {"delay": 0.0, "operation": known.operation}, {"delay": 60.0, "operation": known.operation}
    )
    start = f"PLATFORM, SETTINGS = {known.name!r}, {known.settings(platform)!r}\n"
    process = subprocess.Popen(
        [*COMMAND, "-c", start + CLOCK + code + end], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until(lambda: known.fetches(platform) == 3)
    _, complaints = process.communicate("go", timeout=10)

    assert (process.returncode, complaints) == (0, "")
    platform.reset()
