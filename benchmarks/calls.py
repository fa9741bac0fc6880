"""F1 and F2: the documented call with default settings, its answer used, against a server that answers the same bytes."""

from __future__ import annotations

import asyncio
import json
import socket
import statistics
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from time import perf_counter

import aiohttp
import httpx
from promptic_sdk import PrompticClient as TheirPromptic
from xr2_sdk.client import AsyncxR2Client as TheirAsync  # type: ignore[import-untyped]
from xr2_sdk.client import xR2Client as Theirs

from promptport.promptic import PrompticClient
from promptport.xr2 import AsyncxR2Client, xR2Client

from .measure import Row, in_turn
from .server import running

PATH = "/api/v1/get-prompt"
BODY = {"slug": "welcome", "source_name": "python_sdk"}
IN_FLIGHT = {1: 2.3, 20: 12.0, 100: 15.0}  # how many times bare httpx, by how many calls are in flight
ROUNDS = 7


def rows() -> Iterator[Row]:
    """Measure blocking calls, then asyncio calls."""
    with running() as address:
        yield from blocking(address)
        yield from asyncio.run(concurrent(address))
        # Other programs hold the processor too, hence the median.
        held = statistics.median(asyncio.run(longest_hold(address)) for _ in range(ROUNDS)) * 1e3
        yield Row("C6", "longest hold of the event loop", f"{held:.2f} ms", "from the first call on", held, 5.0)
    with running("promptic") as address:
        yield from of_promptic(address)


def blocking(address: str) -> Iterator[Row]:
    """F1: at most 0.65 of the time of `httpx.Client.post(...).json()`."""
    port = int(address.rpartition(":")[2])
    body = json.dumps(BODY).encode()
    head = (f"POST {PATH} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Length: {len(body)}", "", "")
    message = "\r\n".join(head).encode() + body
    theirs = Theirs("k", base_url=address)
    with (
        xR2Client("k", base_url=address) as client,
        httpx.Client() as bare,
        socket.create_connection(("127.0.0.1", port)) as raw,
    ):
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

        def through_socket() -> str:
            raw.sendall(message)
            answer = raw.recv(65_536)
            return str(json.loads(answer.partition(b"\r\n\r\n")[2])["system_prompt"])

        times = in_turn(
            {
                "ours": lambda: client.get_prompt(slug="welcome").unwrap().system_prompt,
                "httpx": lambda: bare.post(f"{address}{PATH}", json=BODY).json()["system_prompt"],
                "xr2-sdk": lambda: theirs.get_prompt(slug="welcome").data.system_prompt,
                "a raw socket": through_socket,
            },
            rounds=41,
            seconds=0.05,
        )
    theirs._session.close()
    ours = times.pop("ours")
    for name, time in times.items():
        bound = 0.65 if name == "httpx" else None
        yield Row("F1", "a blocking call", f"{ours * 1e6:.0f} µs", f"{name} {time * 1e6:.0f} µs", ours / time, bound)


def of_promptic(address: str) -> Iterator[Row]:
    """A blocking call of Promptic's client, beside the vendor's own, which answers the raw dict."""
    theirs = TheirPromptic(api_key="k", endpoint=address)
    with PrompticClient("k", endpoint=address) as client:
        calls: dict[str, Callable[[], object]] = {
            "ours": lambda: client.get_component("c")["name"],
            "theirs": lambda: theirs.get_component("c")["name"],
        }
        assert calls["ours"]() == calls["theirs"]()
        times = in_turn(calls, rounds=41, seconds=0.05)
    theirs.close()
    ours, other = times["ours"], times["theirs"]
    yield Row(
        "F1", "a blocking call of Promptic", f"{ours * 1e6:.0f} µs", f"promptic-sdk {other * 1e6:.0f} µs", ours / other
    )


async def concurrent(address: str) -> list[Row]:
    """F2: requests a second, as a multiple of bare httpx and of bare aiohttp."""
    url, found = f"{address}{PATH}", []
    client, theirs = AsyncxR2Client("k", base_url=address), TheirAsync("k", base_url=address)
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with client, httpx.AsyncClient(limits=limits, timeout=60) as bare, aiohttp.ClientSession() as session:

        async def through_ours() -> str | None:
            return (await client.get_prompt(slug="welcome")).unwrap().system_prompt

        async def through_httpx() -> str:
            return str((await bare.post(url, json=BODY)).json()["system_prompt"])

        async def through_aiohttp() -> str:
            async with session.post(url, json=BODY) as response:
                return str((await response.json())["system_prompt"])

        async def through_theirs() -> str:
            return str((await theirs.get_prompt(slug="welcome")).data.system_prompt)

        calls: dict[str, Callable[[], Awaitable[object]]] = {
            "ours": through_ours, "httpx": through_httpx, "xr2-sdk": through_theirs, "aiohttp": through_aiohttp,
        }  # fmt: skip
        for many, least in IN_FLIGHT.items():
            rates = await rate_in_turn(calls, many)
            ours = rates.pop("ours")
            for name, rate in rates.items():
                what = f"asyncio calls, {many} in flight"
                bound = {"httpx": 1 / least, "aiohttp": 2.0}.get(name)
                found.append(Row("F2", what, f"{ours:.0f}/s", f"{name} {rate:.0f}/s", rate / ours, bound))
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


async def rate_in_turn(calls: dict[str, Callable[[], Awaitable[object]]], many: int) -> dict[str, float]:
    """The median number of calls a second of each, in alternating rounds, with so many in flight."""
    found: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            found[name].append(await rate(partial(call), many, max(200, many * 4)))
    return {name: statistics.median(rates) for name, rates in found.items()}


async def rate(call: Callable[[], Awaitable[object]], many: int, count: int) -> float:
    """How many calls a second end, of `count` calls with `many` in flight."""
    left = iter(range(count))

    async def worker() -> None:
        for _ in left:
            await call()

    began = perf_counter()
    await asyncio.gather(*(worker() for _ in range(many)))
    return count / (perf_counter() - began)
