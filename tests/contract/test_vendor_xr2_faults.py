"""Runs the fault table on the vendor's own client too, and shows the two results side by side."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from threading import Thread
from typing import Any, NamedTuple

import pytest
import xr2_sdk.client as theirs  # type: ignore[import-untyped]

import promptport.xr2.client as ours
from promptport.testing import FaultProxy, Platform

from ..faults.rows import Row
from ..faults.xr2_rows import ROWS, SECRET, TABLE

# Seconds after which a call that has not ended is given up. The vendor's client may well wait for ever; ours must end.
PATIENCE, PATIENCE_WITH_OURS = 1.5, 30.0


class Ended(NamedTuple):
    """How a call ended: what came of it, the requests it cost, and how long it took."""

    outcome: str
    requests: int
    seconds: float

    def __str__(self) -> str:
        return f"{self.outcome[:30]:30} {self.requests:>2} {self.seconds:>5.2f} s"


def blocking(package: Any, address: str, row: Row) -> str:
    """A call of a blocking client."""
    client = package.xR2Client(SECRET, base_url=address, timeout=row.timeout, total_retries=3, backoff_factor=0)
    response = client.get_prompt(slug="welcome")
    client.close() if hasattr(client, "close") else client._session.close()
    return "a good answer" if response.ok else f"{response.status_code} {response.error}"


def awaited(package: Any, address: str, row: Row) -> str:
    """A call of an asyncio client."""

    async def call() -> str:
        client = package.AsyncxR2Client(
            SECRET, base_url=address, timeout=row.timeout, total_retries=3, backoff_factor=0
        )
        response = await client.get_prompt(slug="welcome")
        await client.aclose()
        return "a good answer" if response.ok else f"{response.status_code} {response.error}"

    return asyncio.run(call())


CLIENTS: dict[str, tuple[Callable[[Any, str, Row], str], Any]] = {
    "promptport": (blocking, ours),
    "xr2-sdk": (blocking, theirs),
    "promptport, asyncio": (awaited, ours),
    "xr2-sdk, asyncio": (awaited, theirs),
}


def run(client: str, name: str) -> Ended:
    """Run a row, on a platform of its own: a call that takes too long is left behind, and may still send something."""
    (call, package), row = CLIENTS[client], ROWS[name]
    outcome: list[str] = []

    def attempt() -> None:
        try:
            outcome.append(call(package, address, row))
        except Exception as error:
            outcome.append(f"raised {type(error).__name__}")

    with Platform() as platform, FaultProxy(platform.url()) as proxy:
        address, _ = TABLE.begin(name, platform, proxy)
        began = time.monotonic()
        thread = Thread(target=attempt, daemon=True)  # the vendor's client may sleep for five minutes
        thread.start()
        thread.join(row.timeout + (PATIENCE_WITH_OURS if package is ours else PATIENCE))
        return Ended(outcome[0] if outcome else "does not end", len(platform.requests), time.monotonic() - began)


@pytest.mark.timeout(360)
def test_side_by_side(caplog: pytest.LogCaptureFixture) -> None:
    """Ours ends every row well; what the vendor's client does stands beside it."""
    caplog.set_level(logging.CRITICAL)  # of all the warnings of the vendor's libraries the table tells enough
    found = {
        name: {client: run(client, name) for client in CLIENTS}
        for name, row in ROWS.items()
        if row.waits is None  # those that ask for a wait would really wait here
    }
    print(f"{'':34}" + "".join(f"{client:44}" for client in CLIENTS))
    for name, ends in found.items():
        print(f"{name:34}" + "".join(f"{end!s:44}" for end in ends.values()))
    for client in CLIENTS:
        bad = [name for name, ends in found.items() if ends[client].outcome.startswith(("raised", "does not end"))]
        cost = sum(ends[client].requests for ends in found.values())
        print(f"{client}: {len(found)} rows, {cost} requests, {len(bad)} that raise or do not end: {', '.join(bad)}")
        if client.startswith("promptport"):
            assert not bad
    for name, ends in found.items():
        for client in ("promptport", "promptport, asyncio"):
            assert ends[client].requests == (ROWS[name].requests or 0), name
            assert (ends[client].outcome == "a good answer") == (ROWS[name].kind == "ok"), name
