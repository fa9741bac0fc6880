"""D16: a publish is seen by the second call at the latest, by whatever kind of program. Every platform's suite has the rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport.testing import Platform
from promptport.testing.callers import Caller, Job, LoopACall, ProcessACall, Processes, Server, undisturbed

from .refusals import NAME, VENDORS, Vendor

TTL = 0.05  # seconds
PROCESS, LOOP, SERVER = "a process a call", "an event loop a call", "a server"
PROGRAMS = [(PROCESS, "sync"), (PROCESS, "async"), (LOOP, "async"), (SERVER, "sync"), (SERVER, "async")]


def calls_until(caller: Caller, text: str) -> int:
    """How many calls it takes until one answers a text; each of them begins when what the last one has begun is over."""
    return next((count for count in range(1, 5) if undisturbed(caller).text == text), 5)


def follow(caller: Caller, vendor: Vendor, platform: Platform, publishes: int) -> list[int]:
    """How many calls each of so many publishes took."""
    caller.get()
    found = []
    for at in range(publishes):
        vendor.put(platform, f"Publish {at}.")
        time.sleep(2 * TTL)  # copies are past their time
        found.append(calls_until(caller, f"Publish {at}."))
    return found


@pytest.mark.one_python("what is asked is decided alike on all; the suite of platforms runs on all")
@pytest.mark.promise("D16")
@pytest.mark.parametrize(("way", "kind"), PROGRAMS)
def test_d16_a_publish_is_seen(
    way: str, kind: str, platform: Platform, tmp_path: Path, size: float, promptport_processes: Processes
) -> None:
    """D16: past `ttl` the second call at the latest is new, each time."""
    callers: dict[str, Callable[[Job], Caller]] = {
        PROCESS: lambda job: ProcessACall(job, promptport_processes),
        LOOP: LoopACall,
        SERVER: Server,
    }
    for vendor in VENDORS.values() if size == 1 else [VENDORS["xr2"]]:
        vendor.put(platform)
        settings = vendor.settings(platform, disk=str(tmp_path / vendor.name), ttl=TTL)
        with callers[way](Job(kind, vendor.name, settings, NAME, {})) as caller:
            found = follow(caller, vendor, platform, int(100 * size))
        print(f"D16: {vendor.name}, {way} ({kind}): {len(found)} publishes, seen by call {max(found)} at the latest")
        assert max(found) <= 2
