# Made from tests/promises/_async/test_client.py by `python tools/unasync.py`: change that file, never this one.
"""Promises of `promptport.Client` on every platform: D1, D2, D5, D7, S2, S3. Requests are counted at the server."""

from __future__ import annotations

import logging
import statistics
import time
import traceback
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from promptport import Client, CallError, Error, NotFound
from promptport.platform import Query
from promptport.testing import Fault, FaultProxy, Platform, without_waiting

from ...client.blocking import at_once, until
from ...client.conftest import Clock
from ...client.known import XR2, Known, unhurried

MANY = 64
BUSY = 3.0  # seconds that are granted to a busy machine


def through(known: Known, platform: Platform, proxy: FaultProxy, **more: Any) -> Client:
    """A client of a platform behind a proxy that breaks connections."""
    settings = known.settings(platform, **{"disk": False, **more})
    settings |= {name: proxy.url for name in settings if "url" in name}
    return Client(known.name, **settings)


@pytest.mark.promise("D1")
@pytest.mark.parametrize("disk", [True, False])
def test_d1_a_stampede_is_one_request(known: Known, platform: Platform, clock: Clock, disk: bool) -> None:
    """D1: 64 callers at once cost one request; cold, stale, too old, and where there is no such prompt."""
    with Client(known.name, **known.settings(platform, disk=disk, ttl=60, stale=600)) as client:
        unhurried(client)
        for seconds, sources in ((0, {"network", "cache"}), (100, {"stale", "cache"}), (1000, {"network", "cache"})):
            clock.ahead += seconds
            before = known.fetches(platform)
            seen = at_once(*[lambda: client.get("welcome")] * MANY)
            assert {each.origin.source for each in seen} <= sources
            assert sum(each.origin.source == "network" for each in seen) <= 1
            until(lambda: not client._cache.state.refreshing)
            assert known.fetches(platform) == before + 1
        before = known.fetches(platform)
        seen = at_once(*[lambda: client.get("nope")] * MANY)
        assert {type(each) for each in seen} == {NotFound}
        assert len({id(each) for each in seen}) == MANY  # each raises its own
        assert known.fetches(platform) == before + 1
    print(f"D1: {MANY} callers on {known.name}, {'with' if disk else 'without'} a disk: 1 request")


@pytest.mark.promise("D1")
def test_d1_under_an_ab_test_each_gets_its_own(platform: Platform) -> None:
    """D1: under an A/B test no answer is another's: 64 callers, 64 requests, 64 traces, both versions."""
    XR2.put(platform, "p", "a", "b")
    platform.backend("xr2").add_ab_test("t", "p", 1, 2, 10_000)
    for disk in (True, False):
        with Client("xr2", **XR2.settings(platform, disk=disk)) as client:
            for _ in range(2):
                before = XR2.fetches(platform)
                seen = at_once(*[lambda: client.get("p")] * MANY)
                assert len({each.fetched.trace for each in seen}) == MANY
                assert {each.messages[0].content for each in seen} == {"a", "b"}
                assert XR2.fetches(platform) == before + MANY


FAULTS = {
    "dead": Fault("refuse"),
    "hung": Fault("hang"),
    "dribbling": Fault("dribble", seconds=0.02),
    "hung within the answer": Fault("hang", after=200),
}


@pytest.mark.one_python("what platforms do to connections is the same on all; `tests/http` has the deadlines on all")
@pytest.mark.promise("D2")
@pytest.mark.parametrize("spare", ["a copy", "a copy on disk", "a fallback", "nothing"])
@pytest.mark.parametrize("fault", FAULTS)
def test_d2_one_deadline(
    known: Known, platform: Platform, clock: Clock, size: float, fault: str, spare: str
) -> None:
    """D2: with a copy or a fallback an outage costs 1.5 s once, and nothing after; without, an error in time."""
    deadline = 5.0 if size == 1 else 0.4
    brief = min(deadline, 1.5)
    slack = 0.5 if size == 1 else BUSY
    more: dict[str, Any] = {"fallback": "x"} if spare == "a fallback" else {}
    disk = spare == "a copy on disk"
    with FaultProxy(platform.url(known.name)) as proxy:
        with through(known, platform, proxy, deadline=deadline, disk=disk, stale=0) as client:
            if spare.startswith("a copy"):
                client.get("welcome")
                (client.clear_cache() if disk else _skip(clock))
            proxy.fault = FAULTS[fault]
            waited = counting(client)
            began = time.monotonic()
            if spare == "nothing":
                with pytest.raises(CallError) as caught:
                    client.get("welcome")
                assert time.monotonic() - began <= deadline + slack
                error = caught.value
                assert error.kind in ("timeout", "connection")
                assert error.operation is not None  # its own, and not that it waited for another
                assert error.message
                assert error.hint
                return
            sources = [(client.get("welcome", **more)).origin.source]
            first = time.monotonic() - began
            assert first <= brief + slack
            times = []
            for _ in range(200):
                began = time.monotonic()
                sources.append((client.get("welcome", **more)).origin.source)
                times.append(time.monotonic() - began)
            clock.ahead += 20
            sources += [(client.get("welcome", **more)).origin.source for _ in range(50)]
            assert set(sources) == {{"a copy": "stale", "a copy on disk": "disk"}.get(spare, "fallback")}
            assert len(waited) == 1  # the first
            assert size < 1 or sum(times) <= max(first, brief)  # 200 calls take less than the one that waited
            assert size < 1 or statistics.median(times) <= 0.001
            print(f"D2: {known.name}, {fault}, {spare}: {first:.2f} s, then {statistics.median(times) * 1e3:.3f} ms")
            proxy.fault = Fault()
            # What is just being fetched anew is waited for where there is a store, and not asked for twice; and a busy
            # machine may take longer than the short deadline.
            for _ in range(5):
                clock.ahead += 400
                source = (client.get("welcome")).origin.source
                if source in ("network", "cache"):
                    break
            assert source in ("network", "cache")


def _skip(clock: Clock) -> None:
    clock.ahead += 1000


def counting(client: Client) -> list[Query]:
    """What callers wait for from now on, an entry each time."""
    waited: list[Query] = []
    fetch = client._cache._fetch

    def counted(query: Query, seconds: float) -> Any:
        waited.append(query)
        return fetch(query, seconds)

    client._cache._fetch = counted
    return waited


@pytest.mark.promise("D2")
def test_d2_an_outage_is_paid_for_once(platform: Platform, clock: Clock) -> None:
    """D2: as long as an outage lasts, tries while nobody waits find its end; no caller waits again."""
    with Client("xr2", **XR2.settings(platform, disk=False, retries=0, stale=0)) as client:
        client.get("welcome")
        clock.ahead += 100
        waited = counting(client)
        XR2.fail(platform, drop=True)
        for _ in range(900):  # half an hour, a call every two seconds
            assert (client.get("welcome")).origin.source == "stale"
            until(lambda: not client._cache.state.refreshing)
            clock.ahead += 2
        assert len(waited) == 1
        platform.reset()
        clock.ahead += 20
        client.get("welcome")
        until(lambda: not client._cache.state.refreshing)
        assert (client.get("welcome")).origin.source == "cache"
        assert len(waited) == 1


@pytest.mark.promise("D5")
@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_d5_a_refusal_costs_one_request(known: Known, platform: Platform, status: int) -> None:
    """D5: 400, 401, 403 and 404 are asked once, and a call with a fallback as well."""
    known.fail(platform, status=status, json={"detail": {"error": "no"}, "error": {"code": "prompt_not_found"}})
    with Client(known.name, **known.settings(platform)) as client:
        with pytest.raises(NotFound if status == 404 else CallError) as caught:
            client.get("welcome")
        assert known.fetches(platform) == 1
        if isinstance(caught.value, CallError):
            assert caught.value.status_code == status
            assert (client.get("other", fallback="x")).origin.source == "fallback"
            assert known.fetches(platform) == 2
    platform.reset()


@pytest.mark.promise("D5")
def test_d5_what_does_not_exist_is_remembered(known: Known, platform: Platform, clock: Clock) -> None:
    """D5: that there is no such prompt is asked once in five seconds."""
    with Client(known.name, **known.settings(platform)) as client:
        for count in (1, 2, 3):
            for _ in range(10):
                with pytest.raises(NotFound):
                    client.get("nope")
            assert known.fetches(platform) == count
            clock.ahead += 5.1


@pytest.mark.promise("D5")
def test_d5_retry_after(known: Known, platform: Platform, clock: Clock) -> None:
    """D5: a wait that the platform asks for is kept, in a call and between refreshes; a long one ends the call at once."""

    def refuse(seconds: str, times: int | None = 1) -> None:
        answer = {"status": 429, "headers": {"Retry-After": seconds}, "times": times, "operation": known.operation}
        platform.script(known.name, answer)

    with Client(known.name, **known.settings(platform, disk=False, ttl=1, stale=1e9)) as client:
        refuse("2")
        with without_waiting() as waits:
            assert (client.get("welcome")).origin.source == "network"
        assert waits == pytest.approx([2.0], rel=0.1)
        refuse("300")
        with without_waiting() as waits, pytest.raises(CallError) as caught:
            client.get("other")
        assert (waits, caught.value.retry_after, known.fetches(platform)) == ([], 300, 3)

        for asked, kept in (("100", 100), ("99999999", 300)):
            refuse(asked)
            clock.ahead += 2
            before = known.fetches(platform)
            for _ in range(kept - 5):
                assert (client.get("welcome")).origin.source == "stale"
                until(lambda: not client._cache.state.refreshing)
                clock.ahead += 1
            assert known.fetches(platform) == before + 1
            clock.ahead += 10
            client.get("welcome")
            until(lambda: not client._cache.state.refreshing)
            assert known.fetches(platform) == before + 2


@pytest.mark.promise("D7")
def test_d7_no_head_of_line(known: Known, platform: Platform, clock: Clock, size: float) -> None:
    """D7: a prompt that hangs delays the refresh of ten others not at all."""
    names = [f"p{at}" for at in range(10)]
    for name in ("hung", *names):
        known.put(platform, name, "old")
    with Client(known.name, **known.settings(platform, disk=False, ttl=60, stale=1e6)) as client:

        def refreshed() -> float:
            """Seconds until all ten are new."""
            clock.ahead += 100
            for name in names:
                known.put(platform, name, "old", str(clock.ahead))
            began = time.monotonic()
            for name in names:
                assert (client.get(name)).origin.source == "stale"
            until(lambda: not client._cache.state.refreshing.keys() & {Query(name) for name in names})
            took = time.monotonic() - began
            for name in names:
                prompt = client.get(name)
                assert (prompt.origin.source, prompt.messages[0].content) == ("cache", str(clock.ahead))
            return took

        for name in ("hung", *names):
            client.get(name)
        alone = [refreshed() for _ in range(3)]
        platform.script(known.name, {"delay": 3.0, "operation": known.operation})
        before = known.fetches(platform)
        client.get("hung")
        until(lambda: known.fetches(platform) == before + 1)
        beside = [refreshed() for _ in range(3)]

        assert Query("hung") in client._cache.state.refreshing
        assert known.fetches(platform) == before + 31
        delay = statistics.median(beside) - statistics.median(alone)
        print(f"D7: {known.name}: ten refreshes took {delay * 1e3:+.1f} ms beside one that hangs")
        assert size < 1 or delay <= 0.1
        platform.reset()


@pytest.mark.promise("S2")
def test_s2_no_secret_is_seen(
    known: Known, platform: Platform, caplog: pytest.LogCaptureFixture, cache_folder: Path
) -> None:
    """S2: keys and tokens are in no repr, log line, error, traceback or file, even where the platform says them."""
    told: list[object] = []
    settings = known.settings(platform, retries=1)
    secrets = [*known.secrets]
    with caplog.at_level(logging.DEBUG), FaultProxy(platform.url(known.name)) as proxy, without_waiting():
        client = through(known, platform, proxy, disk=True, retries=1)
        with client:
            told += [
                client.get("welcome"),
                client,
                vars(client),
                client._source,
                client._refresher,
                client._cache,
            ]
            if known.name == "scope":
                secrets += [each["access_token"] for each in platform.backend("scope").tokens]
            echoed = " ".join(secrets)
            for answer in (
                {"status": 400, "json": {"detail": echoed, "error": {"message": echoed, "code": echoed}}},
                {"status": 404, "json": {"detail": {"error": echoed}, "message": echoed}},
                {"status": 500, "body": echoed, "times": 2},
                {"status": 200, "body": echoed},
                {"status": 302, "headers": {"Location": f"http://x/?{secrets[0]}"}},
            ):
                platform.script(known.name, {"operation": known.operation, **answer})
                with pytest.raises(Error) as caught:
                    client.get(f"p{len(told)}")
                told += [caught.value, str(caught.value), vars(caught.value), *traceback.format_exception(caught.value)]
            for fault in ("refuse", "reset", "cut"):
                proxy.fault = Fault(fault)
                with pytest.raises(Error) as caught:
                    client.get(f"p{len(told)}")
                told += [caught.value, vars(caught.value), *traceback.format_exception(caught.value)]
    with pytest.raises(Error) as caught:
        Client(known.name, nonsense=1, **settings)  # type: ignore[call-overload] # that is the point
    told += [caught.value, *traceback.format_exception(caught.value)]
    files = [each.read_text() for each in cache_folder.rglob("*") if each.is_file()]
    assert files
    logged = [each.getMessage() for each in caplog.records]
    seen = f"{told} {logged} {files} {[str(each) for each in cache_folder.rglob('*')]}"
    for secret in secrets:
        assert secret not in seen, seen[seen.index(secret) - 300 :][:600]


HOSTILE = (
    "..", ".", "../..", "../../api/v1/prompts/welcome", "a/b", "a\\b", "/etc/passwd", "a?b=c", "a#b", "a b", "a%2fb", "%2e%2e",
    "a\r\nX-Evil: 1", "a\nb", "a\x00b", "ü", "日本", "🙂", "\ud800", "a" * 5000, " ", "a;b", "a&b", "~", "-", "None", "{x}",
)  # fmt: skip


@pytest.mark.promise("S3")
def test_s3_a_name_stays_a_name(known: Known, platform: Platform, cache_folder: Path, tmp_path: Path) -> None:
    """S3: a hostile name is sent as one name or refused: no other operation is called, no file is made elsewhere."""
    arrived = []
    with Client(known.name, **known.settings(platform, retries=0)) as client:
        for name in HOSTILE:
            before = len(platform.requests)
            with pytest.raises(Error):
                client.get(name)
            for request in platform.requests[before:]:
                if request.operation == "auth_login":
                    continue
                assert request.operation == known.operation, (name, request)
                assert request.header("x-evil") is None
                if known is not XR2:
                    *_, segment, _last = request.path.split("/")
                    assert unquote(segment) == name
                arrived.append(name)
    print(
        f"S3: {known.name}: {len(arrived)} of {len(HOSTILE)} hostile names arrived as they were, the others were refused"
    )
    assert len(arrived) >= len(HOSTILE) - 5
    assert {each.name for each in tmp_path.iterdir()} <= {"cache"}
    assert all(each.parent == cache_folder for each in cache_folder.rglob("*"))
