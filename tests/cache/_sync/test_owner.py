# Made from tests/cache/_async/test_owner.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that copies of a local platform never outlive it, wherever they lie: the next one at its port is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import Client, CallError, NotFound
from promptport.cache.disk import Disk
from promptport.cache.redis import RedisStore
from promptport.testing import FaultProxy, Platform

from ...client.conftest import Clock
from ..servers import RedisServer

KEY = "YOUR_PRODUCT_API_KEY"


def serving(text: str, port: int = 0) -> Platform:
    """A local platform that holds a prompt of this text."""
    version = {"messages": [{"role": "user", "content": text}]}
    return Platform(port=port, prompts=[{"name": "p", "versions": [version]}])


def opened(port: int, folder: Path | None = None, store: RedisStore | None = None) -> Client:
    """A client of whatever listens on a port."""
    where = {"disk": str(folder)} if folder is not None else {"disk": False, "store": store}
    return Client("xr2", api_key=KEY, base_url=f"http://127.0.0.1:{port}/xr2", ttl=60, retries=1, **where)


def got(client: Client) -> tuple[str, str]:
    """What a prompt says, and where it came from."""
    prompt = client.get("p")
    return str(prompt.messages[0].content), prompt.origin.source


def test_an_edited_prompt_after_a_restart(tmp_path: Path) -> None:
    """A client of the next process sees the new text at once; one that lives through the restart as well."""
    with serving("old") as platform:
        port = platform.port
        with opened(port, tmp_path / "c") as one:
            assert got(one) == ("old", "network")
            with opened(port, tmp_path / "c") as other:
                assert got(other) == ("old", "disk")
                assert len(platform.requests) == 1
                with pytest.raises(NotFound):
                    one.get("q")
            platform.stop()
            with serving("new", port) as next_one:
                next_one.backend("xr2").add_prompt("q", [{"user_prompt": "there is one now"}])
                assert (one.get("q")).messages[0].content == "there is one now"
                assert got(one) == ("new", "network")
                assert got(one) == ("new", "cache")
                with opened(port, tmp_path / "c") as other:
                    assert got(other) == ("new", "disk")
                    other.get("welcome")
                assert len(next_one.requests) == 3
                assert len(list((tmp_path / "c").iterdir())) == 3  # what the first one gave is cleared away


def test_copies_in_redis(redis_server: RedisServer) -> None:
    """They are as little the next platform's, and go soon: nobody asks for them again."""
    store = RedisStore(redis_server.url)
    with serving("old") as platform:
        port = platform.port
        with opened(port, store=store) as client:
            got(client)
    ((name, _),) = redis_server.held().items()
    with redis_server.client() as redis:
        assert int(redis.ttl(name)) <= 86_400
    with serving("new", port) as platform:
        with opened(port, store=store) as client:
            assert got(client) == ("new", "network")
    store.close()


def test_an_ended_platform(tmp_path: Path, clock: Clock) -> None:
    """Its copies answer in an outage, as those of any platform: they are asked about first, however young they are."""
    with serving("old") as platform:
        port = platform.port
        with opened(port, tmp_path / "c") as client:
            got(client)
    with opened(port, tmp_path / "c") as client:
        assert got(client) == ("old", "disk")
        assert client.health()["platform"]["state"] == "failing"
        with pytest.raises(CallError):
            client.get("never fetched")


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


def test_another_server_at_the_port_of_an_ended_platform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an ended platform gave is not taken for its own; and its own copies are kept and fresh as ever."""
    with serving("old") as platform:
        port = platform.port
        with opened(port, tmp_path / "c") as client:
            got(client)
    monkeypatch.setattr("promptport.testing.proxy.Identity", Unnamed)
    with serving("other") as behind, proxy_at(behind, port):
        for source in ("network", "disk"):
            with opened(port, tmp_path / "c") as client:
                assert got(client) == ("other", source)
        assert len(behind.requests) == 1


def test_a_proxy_is_a_platform_of_its_own(tmp_path: Path) -> None:
    """The next one at its port, before another platform, is another."""
    port = 0
    for text in ("old", "new"):
        with serving(text) as platform, proxy_at(platform, port) as proxy:
            port = proxy._port
            with opened(port, tmp_path / "c") as client:
                assert got(client) == (text, "network")


def test_local_in_the_process(cache_folder: Path) -> None:
    """Each has copies of its own, however often a port comes again."""
    seen = set()
    for _ in range(2):
        with Client("local:xr2", store=Disk(cache_folder)) as client:
            client.get("welcome")
            assert client.platform.instance
            seen.add(client.platform.instance)
    assert len(seen) == 2
