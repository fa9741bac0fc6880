"""Counts what promptport does for the calls that applications make most: `python -m tests.promises.counting [--record]`.

What is counted is the same on every machine: bytecode instructions of promptport's own code, and calls of sockets. Prints them as
JSON; with `--record` they become those that `test_counts.py` holds the code to.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import FrameType
from typing import Any

import promptport
from benchmarks.event_server import running
from promptport.system import instances

RECORDED = Path(__file__).with_name("counts.json")
OURS = ("/promptport/", "/promptport_api/")
WARM, TIMES, RECORDS = 30, 15, 200
VALUES = {"customer_name": "Alice"}
Counts = dict[str, dict[str, int]]


class Counter:
    """Counts within a block, in this thread.

    Attributes:
        instructions: Bytecode instructions of promptport's own code.
        sockets: Calls of methods of sockets, and of what waits for them.
    """

    def __init__(self) -> None:
        self.instructions = self.sockets = 0

    def __enter__(self) -> Counter:
        self._before = (sys.gettrace(), sys.getprofile())  # such as what measures coverage
        sys.setprofile(self._called)
        sys.settrace(self._entered)
        return self

    def __exit__(self, *_: object) -> None:
        trace, profile = self._before
        sys.settrace(trace)
        sys.setprofile(profile)

    def _entered(self, frame: FrameType, event: str, argument: object) -> Any:
        if not any(each in frame.f_code.co_filename.replace("\\", "/") for each in OURS):
            return None
        frame.f_trace_lines, frame.f_trace_opcodes = False, True
        return self._executed

    def _executed(self, frame: FrameType, event: str, argument: object) -> Any:
        self.instructions += event == "opcode"
        return self._executed

    def _called(self, frame: FrameType, event: str, argument: Any) -> None:
        if event == "c_call" and type(getattr(argument, "__self__", None)).__name__ in ("socket", "SSLSocket", "poll"):
            self.sockets += 1


def counted(call: Callable[[], object]) -> dict[str, int]:
    """What a call does, once what is made only once is there: the least of some calls."""
    for _ in range(WARM):
        call()
    found = list[Counter]()
    for _ in range(TIMES):
        with Counter() as counter:
            call()
        found.append(counter)
    return _least(found)


async def counted_awaiting(call: Callable[[], Awaitable[object]]) -> dict[str, int]:
    """What an awaited call does in the thread of the event loop, once what is made only once is there."""
    for _ in range(WARM):
        await call()
    found = list[Counter]()
    for _ in range(TIMES):
        with Counter() as counter:
            await call()
        found.append(counter)
    return _least(found)


def _least(found: list[Counter]) -> dict[str, int]:
    """What a call does that meets nothing unusual: no renewal, no cleaning of what other calls have left."""
    return {
        "instructions": min(each.instructions for each in found),
        "sockets": min(each.sockets for each in found),
    }


def blocking(address: str, folder: str) -> Counts:
    """What blocking calls do."""
    from promptport.xr2 import xR2Client

    settings: dict[str, Any] = {"api_key": "k", "base_url": address, "ttl": 86_400}
    with (
        promptport.Client("xr2", disk=f"{folder}/b", **settings) as client,
        xR2Client("k", base_url=address) as vendor,
    ):
        prompt = client.get("welcome")
        found = {
            "cached get": counted(lambda: client.get("welcome").origin),
            "render": counted(lambda: prompt.render(VALUES)),
            "uncached get": counted(lambda: client.get("welcome", refresh=True)),
            "a call of xR2's client": counted(lambda: vendor.get_prompt(slug="welcome").unwrap().system_prompt),
        }
    # A client of its own: what delivers events asks the platform as well, at moments of its own.
    with promptport.Client("xr2", disk=False, spool=f"{folder}/s", **settings) as client:
        rendered = [client.get("welcome").render(VALUES) for _ in range(WARM + TIMES)]
        found["track"] = counted(lambda: client.track(rendered.pop(), "purchase", user_id="u1", value=9.9))
    return found


async def awaiting(address: str, folder: str) -> Counts:
    """What asyncio calls do."""
    from promptport.xr2 import AsyncxR2Client

    async with (
        promptport.AsyncClient("xr2", api_key="k", base_url=address, disk=f"{folder}/a", ttl=86_400) as client,
        AsyncxR2Client("k", base_url=address) as vendor,
    ):
        return {
            "cached get, asyncio": await counted_awaiting(lambda: client.get("welcome")),
            "uncached get, asyncio": await counted_awaiting(lambda: client.get("welcome", refresh=True)),
            "a call of xR2's client, asyncio": await counted_awaiting(lambda: vendor.get_prompt(slug="welcome")),
        }


def reading() -> Counts:
    """What reading a page does."""
    from promptport_api.promptrails.api.traces import traces_list

    record = {
        "id": "row", "workspace_id": "w", "trace_id": "t", "span_id": "s", "name": "agent", "kind": "agent", "status": "ok",
        "level": "default", "input": {"message": "Hello"}, "output": {"content": "Hello!"}, "attributes": {}, "tags": ["agent"],
        "cost": 0.0023, "duration_ms": 250, "started_at": "2026-01-15T09:00:00Z", "ended_at": None,
        "created_at": "2026-01-15T09:00:00Z",
    }  # fmt: skip
    packed = json.dumps({"data": [record] * RECORDS, "meta": {"total": RECORDS}}).encode()
    return {f"a page of {RECORDS} records": counted(lambda: traces_list.parse(packed))}


def count() -> Counts:
    """What all of them do."""
    with running() as address, tempfile.TemporaryDirectory() as folder:
        # Where a local platform listened at this port before, its traces would be looked at.
        instances.folder = lambda: Path(folder)
        return {**blocking(address, folder), **asyncio.run(awaiting(address, folder)), **reading()}


if __name__ == "__main__":
    counts = count()
    if sys.argv[1:] == ["--record"]:
        python = ".".join(map(str, sys.version_info[:2]))
        lines = ",\n  ".join(f"{json.dumps(name)}: {json.dumps(each)}" for name, each in counts.items())
        RECORDED.write_text(f'{{\n "python": "{python}",\n "counts": {{\n  {lines}\n }}\n}}\n', encoding="utf-8")
    print(json.dumps(counts, indent=1))
