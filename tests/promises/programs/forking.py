"""Fetches in a parent, then in four children, then in the parent again: `forking.py PLATFORM ADDRESS HOW-CHILDREN-END`."""

from __future__ import annotations

import gc
import os
import sys
import time
import traceback
from importlib import import_module

import promptport
from promptport.http import clock

ahead = 0.0


def later() -> None:
    """Let every copy grow stale."""
    global ahead  # noqa: PLW0603 # the clock of this program
    ahead += 100


def refreshed(client: promptport.Client, who: str) -> None:
    """See that a copy is served at once, and fetched anew meanwhile."""
    later()
    before = client.get("welcome").origin
    assert before.source == "stale", (who, before)
    end = time.monotonic() + 30  # on a busy machine
    while client.get("welcome").origin.source == "stale":
        assert time.monotonic() < end, f"{who}: nothing is fetched anew"
        time.sleep(0.002)  # it goes on in another thread
    after = client.get("welcome").origin
    assert (after.source, after.since > before.since) == ("cache", True), (who, after)


def child(client: promptport.Client, number: int) -> None:
    """What a child does."""
    assert client.get("welcome").origin.source == "cache", "the parent's copy is kept"
    gc.collect()
    refreshed(client, f"child {number}")
    refreshed(client, f"child {number}")
    gc.collect()


def main(platform: str, address: str, end: str) -> None:
    """Run, and print how the children ended."""
    vars(clock)["monotonic"] = vars(clock)["now"] = lambda: time.monotonic() + ahead
    settings = import_module(f"promptport_local.{platform}").settings(address)
    client = promptport.Client(platform, disk=False, ttl=60, stale=1e6, **settings)
    assert client.get("welcome").origin.source == "network"
    refreshed(client, "parent")
    children = []
    for number in range(4):
        pid = os.fork()
        if pid == 0:
            try:
                child(client, number)
                if end == "closing":
                    client.close()
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            if end == "hard":
                os._exit(0)
            return  # the end of a process that has a thread
        children.append(pid)
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children]
    refreshed(client, "parent, after its children")
    client.close()
    print(*codes)


if __name__ == "__main__":
    main(*sys.argv[1:])
