"""Proves that copies of a local platform never outlive it, wherever they lie: the next one at its port is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import AsyncClient, CallError, NotFound
from promptport.cache.disk import AsyncDisk
from promptport.cache.redis import AsyncRedisStore
from promptport.testing import FaultProxy, Platform

from ...client.conftest import Clock
from ..servers import RedisServer

KEY = "YOUR_PRODUCT_API_KEY"


def serving(text: str, port: int = 0) -> Platform:
    """A local platform that holds a prompt of this text."""
    version = {"messages": [{"role": "user", "content": text}]}
    return Platform(port=port, prompts=[{"name": "p", "versions": [version]}])


def opened(port: int, folder: Path | None = None, store: AsyncRedisStore | None = None) -> AsyncClient:
    """A client of whatever listens on a port."""
    where = {"disk": str(folder)} if folder is not None else {"disk": False, "store": store}
    return AsyncClient("xr2", api_key=KEY, base_url=f"http://127.0.0.1:{port}/xr2", ttl=60, retries=1, **where)


async def got(client: AsyncClient) -> tuple[str, str]:
    """What a prompt says, and where it came from."""
    prompt = await client.get("p")
    return str(prompt.messages[0].content), prompt.origin.source


async def test_an_edited_prompt_after_a_restart(tmp_path: Path) -> None:
    """A client of the next process sees the new text at once; one that lives through the restart as well."""
    with serving("old") as platform:
        port = platform.port
        async with opened(port, tmp_path / "c") as one:
            assert await got(one) == ("old", "network")
            async with opened(port, tmp_path / "c") as other:
                assert await got(other) == ("old", "disk")
                assert len(platform.requests) == 1
                with pytest.raises(NotFound):
                    await one.get("q")
            platform.stop()
            with serving("new", port) as next_one:
                next_one.backend("xr2").add_prompt("q", [{"user_prompt": "there is one now"}])
                assert (await one.get("q")).messages[0].content == "there is one now"
                assert await got(one) == ("new", "network")
                assert await got(one) == ("new", "cache")
                async with opened(port, tmp_path / "c") as other:
                    assert await got(other) == ("new", "disk")
                    await other.get("welcome")
                assert len(next_one.requests) == 3
                assert len(list((tmp_path / "c").iterdir())) == 3  # what the first one gave is cleared away


async def test_copies_in_redis(redis_server: RedisServer) -> None:
    """They are as little the next platform's, and go soon: nobody asks for them again."""
    store = AsyncRedisStore(redis_server.url)
    with serving("old") as platform:
        port = platform.port
        async with opened(port, store=store) as client:
            await got(client)
    ((name, _),) = redis_server.held().items()
    with redis_server.client() as redis:
        assert int(redis.ttl(name)) <= 86_400
    with serving("new", port) as platform:
        async with opened(port, store=store) as client:
            assert await got(client) == ("new", "network")
    await store.aclose()


async def test_an_ended_platform(tmp_path: Path, clock: Clock) -> None:
    """Its copies answer in an outage, as those of any platform: they are asked about first, however young they are."""
    with serving("old") as platform:
        port = platform.port
        async with opened(port, tmp_path / "c") as client:
            await got(client)
    async with opened(port, tmp_path / "c") as client:
        assert await got(client) == ("old", "disk")
        assert client.health()["platform"]["state"] == "failing"
        with pytest.raises(CallError):
            await client.get("never fetched")


class Unnamed:
    """What a server says of itself that is none of ours."""

    def __init__(self, port: int) -> None:
        self.port = port

    def end(self) -> None:
        """Say nothing."""


def proxy_at(platform: Platform, port: int) -> FaultProxy:
    """A proxy before a platform, on a port."""
    proxy = FaultProxy(platform.url())
    proxy._port = port
    return proxy


async def test_another_server_at_the_port_of_an_ended_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an ended platform gave is not taken for its own; and its own copies are kept and fresh as ever."""
    with serving("old") as platform:
        port = platform.port
        async with opened(port, tmp_path / "c") as client:
            await got(client)
    monkeypatch.setattr("promptport.testing.proxy.Identity", Unnamed)
    with serving("other") as behind, proxy_at(behind, port):
        for source in ("network", "disk"):
            async with opened(port, tmp_path / "c") as client:
                assert await got(client) == ("other", source)
        assert len(behind.requests) == 1


async def test_a_proxy_is_a_platform_of_its_own(tmp_path: Path) -> None:
    """The next one at its port, before another platform, is another."""
    port = 0
    for text in ("old", "new"):
        with serving(text) as platform, proxy_at(platform, port) as proxy:
            port = proxy._port
            async with opened(port, tmp_path / "c") as client:
                assert await got(client) == (text, "network")


async def test_local_in_the_process(cache_folder: Path) -> None:
    """Each has copies of its own, however often a port comes again."""
    seen = set()
    for _ in range(2):
        async with AsyncClient("local:xr2", store=AsyncDisk(cache_folder)) as client:
            await client.get("welcome")
            assert client.platform.instance
            seen.add(client.platform.instance)
    assert len(seen) == 2
