# Made from tests/client/_async/test_watching.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what the log says of an outage through a client: at most ten lines above INFO, as text, in both worlds."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.request import Request, urlopen

import pytest

from promptport import Client
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
    line = line.replace("1 prompt so", "N prompts so")
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
