"""A process with a client of its own: `python child.py HALF SETTINGS`, the settings as JSON.

It says `ready`, and then reads names of prompts, a JSON list a line, gets each of them, and answers with a list of the texts and
where they came from, or of errors. A number in the place of a list pushes its clocks on by so many seconds, and has no answer.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from promptport import AsyncClient, Client, Error, Prompt
from promptport.http import clock

ahead = 0.0
now, monotonic = time.time, time.monotonic


def later(seconds: float) -> None:
    """Push the clocks by which copies grow old."""
    global ahead  # noqa: PLW0603 # the clock of this program
    ahead += seconds


def push_clocks() -> None:
    """Let the clocks be pushed on. Only those of copies: an event loop goes by the real one."""
    time.time = lambda: now() + ahead
    vars(clock)["monotonic"] = vars(clock)["now"] = lambda: monotonic() + ahead


def told(prompt: Prompt) -> dict[str, Any]:
    """What the test wants to know of a prompt."""
    return {"source": prompt.origin.source, "text": prompt.messages[-1].content}


def blocking(settings: dict[str, Any]) -> None:
    """Work in this thread."""
    if address := settings.pop("redis", None):
        from promptport.cache.redis import RedisStore

        settings["store"] = RedisStore(address)
    with Client("xr2", **settings) as client:
        print("ready", flush=True)
        for line in sys.stdin:
            names = json.loads(line)
            if isinstance(names, float):
                later(names)
                continue
            answers: list[dict[str, Any]] = []
            for name in names:
                try:
                    answers.append(told(client.get(name)))
                except Error as error:
                    answers.append({"error": str(error)})
            print(json.dumps(answers), flush=True)


async def for_asyncio(settings: dict[str, Any]) -> None:
    """Work in an event loop."""
    if address := settings.pop("redis", None):
        from promptport.cache.redis import AsyncRedisStore

        settings["store"] = AsyncRedisStore(address)
    async with AsyncClient("xr2", **settings) as client:
        print("ready", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            names = json.loads(line)
            if isinstance(names, float):
                later(names)
                continue
            answers: list[dict[str, Any]] = []
            for name in names:
                try:
                    answers.append(told(await client.get(name)))
                except Error as error:
                    answers.append({"error": str(error)})
            print(json.dumps(answers), flush=True)


if __name__ == "__main__":
    push_clocks()
    given = json.loads(sys.argv[2])
    if sys.argv[1] == "asyncio":
        asyncio.run(for_asyncio(given))
    else:
        blocking(given)
