"""F1 and F2: the documented call with default settings, its answer used, against a server that answers the same bytes."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from functools import partial
from time import perf_counter

import aiohttp
import httpx
import httpx2
from xr2_sdk.client import AsyncxR2Client as TheirAsync  # type: ignore[import-untyped]
from xr2_sdk.client import xR2Client as Theirs

from promptport.xr2 import AsyncxR2Client, xR2Client

from .measure import OURS, Row, Samples, beside, few, in_turn
from .server import running

PATH = "/api/v1/get-prompt"
BODY = {"slug": "welcome", "source_name": "python_sdk"}
IN_FLIGHT = {1: 2.3, 20: 12.0, 100: 15.0}  # how many times bare httpx, by how many calls are in flight
ROUNDS = 9


def rows(share: float) -> Iterator[Row]:
    """Measure blocking calls, then asyncio calls; a share of the rounds."""
    with running() as address:
        yield from beside("F1", "a blocking call", blocking(address, few(301, share)), {"httpx": 0.65})
        for many, found in asyncio.run(concurrent(address, few(ROUNDS, share))).items():
            limits = {"httpx": 1 / IN_FLIGHT[many], "aiohttp": 2.0}
            yield from beside("F2", f"an asyncio call, {many} in flight", found, limits)
        # Other programs hold the processor too, hence several rounds.
        held = [asyncio.run(longest_hold(address)) for _ in range(few(ROUNDS, share))]
        bound = {OURS: held, "what is promised": [5e-3] * len(held)}
        yield from beside("C6", "longest hold of the event loop", bound, most=5e-3)


def blocking(address: str, rounds: int) -> Samples:
    """F1: the seconds of a blocking call."""
    port = int(address.rpartition(":")[2])
    body = json.dumps(BODY).encode()
    head = (f"POST {PATH} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Length: {len(body)}", "", "")
    message = "\r\n".join(head).encode() + body
    theirs = Theirs("k", base_url=address)
    with (
        xR2Client("k", base_url=address) as client,
        httpx.Client() as bare,
        httpx2.Client() as bare2,
        socket.create_connection(("127.0.0.1", port)) as raw,
    ):
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

        def through_socket() -> str:
            raw.sendall(message)
            answer = raw.recv(65_536)
            return str(json.loads(answer.partition(b"\r\n\r\n")[2])["system_prompt"])

        calls = {
            OURS: lambda: client.get_prompt(slug="welcome").unwrap().system_prompt,
            "httpx": lambda: bare.post(f"{address}{PATH}", json=BODY).json()["system_prompt"],
            "httpx2": lambda: bare2.post(f"{address}{PATH}", json=BODY).json()["system_prompt"],
            "xr2-sdk": lambda: theirs.get_prompt(slug="welcome").data.system_prompt,
            "the limit, a raw socket": through_socket,
        }
        found = in_turn(calls, rounds, seconds=0.005)
    theirs._session.close()
    return found


async def concurrent(address: str, rounds: int) -> dict[int, Samples]:
    """F2: the seconds a call, by how many are in flight."""
    url = f"{address}{PATH}"
    theirs = TheirAsync("k", base_url=address)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    limits2 = httpx2.Limits(max_connections=None, max_keepalive_connections=None)
    async with (
        AsyncxR2Client("k", base_url=address) as client,
        httpx.AsyncClient(limits=limits, timeout=60) as bare,
        httpx2.AsyncClient(limits=limits2, timeout=60) as bare2,
        aiohttp.ClientSession() as session,
    ):

        async def through_ours() -> str | None:
            return (await client.get_prompt(slug="welcome")).unwrap().system_prompt

        async def through_httpx() -> str:
            return str((await bare.post(url, json=BODY)).json()["system_prompt"])

        async def through_httpx2() -> str:
            return str((await bare2.post(url, json=BODY)).json()["system_prompt"])

        async def through_aiohttp() -> str:
            async with session.post(url, json=BODY) as response:
                return str((await response.json())["system_prompt"])

        async def through_theirs() -> str:
            return str((await theirs.get_prompt(slug="welcome")).data.system_prompt)

        calls: dict[str, Callable[[], Awaitable[object]]] = {
            OURS: through_ours, "httpx": through_httpx, "httpx2": through_httpx2, "aiohttp": through_aiohttp,
            "xr2-sdk": through_theirs,
        }  # fmt: skip
        found = {many: await seconds_in_turn(calls, many, rounds) for many in IN_FLIGHT}
    await theirs.aclose()
    return found


async def longest_hold(address: str) -> float:
    """The longest time, in seconds, for which 200 calls of a new client let nothing else run."""
    gaps = [0.0]

    async def watch() -> None:
        while True:
            began = perf_counter()
            await asyncio.sleep(0)
            gaps.append(perf_counter() - began)

    async with AsyncxR2Client("k", base_url=address) as client:
        watcher = asyncio.create_task(watch())
        await asyncio.sleep(0)
        for _ in range(200):
            prompt = (await client.get_prompt(slug="welcome")).unwrap()
            prompt.render({"customer_name": "Alice"})
        watcher.cancel()
    return max(gaps)


async def seconds_in_turn(calls: Mapping[str, Callable[[], Awaitable[object]]], many: int, rounds: int) -> Samples:
    """The seconds a call of each, in alternating rounds, with so many in flight."""
    found: Samples = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            found[name].append(await seconds(partial(call), many, max(200, many * 4)))
    return found


async def seconds(call: Callable[[], Awaitable[object]], many: int, count: int) -> float:
    """The seconds that end a call, of `count` calls with `many` in flight."""
    left = iter(range(count))

    async def worker() -> None:
        for _ in left:
            await call()

    began = perf_counter()
    await asyncio.gather(*(worker() for _ in range(many)))
    return (perf_counter() - began) / count
