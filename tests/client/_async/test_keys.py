"""Proves that a function may answer a client's key: whose copies they are, what a rotation leaves, and what its failure costs."""

from __future__ import annotations

import logging
from threading import Event
from typing import Any

import pytest

from promptport import AsyncClient, CallError, ConfigurationError
from promptport.testing import Platform

from ...base.aio import FORMS
from ...base.keyed import Vault
from ...base.rooms import ROOMS
from ..aio import HALF, until
from ..conftest import Clock
from ..door import Door
from ..known import unhurried

FIRST, SECOND, THIRD = "first-key-0123", "second-key-0123", "third-key-0123"
BROKEN = RuntimeError("planted-vault-token is not good any more")


async def opened(door: Door, key: Any, **more: Any) -> AsyncClient:
    """A client behind a door, whose callers have time."""
    client = AsyncClient(door.room, **{"retries": 0, **door.settings(key, **more)})
    unhurried(client)
    return client


async def a_name(room: str, platform: Platform) -> str:
    """A prompt that a local platform holds."""
    async with await opened(Door(room, platform, FIRST), FIRST, disk=False) as client:
        return (await client.list())[0] if client.platform.lists else "welcome"


async def settle(client: AsyncClient) -> None:
    """Wait until nothing is fetched anew."""
    await until(lambda: not client._cache.state.refreshing)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("room", ROOMS)
async def test_a_warm_copy_of_the_right_account(room: str, form: str, platform: Platform) -> None:
    """It is served without asking the platform, once the function has told who asks; another key finds nothing."""
    door, name, more = Door(room, platform, FIRST, SECOND), await a_name(room, platform), {}
    if HALF == "_sync" and form != "plain":
        more = {"disk": False}
        if form == "awaited":
            with pytest.raises(ConfigurationError, match="a function whose answer is to be awaited"):
                await opened(door, FORMS[form](Vault(FIRST)), **more)
            return
        async with await opened(door, FORMS[form](Vault(FIRST)), **more) as client:
            with pytest.raises(ConfigurationError, match="a function whose answer is to be awaited"):
                await client.get(name)
        return
    async with await opened(door, FORMS[form](Vault(FIRST))) as client:
        assert client.platform.account == ""  # nobody was asked yet
        assert (await client.get(name)).origin.source == "network"
        assert (await client.get(name)).origin.source == "cache"
    before, vault = len(door.seen), Vault(FIRST)
    async with await opened(door, FORMS[form](vault)) as client:
        assert (await client.get(name)).origin.source == "disk"
        assert list(await client.prefetch([name])) == [name]
    assert (len(door.seen), vault.asked) == (before, 1)
    async with await opened(door, FORMS[form](Vault(SECOND))) as client:
        assert (await client.get(name)).origin.source == "network"
    assert door.seen[-1] == (SECOND, True)


@pytest.mark.parametrize("room", ROOMS)
async def test_after_a_401(room: str, platform: Platform) -> None:
    """The function is asked again, once; the other key is another account, and what comes is that account's."""
    door, name, vault = Door(room, platform, FIRST), await a_name(room, platform), Vault(FIRST, SECOND)
    async with await opened(door, vault) as client:
        await client.get(name)
        first = client.platform.account
        door.known = {SECOND}
        assert (await client.get(name)).origin.source == "cache"  # it is fresh
        assert (await client.get(name, refresh=True)).origin.source == "network"
        assert vault.asked == 2
        assert client.platform.account not in ("", first)
        assert (await client.get(name)).origin.source == "cache"
        before = len(door.seen)
        assert [key for key, _ in door.seen].count(SECOND) == len(
            [each for each in door.seen if each == (SECOND, True)]
        )
    async with await opened(door, SECOND) as client:
        assert (await client.get(name)).origin.source == "disk"
    assert len(door.seen) == before


@pytest.mark.parametrize("room", ROOMS)
async def test_an_answer_to_a_key_that_was_replaced_meanwhile(room: str, platform: Platform) -> None:
    """Its caller has it, and it is nobody's copy: neither in memory nor on disk, where it would be another account's."""
    name, vault = await a_name(room, platform), Vault(FIRST, SECOND)
    door = Door(room, platform, FIRST)
    async with await opened(door, vault) as client:
        await client.get(name)  # so that it is one request, where the platform knows ids

        async def rotate() -> None:
            door.known = {SECOND}
            assert (await client.get(name, refresh=True)).origin.source == "network"
            client._cache.state.memory.drop((name, None, None))  # so that nothing newer is in the way

        door.during = rotate
        assert (await client.get(name, refresh=True)).origin.source == "network"
        assert vault.asked == 2
        assert not client._cache.state.memory.copies
        assert (await client.get(name)).origin.source == "disk"  # which the other key was given
        grant = client._cache.state.memory.copies[(name, None, None)].grant
        assert grant.credential == client.platform.credential


@pytest.mark.parametrize("room", ROOMS)
async def test_a_stale_copy_is_fetched_anew_with_the_same_key(room: str, platform: Platform, clock: Clock) -> None:
    """Both variants of a client share what the function has answered."""
    door, name, vault = Door(room, platform, FIRST), await a_name(room, platform), Vault(FIRST, BROKEN)
    async with await opened(door, vault, disk=False) as client:
        await client.get(name)
        clock.ahead += 100
        before = len(door.seen)
        assert (await client.get(name)).origin.source == "stale"
        await settle(client)
        assert len(door.seen) > before
        assert set(door.seen) == {(FIRST, True)}
        assert (await client.get(name)).origin.source == "cache"
    assert vault.asked == 1


@pytest.mark.parametrize("room", ROOMS)
async def test_a_function_that_fails(
    room: str, platform: Platform, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """It is an outage: copies in memory and those of a named account answer, then fallbacks; an error of its kind says why."""
    door, name = Door(room, platform, FIRST), await a_name(room, platform)
    said = f"`{door.setting}` is a function, and it raised RuntimeError"
    caplog.set_level(logging.DEBUG, "promptport")
    async with await opened(door, Vault(FIRST, BROKEN)) as client:
        await client.get(name)
        clock.ahead += 2000
        door.known = set()
        for _ in range(20):
            assert (await client.get(name)).origin.source == "stale"
            clock.ahead += 31  # an account that is refused is asked no sooner
        (line,) = [each for each in caplog.records if each.levelno >= logging.WARNING]
        assert "refuses the account" in line.getMessage()
        assert said in line.getMessage()
    caplog.clear()
    vault = Vault(BROKEN)
    door.known = {FIRST}
    async with await opened(door, vault, disk=False) as client:
        for _ in range(20):
            assert (await client.get(name, fallback="Hi")).origin.source == "fallback"
        await settle(client)
        assert vault.asked <= 4  # a secret manager that is down is not asked by every call
        with pytest.raises(CallError, match=said) as caught:
            await client.get(name)
        assert (caught.value.kind, caught.value.status_code) == ("credential", 0)
        health = client.health()
        assert health["platform"]["state"] == "failing"
        assert [(each["source"], each["error"] and each["error"]["kind"]) for each in health["prompts"]] == [
            ("fallback", "credential")
        ]
    lines = [each.getMessage() for each in caplog.records if each.levelno >= logging.WARNING]
    assert sum("can't be asked" in each for each in lines) == 1
    assert "planted" not in caplog.text + repr(client) + str(health) + str(caught.value)
    assert FIRST not in caplog.text


async def test_a_function_that_hangs(platform: Platform) -> None:
    """It costs a caller with a fallback the short deadline once, and then nothing."""
    hold, asked = Event(), []

    def hang() -> str:
        asked.append(1)
        hold.wait(60)
        return FIRST

    try:
        async with AsyncClient(
            "xr2", deadline=0.3, disk=False, **Door("xr2", platform, FIRST).settings(hang)
        ) as client:
            for _ in range(10):
                assert (await client.get("welcome", fallback="Hi")).origin.source == "fallback"
            (prompt,) = client.health()["prompts"]
            assert prompt["error"] is not None
            assert prompt["error"]["kind"] == "credential"
            assert "did not answer within" in prompt["error"]["message"]
            assert len(asked) == 1
    finally:
        hold.set()


@pytest.mark.parametrize("room", ROOMS)
async def test_a_named_account_needs_no_key_in_an_outage(room: str, platform: Platform, clock: Clock) -> None:
    """Its copies on disk answer where the function fails, fresh or not."""
    door, name = Door(room, platform, FIRST), await a_name(room, platform)
    async with await opened(door, Vault(FIRST), account="prod") as client:
        await client.get(name)
    for ahead in (0, 100_000):
        clock.ahead = ahead
        async with await opened(door, Vault(BROKEN), account="prod", ttl=3600 if not ahead else 0) as client:
            assert (await client.get(name)).origin.source in ("disk", "stale")


async def test_a_token_of_promptic_may_be_a_function(platform: Platform) -> None:
    """As a key may; the workspace stays part of the account."""
    vault = Vault(FIRST)
    async with AsyncClient("promptic", access_token=vault, workspace_id="w", disk=False) as client:
        assert client.platform.account == ""
        assert "0123" not in repr(client)
    assert vault.asked == 0


async def test_what_a_function_was_made_with_is_not_shown() -> None:
    """Its own description may hold a secret: neither client nor settings show it."""

    class Held:
        def __repr__(self) -> str:
            return "planted"

        def __call__(self) -> str:
            return FIRST

    async with AsyncClient("xr2", api_key=Held(), disk=False) as client:
        assert "planted" not in repr(client._opening.settings)
