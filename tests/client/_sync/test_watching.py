# Made from tests/client/_async/test_watching.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the log says of an outage through a client: at most ten lines above INFO, as text, in both worlds."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.request import Request, urlopen

import pytest

from promptport import Client, CallError, GetResult
from promptport.testing import Platform

from ..blocking import until
from ..conftest import Clock
from ..known import XR2

MINUTES, PROMPTS, RATE = 10, 1000, 100  # of an outage at full size: how long, of how many prompts, and calls a second
SERVED = "so pN comes from a copy, N s old (N prompts so far)."
WAIT = "Look at its status page; it is asked again meanwhile."
CHECK = "Check the network, and whether ADDRESS is the right address (`base_url`, or XRN_BASE_URL)."
KEY = "Check the API key (`api_key`, or XRN_API_KEY): it must be a product key that is switched on."
UNREADABLE = "The answer can't be read: the answer: expected JSON, found something else"
ADDRESS = "Check that the address is the platform's; if it is, its contract has changed."
WAYS: list[tuple[dict[str, Any], str]] = [
    ({"status": 503, "json": {"detail": "down"}}, f"WARNING xrN fails (HTTP N: down), {SERVED} {WAIT}"),
    ({"drop": True}, f"WARNING xrN can't be reached (The connection broke), {SERVED} {CHECK}"),
    ({"status": 401, "json": {"detail": "bad"}}, f"ERROR xrN refuses the account (HTTP N: bad), {SERVED} {KEY}"),
    (
        {"status": 429, "json": {"detail": "slowly"}},
        f"WARNING xrN wants fewer questions (HTTP N: slowly), {SERVED} Wait, or raise the plan's quota.",
    ),
    ({"status": 200, "body": "<html>"}, f"WARNING xrN gives no good answer ({UNREADABLE}), {SERVED} {ADDRESS}"),
]
END = "WARNING xrN answers again after N s; N calls of N prompts came from copies or fallbacks meanwhile."


def seen(caplog: pytest.LogCaptureFixture, least: int = logging.WARNING) -> list[str]:
    """What was logged from a level on, and nothing of it the next time."""
    found = [f"{each.levelname} {each.getMessage()}" for each in caplog.records if each.levelno >= least]
    caplog.clear()
    return found


def without_numbers(line: str) -> str:
    """A line as it is whatever the time and the port."""
    line = line.replace("1 prompt so", "N prompts so").replace("1 prompt came", "N prompts came")
    line = re.sub(r"\(The connection broke[^)]*\)", "(The connection broke)", line)  # in each world's words
    return re.sub(r"[\d,]*\d", "N", re.sub(r"http://[^ ]+", "ADDRESS", line))


def forget_scripts(platform: Platform) -> None:
    """Let the platform answer again, and keep what it holds."""
    urlopen(Request(f"{platform.url()}_local/script", method="DELETE"), timeout=10).close()


def outage(client: Client, clock: Clock, names: list[str], seconds: int, rate: float) -> None:
    """Seconds in which the platform fails, with so many calls in each."""
    for at in range(int(seconds * rate)):
        prompt = client.get(names[at % len(names)])
        assert prompt.origin.source == "stale"
        clock.ahead += 1 / rate
        if at % max(rate, 1) == 0:
            until(lambda: not client._cache.state.refreshing)
    until(lambda: not client._cache.state.refreshing)


def test_ten_minutes(platform: Platform, clock: Clock, size: float, caplog: pytest.LogCaptureFixture) -> None:
    """However many prompts and calls there are, and whatever the platform does meanwhile: a line for each way, and one more."""
    names = [f"p{at}" for at in range(max(int(PROMPTS * size), 10))]
    for name in names:
        XR2.put(platform, name, "text")
    caplog.set_level(logging.INFO, "promptport")
    with Client("xr2", **XR2.settings(platform, disk=False, retries=0, ttl=10, stale=3600)) as client:
        for name in names:
            client.get(name)
        clock.ahead += 20
        assert seen(caplog) == []
        for answer, _ in WAYS:
            platform.script("xr2", {"times": None, **answer})
            outage(client, clock, names, MINUTES * 60 // len(WAYS), RATE * size)
            forget_scripts(platform)
        clock.ahead += 40
        outage(client, clock, names, 1, 1)
    lines = seen(caplog)
    print(f"{len(lines)} lines above INFO for {MINUTES * 60 * RATE * size:.0f} calls of {len(names)} prompts")
    assert [without_numbers(each) for each in lines] == [*[line for _, line in WAYS], END]


HOUR = 3600
DOWN = f"WARNING xrN fails (HTTP N: down), {SERVED} {WAIT}"
REFUSED = f"ERROR xrN refuses the account (HTTP N: bad), {SERVED} {KEY}"
ELSEWHERE = f"ERROR xrN refuses the account (Another process was refused a moment ago), {SERVED} "


def test_a_refusal_is_told_again_each_hour(
    platform: Platform, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """For as long as it lasts, through whole clients; and its end is told once."""
    XR2.put(platform, "p1", "text")
    caplog.set_level(logging.INFO, "promptport")
    with Client("xr2", **XR2.settings(platform, disk=False, retries=0, ttl=10, stale=3600)) as client:
        client.get("p1")
        clock.ahead += 20
        platform.script("xr2", {"status": 401, "json": {"detail": "bad"}, "times": None})
        for _ in range(int(2.5 * 60)):
            assert (client.get("p1")).origin.source == "stale"
            until(lambda: not client._cache.state.refreshing)
            clock.ahead += HOUR / 60
        forget_scripts(platform)
        for _ in range(2):
            client.get("p1")
            until(lambda: not client._cache.state.refreshing)
            clock.ahead += 40
    assert [without_numbers(each) for each in seen(caplog)] == [*[REFUSED] * 3, END]


def test_several_clients_of_one_process(
    platform: Platform, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """Each tells of an outage once, and of its end; those that were made from one another, once together."""
    XR2.put(platform, "p1", "text")
    caplog.set_level(logging.INFO, "promptport")
    settings = XR2.settings(platform, disk=False, retries=0, ttl=10, stale=3600)
    with Client("xr2", **settings) as one, Client("xr2", **settings) as other:
        clients = [one, one.with_options(timeout=9), one.with_options(headers={"x-a": "b"}), other]
        for client in clients:
            client.get("p1")
        clock.ahead += 20
        platform.script("xr2", {"status": 503, "json": {"detail": "down"}, "times": None})
        for _ in range(60):
            for client in clients:
                assert (client.get("p1")).origin.source == "stale"
                until(lambda: not client._cache.state.refreshing)  # noqa: B023 # of this round
            clock.ahead += 10
        assert [without_numbers(each) for each in seen(caplog)] == [DOWN] * 2
        forget_scripts(platform)
        for _ in range(2):
            for client in clients:
                client.get("p1")
                until(lambda: not client._cache.state.refreshing)  # noqa: B023 # of this round
            clock.ahead += 40
    assert [without_numbers(each) for each in seen(caplog)] == [END] * 2


def test_a_process_that_starts_in_a_refusal(
    platform: Platform, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """It does not ask, since another was refused a moment ago; the log, the hook and `health` tell it all the same."""
    XR2.put(platform, "p1", "text")
    caplog.set_level(logging.INFO, "promptport")
    settings = XR2.settings(platform, retries=0, ttl=10, stale=0)
    with Client("xr2", **settings) as client:
        client.get("p1")
        clock.ahead += 20
        platform.script("xr2", {"status": 401, "json": {"detail": "bad"}, "times": None})
        client.get("p1")
        assert [without_numbers(each) for each in seen(caplog)] == [REFUSED]
        asked = len(platform.requests)
    results: list[GetResult] = []
    with Client("xr2", on_get=results.append, **settings) as client:
        clock.ahead += 5
        for _ in range(3):
            assert (client.get("p1")).origin.source == "disk"
        assert len(platform.requests) == asked
        (line,) = seen(caplog)
        assert without_numbers(line).startswith(ELSEWHERE)
        assert all(isinstance(each.error, CallError) and each.error.refused for each in results)
        assert client.health()["platform"]["state"] == "refused"
        forget_scripts(platform)
        clock.ahead += 40
        assert (client.get("p1")).origin.source == "network"
    assert [without_numbers(each) for each in seen(caplog)] == [END]


def test_a_prompt_is_told_once(platform: Platform, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    """However often it comes from a copy, and however often it could not be fetched anew: at INFO there is one line for each."""
    names = ["a", "b", "c", "d"]
    for name in names:
        XR2.put(platform, name, "text")
    with Client("xr2", **XR2.settings(platform, disk=False, retries=0, ttl=10, stale=3600)) as client:
        for name in names:
            client.get(name)
        XR2.fail(platform, status=503)
        clock.ahead += 20
        caplog.set_level(logging.INFO, "promptport")
        outage(client, clock, names, 200, 1)
        assert XR2.fetches(platform) > 8  # it was asked again and again
    lines = [line.split(" ")[0] for line in seen(caplog, logging.INFO) if "answers again" not in line]
    assert lines == ["WARNING", "INFO", "INFO", "INFO"]
    platform.reset()
