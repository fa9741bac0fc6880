"""F3: a cached get, beside scope_client's published figure, by way of a yardstick that both were measured with.

scope_client is not on PyPI, so it can't run here. The study of this project's techniques measured it (version 0.2.0, CPython
3.11) beside the least that a cached get can be: a dict look-up by name and selector, and a comparison with the clock. That took
0.20 µs, and 0.18 of what scope_client's `get_prompt_version` took. Ratios carry over to another machine, times do not: the same
least is measured here, and its 0.18th part stands for scope_client.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from time import monotonic, perf_counter

import httpx

from promptport.cache.memory import Copy
from promptport.scope import ApiKeyCredentials, AsyncScopeClient, PromptVersion, ScopeClient

from .measure import OURS, Row, beside, few, in_turn, over

SCOPE = "scope_client, as published"
PUBLISHED = 0.18  # the least, as a part of scope_client's cached get
WHO = ApiKeyCredentials("my-org", "key_abc123", "secret_xyz")
VERSION = {
    "id": "v", "prompt_id": "p", "version_number": 1, "content": "Good {{time_of_day}}, {{name}}!",
    "variables": ["name", "time_of_day"], "metadata": {"model": "gpt-4"},
}  # fmt: skip


def answer(request: httpx.Request) -> httpx.Response:
    """A token, then a version."""
    token = {"access_token": "t", "expires_in": 3600}
    return httpx.Response(200, json=token if request.method == "POST" else VERSION)


def rows(share: float) -> Iterator[Row]:
    """Measure a hit of both clients, and a hit that is rendered; a share of the rounds."""
    with ScopeClient(WHO, transport=httpx.MockTransport(answer)) as client:
        kept = client.get_prompt_version("greeting")
        entries: dict[tuple[str, str | None, str | None], Copy[PromptVersion]] = {
            ("greeting", None, None): Copy(kept, monotonic(), monotonic() + 1e6, 1)
        }

        def least(name: str, version: str | None = None, label: str | None = None) -> PromptVersion | None:
            entry = entries.get((name, version, label))
            return entry.value if entry is not None and monotonic() < entry.until else None

        assert client.get_prompt_version("greeting") is kept is least("greeting")
        calls = {
            "hit": lambda: client.get_prompt_version("greeting"),
            "least": lambda: least("greeting"),
            "rendered": lambda: client.get_prompt_version("greeting").render(name="Alice", time_of_day="morning"),
        }
        found = in_turn(calls, few(501, share))
    found[SCOPE] = [each / PUBLISHED for each in found["least"]]
    what = "cached get_prompt_version"
    yield from beside("F3", what, over(found, {OURS: "hit", SCOPE: SCOPE}), {SCOPE: 0.3})
    yield from beside("F3", f"{what}, rendered", over(found, {OURS: "rendered", "the cached get alone": "hit"}))
    awaited = asyncio.run(hit(few(15, share)))
    blocking = found["hit"][: len(awaited)]
    yield from beside("F3", f"{what}, asyncio", {OURS: awaited, "blocking": blocking})


async def hit(rounds: int, count: int = 20_000) -> list[float]:
    """Seconds of an awaited hit, in each of some rounds."""
    async with AsyncScopeClient(WHO, transport=httpx.MockTransport(answer)) as client:
        await client.get_prompt_version("greeting")
        found = []
        for _ in range(rounds):
            began = perf_counter()
            for _ in range(count):
                await client.get_prompt_version("greeting")
            found.append((perf_counter() - began) / count)
    return found
