"""Says what many events that wait take of memory: `waiting.py LIBRARY ADDRESS FOLDER COUNT`.

It runs beside one library and nothing else, and prints by how many bytes the process has grown, and how many events the
library has not taken, as JSON.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any
from urllib.request import Request, urlopen

Report = Callable[[int, str], Any]
SIZE = 2_000


def ours(address: str, folder: str) -> Report:
    """`Client.track` about a prompt that is kept."""
    import promptport

    client = promptport.Client("xr2", api_key="k", base_url=address, disk=False, spool=folder)
    rendered = client.get("welcome").render(customer_name="Alice")
    return lambda number, note: client.track(rendered, f"purchase-{number}", metadata={"note": note}).id


def langfuse(address: str, _: str) -> Report:
    """Langfuse's `create_score`, which answers nothing; what it logs says what it has not taken."""
    from langfuse import Langfuse

    client = Langfuse(public_key="pk-lf-1", secret_key="sk-lf-1", base_url=address)
    full = list[str]()

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "full" in record.getMessage():
                full.append(record.getMessage())

    logging.getLogger("langfuse").addHandler(Handler())

    def call(number: int, note: str) -> bool | None:
        before = len(full)
        client.create_score(name="purchase", value=9.9, trace_id=f"{number:032x}", metadata={"note": note})
        return True if len(full) == before else None

    return call


def posthog(address: str, _: str) -> Report:
    """PostHog's `capture`."""
    from posthog import Posthog  # type: ignore[import-not-found] # it is where this runs

    client = Posthog("phc_1", host=address)
    return lambda _, note: client.capture("purchase", distinct_id="u1", properties={"note": note})


LIBRARIES = {"promptport": ours, "langfuse": langfuse, "posthog": posthog}


def resident() -> int:
    """The bytes that this process has in memory, as Linux says it; 0 elsewhere."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmRSS"))
    except OSError:
        return 0


def main(library: str, address: str, folder: str, count: int) -> tuple[int, int]:
    """Measure; answers by how many bytes it has grown, and how many events were not taken."""
    call = LIBRARIES[library](address, folder)
    logging.getLogger().addHandler(logging.NullHandler())  # what a library says of the backend goes nowhere
    call(0, "")
    sleep(2)  # until the first has been delivered, and what that imports is there
    urlopen(Request(f"{address}/hung", method="POST"), timeout=5).close()
    before, refused = resident(), 0
    for number in range(1, 1 + count):
        refused += call(number, f"{number:08x}".ljust(SIZE, "x")) is None  # a text of its own
    return resident() - before, refused


if __name__ == "__main__":
    _, name, at, spool, given = sys.argv
    print(json.dumps(main(name, at, spool, int(given))), flush=True)
    os._exit(0)  # what waits is not delivered
