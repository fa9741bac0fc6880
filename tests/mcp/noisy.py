"""A server whose platform writes to stdout wherever it can: `python noisy.py`."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
from functools import partial
from typing import Any

from promptport.mcp.serving import opened
from promptport.mcp.stdio import serve_stdio
from promptport.platform import Fetched, Query, Registration, Traits

NOISE = "NOISE"


def make_noise() -> None:
    """In each way that there is."""
    print(NOISE)
    sys.stdout.write(NOISE)
    os.write(1, f"{NOISE}\n".encode())
    subprocess.run([sys.executable, "-S", "-c", f"print({NOISE!r})"], check=True)
    log.info(NOISE)
    HELD.write(NOISE)  # without an end: it waits in a buffer


HELD = sys.stdout
log = logging.getLogger("noisy")
log.addHandler(logging.StreamHandler(sys.stdout))
log.setLevel(logging.INFO)


class Noisy:
    """A platform with two prompts, of which one never comes."""

    def __init__(self, place: str = "") -> None:
        print(NOISE)
        self.traits = Traits("noisy", "here", local=True)

    async def names(self, deadline: float) -> list[str]:
        """The names."""
        make_noise()
        return ["welcome"]

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """A prompt."""
        make_noise()
        if query.name == "never":
            await asyncio.sleep(600)  # a platform that hangs
        return Fetched(query.name, [{"role": "user", "content": "Hi."}])

    async def aclose(self) -> None:
        """Nothing is open."""
        print(NOISE)


if __name__ == "__main__":
    source: Any = Registration(sync=Noisy, async_=Noisy)  # type: ignore[arg-type] # nobody opens the one that blocks
    asyncio.run(serve_stdio(partial(opened, source)))
