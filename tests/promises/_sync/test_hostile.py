# Made from tests/promises/_async/test_hostile.py by `python tools/unasync.py`: change that file, never this one.
"""D18: whatever a platform answers, a call ends in a good answer or an error of ours, and takes neither memory nor the loop."""

from __future__ import annotations

import gc
import json
import logging
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from promptport import Client
from promptport.errors import CallError, Error, NotFound
from promptport.http.bounds import FETCHED
from promptport.platform import Query

from ...base.blocking import call, open_client, open_source
from ...base.rooms import ROOMS, secret_of, settings
from ...together.blocking import Held
from ..hostile import GOOD, KEY, Hostile, seen
from ..hostile_server import HostileServer

MANY = 10_000
SMALL = 65_536  # bytes of an answer up to which the loop is held for a moment only


def shown(error: BaseException) -> list[str]:
    """All that an error shows."""
    return [str(error), repr(error), repr(vars(error)), repr(error.args), *traceback.format_exception(error)]


def resident(peak: bool = False) -> int:
    """Bytes of memory that the process has now, or had at the most since the last `forget_peak`."""
    kind = "VmHWM:" if peak else "VmRSS:"
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(each.split()[1]) * 1024 for each in lines if each.startswith(kind))


def forget_peak() -> None:
    """The most memory that the process had begins anew: what came before is no part of it."""
    Path("/proc/self/clear_refs").write_text("5", "ascii")


def ask(room: str, seed: int, client: Any, source: Any) -> None:
    """A call of one of three kinds: what a room's client has, what `Client` fetches, and all events of a stream."""
    if streams(room, seed):
        for _ in client.executions.stream("e1"):
            pass
    elif seed % 2:
        call(room, client)
    else:
        source.fetch(Query("welcome"), 5.0)


def streams(room: str, seed: int) -> bool:
    """Whether it is an operation that streams."""
    return room == "promptrails" and seed % 4 == 0


@pytest.fixture
def no_collector() -> Iterator[None]:
    """What the tests before have left is no part of a call's time."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.alone
@pytest.mark.usefixtures("no_collector")
@pytest.mark.promise("D18", "S2")
@pytest.mark.timeout(3600)
def test_d18_hostile_answers(
    size: float, caplog: pytest.LogCaptureFixture, hostile_server: HostileServer
) -> None:
    """D18: no foreign error, no secret anywhere; the peak of memory and the longest hold of the loop are printed."""
    caplog.set_level(logging.DEBUG, "promptport")
    outcomes: dict[str, int] = {}
    held, least = {True: (0.0, -1, ""), False: (0.0, -1, "")}, 0
    server = hostile_server
    for room in ROOMS:
        more: dict[str, Any] = {secret_of(room): KEY, "timeout": 2.0}  # some answers never end
        with open_client(room, server.url, **more, max_answer=FETCHED) as opened:
            source = open_source(room, server.url, **more)
            client, fetching = opened.with_options(retries=0), source.with_options(retries=0)
            for seed in range(int(MANY * size) // len(ROOMS)):
                kind = server.give_seeded(seed, room, streams(room, seed)) <= SMALL
                texts: list[str] = []
                caplog.clear()
                watch = Held()
                try:
                    watch.during(ask, room, seed, client, fetching)
                    name = "answer"
                except Error as error:
                    name, texts = type(error).__name__, shown(error)
                except Exception as error:
                    raise AssertionError(f"{room}, seed {seed}: {error!r}") from error
                outcomes[name] = outcomes.get(name, 0) + 1
                assert seen([*texts, caplog.text]) == [], (room, seed)
                held[kind] = max(held[kind], (watch.seconds, seed, room))
                if seed % 50 == 0:
                    gc.collect()
                if seed == 10 and not least:
                    least = resident()
                    forget_peak()
            source.close()
    (small, *where), (large, *_) = held[True], held[False]
    peak = resident(peak=True)
    print(f"D18: {sum(outcomes.values())} hostile answers: {outcomes}")
    print(f"D18: held for {small * 1000:.1f} ms at the longest up to 64 kB {where}, above {large * 1000:.0f} ms")
    print(f"D18: memory {least / 2**20:.0f} MiB, at the peak {(peak - least) / 2**20:+.0f} MiB")
    assert peak - least <= FETCHED + 64 * 2**20
    assert size < 1 or small <= Held.most


@pytest.mark.promise("D18")
@pytest.mark.parametrize("room", ROOMS)
def test_d18_copies_and_fallbacks_answer(room: str, size: float, hostile_server: HostileServer) -> None:
    """D18: with a fallback no hostile answer raises, but for the platform's own no."""
    given = settings(room, hostile_server.url, **{secret_of(room): KEY})
    for seed in range(int(1_000 * size)):
        hostile_server.give_seeded(seed, room)
        with Client(room, **given, disk=False, retries=0, timeout=5.0) as client:
            try:
                prompt = client.get("welcome", fallback="Hello.")
                assert prompt.origin.source in ("network", "fallback"), seed
            except NotFound:
                pass  # the answer said so, in the platform's own form


@pytest.mark.promise("D18")
@pytest.mark.parametrize("room", ["xr2", "scope"])
def test_d18_a_copy_answers(room: str, size: float, hostile_server: HostileServer) -> None:
    """D18: whatever can't be read, breaks off or is too large, is answered by the copy; the platform's own no is not."""
    good = json.dumps(GOOD[room]).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
    given = settings(room, hostile_server.url, **{secret_of(room): KEY})
    for seed in range(int(1_000 * size)):
        with Client(room, **given, disk=False, retries=0, timeout=5.0, ttl=0.0, stale=0.0) as client:
            hostile_server.give(Hostile((head, good), len(good)))
            assert (client.get("welcome")).origin.source == "network"
            hostile_server.give_seeded(seed, room)
            failed: Error | None = None
            try:
                client.get("welcome")
            except (CallError, NotFound) as error:
                failed = error
            assert not isinstance(failed, CallError) or (failed.kind == "status" and not failed.passing), seed


@pytest.mark.promise("D18")
def test_d18_each_bound_is_named(hostile_server: HostileServer) -> None:
    """D18: an error says which bound was broken, and which setting sets it; a larger one lets the answer pass."""
    large = b'{"error": "' + b"x" * 50_000 + b'", "slug": 1}'
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
    for length in (b"", b"Content-Length: %d\r\n" % len(large)):
        hostile_server.give(Hostile((head + length + b"\r\n", large), len(large)))
        with open_client("promptrails", hostile_server.url, max_answer=10_000) as client:
            with pytest.raises(Error, match=r"at most 10,000 bytes.*`max_answer`"):
                call("promptrails", client)


@pytest.mark.promise("D18")
@pytest.mark.parametrize("room", ROOMS)
def test_d18_what_is_bounded_where_nobody_sets_it(room: str, hostile_server: HostileServer) -> None:
    """D18: what `Client` fetches has 4 MB at the most, other answers 64 MB; a setting of each has the last word."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
    given: dict[str, Any] = {secret_of(room): KEY, "timeout": 5.0}
    of_client = settings(room, hostile_server.url, **given, disk=False, retries=0)

    def refused(length: int, ask: Callable[[], Any]) -> str:
        hostile_server.give(Hostile((head % length,), length))
        with pytest.raises(Error) as caught:
            ask()
        return str(caught.value)

    for more, bound in (({}, 4_000_000), ({"max_answer": 9_000_000}, 9_000_000)):
        with Client(room, **(of_client | more)) as client:
            assert f"at most {bound:,} bytes" in refused(bound + 1, partial(client.get, "welcome"))
            assert "The connection broke" in refused(bound, partial(client.get, "welcome"))
    for more, bound in (({}, 64_000_000), ({"max_answer": 9_000_000}, 9_000_000)):
        with open_client(room, hostile_server.url, **(given | more)) as opened:
            asked = partial(call, room, opened.with_options(retries=0))
            assert f"at most {bound:,} bytes" in refused(bound + 1, asked)
            assert "The connection broke" in refused(bound, asked)
