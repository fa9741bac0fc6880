"""Puts entries into an outbox and dies: `dying.py FOLDER BACKEND DEATH COUNT`. It prints each id as soon as it is accepted.

The backend is a file to which a delivery appends what it takes; `down` takes nothing, `hung` never answers.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from promptport.outbox.entry import Entry
from promptport.outbox.outbox import Outbox
from promptport.outbox.result import Outcome, Result

FOLDER, BACKEND, DEATH, COUNT = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
ABOUT = {"origin": "file", "account": "a"}


async def deliver(batch: Sequence[Entry]) -> Result:
    """Take a portion, as the backend does."""
    if BACKEND == "hung":
        await asyncio.sleep(3600)
    if BACKEND == "down":
        return Result(Outcome.NOT_RECEIVED, "503")
    with (FOLDER / "taken").open("a") as file:
        file.write("".join(f"{each.id}\n" for each in batch))
    return Result(Outcome.DELIVERED)


def put(outbox: Outbox) -> None:
    """Put entries in, and say which were accepted: one write each, which outlives the process."""
    for each in range(COUNT):
        os.write(1, f"{outbox.put('event', each)}\n".encode())


def main() -> None:
    """Put entries in, and die."""
    spool = FOLDER / "spool"
    spool.mkdir(exist_ok=True)
    outbox = Outbox(deliver, spool, ABOUT)
    if DEATH == "_exit in a child":
        outbox.put("event", "the parent's")
        if os.fork() == 0:
            put(outbox)
            os._exit(0)
        os.wait()
        os._exit(0)
    put(outbox)
    if DEATH == "closed":
        outbox.close()
    elif DEATH == "exception":
        raise ZeroDivisionError
    elif DEATH == "sys.exit in a thread":
        Thread(target=sys.exit).start()
    elif DEATH == "_exit":
        os._exit(0)
    elif DEATH.startswith("SIG"):
        os.kill(os.getpid(), getattr(signal, DEATH))


if __name__ == "__main__":
    main()
