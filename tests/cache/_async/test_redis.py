"""Proves what copies in Redis do, against a real server: records, claims, outages, secrets, and what was tampered with."""

from __future__ import annotations

import logging
import socket
import time
from threading import Thread
from typing import Any

import pytest

from promptport import AsyncClient, CallError
from promptport.cache.envelope import cache_key, mac_key, pack, packed, shown_account
from promptport.cache.grants import Grant
from promptport.cache.largest import LARGEST
from promptport.cache.redis import AsyncRedisStore
from promptport.concurrency.single_flight.aio import pause
from promptport.errors import ConfigurationError
from promptport.platform import Fetched, Query, Traits
from promptport.testing import Fault, FaultProxy, Platform

from ..conftest import Clock
from ..servers import PASSWORD, RedisServer

KEY = "YOUR_PRODUCT_API_KEY"
HERE, THERE = "a" * 40, "b" * 40


def opened(platform: Platform, store: AsyncRedisStore, **more: Any) -> AsyncClient:
    """A client that keeps copies in Redis, and repeats nothing."""
    settings = {"api_key": KEY, "base_url": platform.url("xr2"), "retries": 0, **more}
    return AsyncClient("xr2", store=store, **settings)


async def answers(store: AsyncRedisStore) -> None:
    """Wait until a store uses its server again."""
    for _ in range(500):
        await store.write(HERE, b"again")
        if await store.read(HERE) == b"again":
            return
        await pause(0.01)
    raise TimeoutError


async def test_records(redis_server: RedisServer) -> None:
    """They are read, replaced and dropped under a prefix, and go only after a long time, which each use begins anew."""
    store = AsyncRedisStore(redis_server.url, prefix="mine", keep=100)
    assert await store.read(HERE) is None
    await store.write(HERE, b"\x00one\xff")
    await store.write(THERE, b"other")
    await store.write(HERE, b"\x00two\xff")
    assert await store.read(HERE) == b"\x00two\xff"

    assert set(redis_server.held()) == {f"mine:{HERE}".encode(), f"mine:{THERE}".encode()}
    with redis_server.client() as client:
        assert 90_000 < int(client.pttl(f"mine:{THERE}")) <= 100_000
        client.pexpire(f"mine:{HERE}", 5000)
        await store.read(HERE)
        assert 90_000 < int(client.pttl(f"mine:{HERE}")) <= 100_000
    await store.drop(HERE)
    assert await store.read(HERE) is None
    assert await store.read(THERE) == b"other"
    await store.aclose()


async def test_the_copies_of_one_prompt(redis_server: RedisServer) -> None:
    """They go, whatever they were asked for by; those of another prompt or account stay, and what is none."""
    store, mine = AsyncRedisStore(redis_server.url, prefix="mine", secret="s" * 16), Traits("xr2", "memory", "me")
    stay, gone = set[bytes](), set[bytes]()
    for account in ("me", "you"):
        for query in (Query("p"), *(Query("p", number) for number in range(150)), Query("q")):
            traits = mine._replace(account=account)
            key = cache_key(traits, query)
            await store.write(key, packed(traits, query, Fetched(query.name, ()), 1.0, Grant("c")))
            (gone if (account, query.name) == ("me", "p") else stay).add(f"mine:{key}".encode())
    with redis_server.client() as client:
        client.set("mine:other", "text")
        client.lpush(f"mine:{HERE}", "a list")
    await store.drop_named("xr2", shown_account(mine), "p")
    with redis_server.client() as client:
        assert client.llen(f"mine:{HERE}") == 1
        client.delete(f"mine:{HERE}")
    assert set(redis_server.held()) == {*stay, b"mine:other"}
    assert len(gone) == 151
    await store.aclose()


async def test_three_months_by_default(redis_server: RedisServer) -> None:
    """What is kept is the last known good: it outlives every outage."""
    store = AsyncRedisStore(redis_server.url)
    await store.write(HERE, b"x")
    with redis_server.client() as client:
        assert int(client.ttl(f"promptport:{HERE}")) > 89 * 86_400
    await store.aclose()


async def test_claims(redis_server: RedisServer) -> None:
    """One has it at a time; only whoever has it gives it back."""
    one, other = AsyncRedisStore(redis_server.url), AsyncRedisStore(redis_server.url)
    claim = await one.claim(HERE, 60)
    assert claim is not None
    assert await other.claim(HERE, 60) is None
    assert await one.claim(HERE, 60) is None
    assert await other.claim(THERE, 60) is not None
    await one.release(claim)
    second = await other.claim(HERE, 60)
    assert second is not None

    await one.release(claim)
    assert await one.claim(HERE, 60) is None
    await other.release(second)
    assert await one.claim(HERE, 60) is not None
    await one.aclose()
    await other.aclose()


async def test_claims_of_the_dead(redis_server: RedisServer) -> None:
    """A claim ends by itself, and its late holder takes nothing from the next."""
    one, other = AsyncRedisStore(redis_server.url), AsyncRedisStore(redis_server.url)
    claim = await one.claim(HERE, 0.05)
    assert claim is not None
    second = None
    while second is None:
        await pause(0.005)
        second = await other.claim(HERE, 60)
    await one.release(claim)
    assert await one.claim(HERE, 60) is None
    await one.aclose()
    await other.aclose()


FAULTS = {
    "refused": Fault("refuse"),
    "reset": Fault("reset"),
    "hung": Fault("hang"),
    "hung within an answer": Fault("hang", after=3),
    "dribbling": Fault("dribble", seconds=0.2),
    "cut": Fault("cut", after=3),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("early", [True, False], ids=["before", "during"])
async def test_outages(
    redis_server: RedisServer,
    redis_clock: Clock,
    platform: Platform,
    caplog: pytest.LogCaptureFixture,
    fault: Fault,
    early: bool,
) -> None:
    """An outage costs one call a short time and no call its answer, is told once, and ends by itself."""
    caplog.set_level(logging.INFO, "promptport")
    with FaultProxy(redis_server.url) as proxy:
        store = AsyncRedisStore(redis_server.through(proxy.url), timeout=0.3)
        if not early:
            await store.write(HERE, b"again")
            assert await store.read(HERE) == b"again"
        proxy.fault = fault
        async with opened(platform, store) as client:
            assert (await client.get("welcome")).origin.source == "network"
            told = [each.message for each in caplog.records if "can't be reached" in each.message]
            met = proxy.connections
            for at in range(20):
                claim = await store.claim(f"{at}", 5)
                assert claim is not None
                await store.release(claim)
                assert (await client.get("welcome", version=1)).fetched.version == 1
                await client.clear_cache()
            assert proxy.connections == met
            assert len(platform.requests) == 21

            redis_clock.ahead += 2
            await store.read(HERE)  # looks, and does not wait for what it sees
            await pause(0.4)
            redis_clock.ahead += 2
            proxy.fault = Fault()
            redis_clock.ahead += 30
            await answers(store)
            assert (await client.get("welcome", version=1)).origin.source == "network"
            async with opened(platform, AsyncRedisStore(redis_server.url)) as other:
                assert (await other.get("welcome", version=1)).origin.source == "disk"
            assert len(platform.requests) == 22

    found = [each.message for each in caplog.records if "Redis at" in each.message]
    assert found == [*told, f"Redis at {proxy.url.removeprefix('http://')} is back"]
    assert len(told) == 1
    assert PASSWORD not in caplog.text


async def test_a_server_that_was_started_anew(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """Connections that broke meanwhile cost nothing."""
    store = AsyncRedisStore(redis_server.url)
    await store.write(HERE, b"one")
    redis_server.stop()
    redis_server.start()
    assert await store.read(HERE) is None
    await store.write(HERE, b"two")
    assert await store.read(HERE) == b"two"
    assert not caplog.records
    await store.aclose()


async def test_refusals(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """A user who may only read gets what is there; what is refused is told once, and holds up nobody."""
    store = AsyncRedisStore(redis_server.url)
    await store.write(HERE, b"one")
    with redis_server.client() as client:
        client.acl_setuser("reader", enabled=True, passwords=["+p"], keys=["*"], commands=["+getrange", "+ping"])
    reader = AsyncRedisStore(f"redis://reader:p@127.0.0.1:{redis_server.port}")
    for _ in range(3):
        assert await reader.read(HERE) == b"one"
        await reader.write(HERE, b"two")
        assert await reader.claim(HERE, 5) is not None
    assert await store.read(HERE) == b"one"
    assert [each.message.partition("refuses")[2] for each in caplog.records] == [
        " what is needed to share prompts: NoPermissionError"
    ]
    await store.aclose()
    await reader.aclose()


async def test_a_wrong_password(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """It is an outage like any other, and the log keeps it to itself."""
    store = AsyncRedisStore(redis_server.url.replace(PASSWORD, "planted-guess"))
    await store.write(HERE, b"one")
    assert await store.read(HERE) is None
    assert [each.levelname for each in caplog.records] == ["WARNING"]
    assert "planted-guess" not in caplog.text
    await store.aclose()


def echo(listener: socket.socket) -> None:
    """A server that repeats, in its errors, what it was sent."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            while data := connection.recv(65_536):
                words = data.replace(b"\r\n", b" ")
                connection.sendall(b"-ERR unknown command, with args beginning with: " + words + b"\r\n")


async def test_no_secret_is_told(caplog: pytest.LogCaptureFixture) -> None:
    """Neither representations nor logs nor errors show a password, whatever a server makes of it."""
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        Thread(target=echo, args=(listener,), daemon=True).start()
        port = listener.getsockname()[1]
        stores = [
            AsyncRedisStore(f"redis://user:{PASSWORD}@127.0.0.1:{port}/3"),
            AsyncRedisStore(f"redis://127.0.0.1:{port}?password={PASSWORD}&db=3"),
            AsyncRedisStore(f"redis://127.0.0.1:{port}/3", password=PASSWORD),
        ]
        for store in stores:
            assert repr(store) == f"<AsyncRedisStore 127.0.0.1:{port}/3>"
            await store.write(HERE, b"planted-record")
            await store.aclose()
        listener.shutdown(socket.SHUT_RDWR)
    assert "Redis at" in caplog.text
    assert PASSWORD not in caplog.text
    assert "planted-record" not in caplog.text

    for wrong in (f"http://:{PASSWORD}@host", f"redis://:pass/{PASSWORD}@host", "", None, f"redis://h:{PASSWORD}"):
        with pytest.raises(ConfigurationError) as caught:
            AsyncRedisStore(wrong)  # type: ignore[arg-type] # None is among them
        assert PASSWORD not in str(caught.value)
    with pytest.raises(ConfigurationError, match="`timeout`"):
        AsyncRedisStore("redis://h", timeout=0)
    with pytest.raises(ConfigurationError, match="`keep`"):
        AsyncRedisStore("redis://h", keep=0)


async def test_what_it_holds(redis_server: RedisServer, platform: Platform) -> None:
    """S2: templates; no key, value, rendered text or name of a prompt outside of a record."""
    text = "Planted template for {{customer}}"
    platform.backend("xr2").add_prompt("planted-name", [{"user_prompt": text, "variables": [{"name": "customer"}]}])
    store = AsyncRedisStore(redis_server.url)
    async with opened(platform, store) as client:
        rendered = (await client.get("planted-name")).render(customer="planted-value")
        assert rendered.text == "Planted template for planted-value"

    held = redis_server.held()
    (name,) = held
    assert name.decode() == f"promptport:{cache_key(client.platform, Query('planted-name'))}"
    assert b"Planted template" in held[name]
    for secret in (KEY, PASSWORD, "planted-value", platform.requests[0].body.decode(), client.platform.account):
        assert secret.encode() not in held[name] + name
    assert b"planted-name" not in name


async def test_what_was_tampered_with(redis_server: RedisServer, platform: Platform) -> None:
    """A record that was changed, cut off, moved or made by somebody else counts for nothing, and is fetched anew."""
    for name in ("p", "q"):
        platform.backend("xr2").add_prompt(name, [{"user_prompt": f"Text of {name}"}])
    async with opened(platform, AsyncRedisStore(redis_server.url)) as client:
        await client.get("p")
        await client.get("q")
    (mine, other) = (f"promptport:{cache_key(client.platform, Query(name))}".encode() for name in ("p", "q"))
    held = redis_server.held()
    good = held[mine]
    changed = good.replace(b"Text of p", b"Text of x")
    assert changed != good
    tampered: list[Any] = [
        changed,
        good[:-1],
        good[:40],
        b"",
        b"\n",
        b"\xff" * 300,
        good + b" ",
        held[other],
        {"a": "b"},
    ]
    for record in tampered:
        platform.reset()
        platform.backend("xr2").add_prompt("p", [{"user_prompt": "Text of p"}])
        with redis_server.client() as plain:
            plain.delete(mine)
            plain.hset(mine, mapping=record) if isinstance(record, dict) else plain.set(mine, record)
        async with opened(platform, AsyncRedisStore(redis_server.url)) as client:
            prompt = await client.get("p")
            assert (prompt.origin.source, prompt.messages[0].content) == ("network", "Text of p")
        assert len(platform.requests) == 1
        if not isinstance(record, dict):
            assert redis_server.held()[mine] != record


async def test_a_copy_that_is_too_large(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """It counts as none, whoever has put it there, which is told once; others are read as before."""
    store = AsyncRedisStore(redis_server.url, timeout=60)
    await store.write(THERE, b"other")
    with redis_server.client() as client:
        client.setrange(f"promptport:{HERE}", 50_000_000, b"x")
    for _ in range(3):
        assert await store.read(HERE) is None
        assert await store.read(THERE) == b"other"
    await store.write(THERE, bytes(LARGEST + 1))
    assert await store.read(THERE) == b"other"
    await store.write(HERE, b"small")
    assert await store.read(HERE) == b"small"
    await store.write(HERE, bytes(LARGEST))
    assert await store.read(HERE) == bytes(LARGEST)
    assert [each.message.partition(" has more")[0] for each in caplog.records] == [
        f"a copy in Redis at 127.0.0.1:{redis_server.port}/0"
    ]
    await store.aclose()


async def test_another_account(redis_server: RedisServer, platform: Platform) -> None:
    """Accounts that share a server share nothing else."""
    platform.backend("xr2").add_key("ANOTHER_KEY", user="bob")
    platform.backend("xr2").add_prompt("welcome", [{"user_prompt": "Bob's"}], owner="bob")
    async with opened(platform, AsyncRedisStore(redis_server.url)) as client:
        assert (await client.get("welcome")).origin.source == "network"
    async with opened(platform, AsyncRedisStore(redis_server.url), api_key="ANOTHER_KEY") as client:
        prompt = await client.get("welcome")
        assert (prompt.origin.source, prompt.messages[0].content) == ("network", "Bob's")
    async with opened(platform, AsyncRedisStore(redis_server.url), api_key="NOBODYS_KEY") as client:
        with pytest.raises(CallError) as caught:
            await client.get("welcome")
        assert caught.value.status_code == 401
    async with opened(platform, AsyncRedisStore(redis_server.url)) as client:
        assert (await client.get("welcome")).origin.source == "disk"
    assert len(redis_server.held()) == 2


async def test_sockets(redis_server: RedisServer) -> None:
    """A server is reached by its socket as well."""
    store = AsyncRedisStore(f"unix://{redis_server.socket}?db=2", password=PASSWORD)
    await store.write(HERE, b"one")
    assert await store.read(HERE) == b"one"
    assert repr(store) == f"<AsyncRedisStore {redis_server.socket}/2>"
    await store.aclose()


async def test_clients_that_share_a_store(redis_server: RedisServer, platform: Platform) -> None:
    """One store serves several clients; that one of them is closed harms no other."""
    store = AsyncRedisStore(redis_server.url)
    async with opened(platform, store) as one:
        async with opened(platform, store) as other:
            await other.get("welcome")
        assert (await one.get("welcome")).origin.source == "disk"


def forged(client: AsyncClient, name: str) -> bytes:
    """A copy as somebody makes it who writes to the server and has guessed what the account is called, but has no key."""
    traits = client.platform._replace(secret="")
    fetched = Fetched(name, ({"role": "user", "content": "forged"},))
    return pack(fetched, time.time(), mac_key(traits, Query(name)), "xr2", Grant(traits.credential))


@pytest.mark.parametrize("secret", [None, "planted-secret-of-all-machines"])
@pytest.mark.parametrize("named", [{}, {"account": "prod"}])
async def test_a_forged_copy_is_never_served(
    platform: Platform, redis_server: RedisServer, named: dict[str, str], secret: str | None
) -> None:
    """Whoever writes to the server may know the account's name, and what stands beside a copy; not the key, nor the secret."""
    store = AsyncRedisStore(redis_server.url, secret=secret)
    async with opened(platform, store, **named) as client:
        await client.get("welcome")
        (name,) = redis_server.held()
        with redis_server.client() as redis:
            redis.set(name, forged(client, "welcome"))
    async with opened(platform, store, **named) as client:
        prompt = await client.get("welcome")
        assert (prompt.origin.source, prompt.messages[-1].content != "forged") == ("network", True)
    platform.script("xr2", {"status": 503, "times": None})
    with redis_server.client() as redis:
        redis.set(name, forged(client, "welcome"))
    async with opened(platform, store, **named) as client:
        with pytest.raises(CallError):
            await client.get("welcome")
    platform.reset()
    await store.aclose()


@pytest.mark.parametrize(("secret", "source"), [(None, "network"), ("planted-secret-of-all-machines", "disk")])
async def test_a_named_account_after_a_change_of_keys(
    platform: Platform, redis_server: RedisServer, secret: str | None, source: str
) -> None:
    """Its copies in Redis outlive the change where the machines share a secret, and only there; those on disk always do."""
    platform.backend("xr2").add_key("another-product-key")
    store = AsyncRedisStore(redis_server.url, secret=secret)
    async with opened(platform, store, account="prod") as client:
        await client.get("welcome")
    async with opened(platform, store, account="prod", api_key="another-product-key") as client:
        assert (await client.get("welcome")).origin.source == source
    await store.aclose()
    assert all(b"planted-secret" not in each for each in redis_server.held().values())
