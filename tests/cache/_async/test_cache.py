"""Proves what the fetch engine keeps, for how long, and what it asks the platform for: every count is taken at the server."""

from __future__ import annotations

import gc
import json
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from promptport import AsyncClient, CallError, ClosedError, NotFound, Prompt
from promptport.cache.envelope import cache_key
from promptport.platform import Query
from promptport.testing import Platform

from ...client.aio import at_once, until
from ...client.conftest import Clock
from ...client.known import XR2, Known


def opened(known: Known, platform: Platform, **more: Any) -> AsyncClient:
    """A client that keeps copies in memory alone, and repeats nothing."""
    return AsyncClient(known.name, **known.settings(platform, **{"disk": False, "retries": 0, **more}))


async def settled(client: AsyncClient) -> None:
    """Wait until nothing is being fetched anew."""
    await until(lambda: not client._cache.state.refreshing)


def said(prompt: Prompt) -> tuple[str, str]:
    """Where a prompt came from, and what it says."""
    return prompt.origin.source, prompt.messages[-1].content  # type: ignore[return-value] # the prompts here are texts


async def test_a_label_is_served_stale_while_it_is_fetched_anew(known: Known, platform: Platform, clock: Clock) -> None:
    """Fresh for `ttl`, then one request however many ask, then new; nobody waits."""
    known.put(platform, "p", "one")
    async with opened(known, platform, ttl=60) as client:
        assert said(await client.get("p")) == ("network", "one")
        known.put(platform, "p", "one", "two")
        clock.ahead += 53  # a tenth less than ttl
        assert said(await client.get("p")) == ("cache", "one")
        assert known.fetches(platform) == 1
        clock.ahead += 14
        platform.script(known.name, {"delay": 0.2, "operation": known.operation})

        seen = await at_once(*[lambda: client.get("p")] * 16)

        assert {said(each) for each in seen} == {("stale", "one")}
        assert all(each.origin.age >= 0 for each in seen)
        await settled(client)
        assert said(await client.get("p")) == ("cache", "two")
        assert known.fetches(platform) == 2


async def test_what_is_too_old_is_waited_for(known: Known, platform: Platform, clock: Clock) -> None:
    """After `ttl` and `stale` a copy is for outages alone."""
    known.put(platform, "p", "one")
    async with opened(known, platform, ttl=60, stale=60) as client:
        await client.get("p")
        known.put(platform, "p", "one", "two")
        clock.ahead += 130
        assert said(await client.get("p")) == ("network", "two")
        known.fail(platform, status=503)
        clock.ahead += 130
        assert said(await client.get("p")) == ("stale", "two")
        platform.reset()


async def test_ages_are_spread(platform: Platform, clock: Clock) -> None:
    """Copies that came together do not all run out together."""
    for at in range(30):
        XR2.put(platform, f"p{at}", "x")
    async with opened(XR2, platform, ttl=60) as client:
        for at in range(30):
            await client.get(f"p{at}")
        clock.ahead += 60
        sources = {(await client.get(f"p{at}")).origin.source for at in range(30)}

        assert sources == {"cache", "stale"}
        await settled(client)


async def test_a_prompt_that_is_gone_is_dropped(known: Known, platform: Platform, clock: Clock) -> None:
    """A 404 of a refresh takes the copy away; that there is nothing is remembered briefly, and then asked again."""
    known.put(platform, "p", "one")
    async with opened(known, platform, ttl=60) as client:
        await client.get("p")
        known.put(platform, "p")
        clock.ahead += 70
        assert said(await client.get("p")) == ("stale", "one")
        await settled(client)
        for _ in range(5):
            with pytest.raises(NotFound, match="p"):
                await client.get("p")
        assert known.fetches(platform) == 2
        known.put(platform, "p", "new")
        clock.ahead += 6
        assert said(await client.get("p")) == ("network", "new")


async def test_only_the_platform_can_say_that_a_prompt_is_gone(known: Known, platform: Platform, clock: Clock) -> None:
    """The 404 of whatever else answers at the address, such as a proxy, is a failure, and costs no copy."""
    known.put(platform, "p", "one")
    async with opened(known, platform, ttl=60, stale=0) as client:
        await client.get("p")
        for answer in ({"json": {"detail": "Not Found"}}, {"body": "<html>no such host</html>"}):
            platform.script(
                known.name, {"status": 404, "operation": known.operation, **answer}, {"status": 404, **answer}
            )
            clock.ahead += 170
            assert said(await client.get("p")) == ("stale", "one")
            with pytest.raises(CallError) as caught:
                await client.get("q")
            assert caught.value.status_code == 404
        known.fail(platform, status=503)
        assert said(await client.get("p")) == ("stale", "one")
        platform.reset()


async def test_a_pinned_version_costs_one_request(known: Known, platform: Platform, clock: Clock) -> None:
    """A version that was asked for by number or id never changes."""
    async with opened(known, platform) as client:
        for _ in range(10):
            assert (await client.get("welcome", version=known.version)).origin.source in ("network", "cache")
            clock.ahead += 1e6
    assert known.fetches(platform) == 1


async def test_selectors_are_kept_apart(known: Known, platform: Platform) -> None:
    """A version, a label and what is in production are three questions."""
    known.put(platform, "p", "one")
    version = 1 if known is XR2 else "v1"
    async with opened(known, platform) as client:
        for _ in range(2):
            assert said(await client.get("p"))[1] == "one"
            assert said(await client.get("p", version=version))[1] == "one"
            assert said(await client.get("p", label="production"))[1] == "one"
        for odd in (True, 1.0, [1]):
            with pytest.raises(ValueError, match="A version is a number or an id"):
                await client.get("p", version=odd)  # type: ignore[arg-type]
    assert known.fetches(platform) == 3


async def test_memory_is_bounded(platform: Platform) -> None:
    """What nobody asked for again goes first; what is used stays; what does not fit is served and not kept."""
    for at in range(20):
        XR2.put(platform, f"p{at}", "x" * 20_000)
    XR2.put(platform, "huge", "x" * 300_000)
    async with opened(XR2, platform) as client:
        client._cache.state.memory._most = 200_000
        for at in range(20):
            await client.get(f"p{at}")
            await client.get("p0")
        await client.get("huge")
        memory = client._cache.state.memory

        assert len(memory) == 8
        assert sum(each.size for each in memory.copies.values()) <= 200_000
        before = XR2.fetches(platform)
        assert (await client.get("p0")).origin.source == "cache"
        assert (await client.get("p1")).origin.source == "network"
        assert (await client.get("huge")).origin.source == "network"
        assert XR2.fetches(platform) == before + 2


async def test_names_that_fail_do_not_pile_up(platform: Platform) -> None:
    """What is remembered of names that do not exist, or can't be had, is bounded, and holds no call in memory."""
    async with opened(XR2, platform) as client:
        with pytest.raises(NotFound):
            await client.get("nope")
        ((_, error),) = client._cache.state.missing.values()
        assert error.__traceback__ is None
        assert error.__cause__ is None
        for at in range(10_100):
            client._cache.state.failures.add(Query(f"n{at}"), CallError("down"))
        assert len(client._cache.state.failures) <= 10_001


@pytest.mark.parametrize("disk", [True, False])
async def test_clear_cache_asks_anew(known: Known, platform: Platform, disk: bool) -> None:
    """After `clear_cache` the next call asks the platform; in an outage the copy on disk still answers."""
    known.put(platform, "p", "one")
    async with opened(known, platform, disk=disk) as client:
        await client.get("p")
        known.put(platform, "p", "one", "two")
        await client.clear_cache()
        assert said(await client.get("p")) == ("network", "two")
        await client.clear_cache()
        known.fail(platform, status=503)
        if disk:
            assert said(await client.get("p")) == ("disk", "two")
        else:
            with pytest.raises(CallError):
                await client.get("p")
        platform.reset()


async def test_what_was_asked_before_a_clear_is_not_kept(known: Known, platform: Platform) -> None:
    """An answer that was under way when everything was forgotten is answered, and forgotten too."""
    known.put(platform, "p", "one")
    async with opened(known, platform) as client:
        platform.script(known.name, {"delay": 0.3, "operation": known.operation})

        async def clear() -> None:
            await until(lambda: known.fetches(platform) == 1)
            await client.clear_cache()

        await at_once(lambda: client.get("p"), clear)
        assert said(await client.get("p")) == ("network", "one")
    assert known.fetches(platform) == 2


async def test_with_options_shares_copies(known: Known, platform: Platform, clock: Clock) -> None:
    """A client with other options answers from the same copies, forgets them with the other, and closes with it."""
    known.put(platform, "p", "one")
    client = opened(known, platform)
    other = client.with_options(headers={"X-Team": "a"}).with_options(retries=1)
    await client.get("p")
    assert said(await other.get("p")) == ("cache", "one")
    known.put(platform, "p", "one", "two")
    await other.clear_cache()
    assert said(await other.get("p")) == ("network", "two")
    assert said(await client.get("p")) == ("cache", "two")
    assert platform.requests[-1].header("x-team") == "a"
    platform.script(known.name, {"status": 503, "operation": known.operation})
    clock.ahead += 1000
    assert said(await other.get("p")) == ("network", "two")  # repeated once, as it was told to

    third = client.with_options()
    await third.aclose()
    with pytest.raises(ClosedError):
        await third.get("p")
    assert said(await client.get("p"))[1] == "two"
    await client.aclose()
    await client.aclose()
    for each in (client, other, client.with_options()):
        with pytest.raises(ClosedError, match="closed"):
            await each.get("p")
        with pytest.raises(ClosedError, match="closed"):
            await each.list()


async def test_options_of_a_client_close_with_it(known: Known, platform: Platform) -> None:
    """A client with a timeout or retries of its own closes the connections that it opened."""
    client = opened(known, platform, timeout=3, retries=2)
    await client.get("welcome")
    await client.aclose()
    with pytest.raises(ClosedError):
        await client._opened.fetch(Query("welcome"), 1)


async def test_forgotten_clients(known: Known, platform: Platform) -> None:
    """A client that was used and never closed is a warning."""
    client = opened(known, platform)
    await client.get("welcome")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        del client
        gc.collect()
    assert f"unclosed client of {known.name}" in " ".join(str(each.message) for each in caught)


async def test_disk_outlives_the_client(known: Known, platform: Platform, clock: Clock, cache_folder: Path) -> None:
    """The next client answers from disk without a request, and in an outage for as long as it takes."""
    known.put(platform, "p", "one")
    async with opened(known, platform, disk=True) as client:
        await client.get("p")
    async with opened(known, platform, disk=True) as client:
        assert said(await client.get("p")) == ("disk", "one")
        assert known.fetches(platform) == 1
    async with opened(known, platform, disk=cache_folder / "other") as client:
        assert said(await client.get("p")) == ("network", "one")
    known.fail(platform, status=503)
    async with opened(known, platform, disk=True, ttl=0, stale=0) as client:
        assert said(await client.get("p")) == ("disk", "one")
    platform.reset()


async def test_another_account_shares_nothing(known: Known, platform: Platform) -> None:
    """A copy on disk belongs to the address and the key that it was fetched with."""
    async with opened(known, platform, disk=True) as client:
        await client.get("welcome")
    settings = known.settings(platform, disk=True, retries=0, api_key="another_key")
    async with AsyncClient(known.name, **settings) as client:
        with pytest.raises(CallError) as caught:
            await client.get("welcome")
    assert caught.value.status_code in (401, 403)


async def test_a_claim_that_is_never_given_back(platform: Platform) -> None:
    """A process that stopped while it fetched costs another one time, and not its answer."""
    async with opened(XR2, platform, disk=True, deadline=0.6) as client, opened(XR2, platform, disk=True) as stuck:
        assert stuck._store is not None
        claim = await stuck._store.claim(cache_key(stuck.platform, Query("welcome")), 60)
        assert claim is not None
        assert (await client.get("welcome")).origin.source == "network"
        await stuck._store.release(claim)


async def test_odd_texts_are_kept(platform: Platform) -> None:
    """Half of a surrogate pair, which JSON can hold and UTF-8 can't, is kept like everything else."""
    answer = {
        "slug": "p", "version_number": 1, "status": "production", "trace_id": "t", "user_prompt": "a\ud800b\x00\u2028{x}",
        "variables": [{"name": "x", "type": "string", "required": True, "default": None}],
        "model_config": {"nan": [1.5, None, {"a": True}]},
    }  # fmt: skip
    platform.script("xr2", {"status": 200, "body": json.dumps(answer)})
    async with opened(XR2, platform, disk=True) as client:
        fetched = (await client.get("p")).fetched
    async with opened(XR2, platform, disk=True) as client:
        prompt = await client.get("p")
    assert prompt.origin.source == "disk"
    assert prompt.fetched == fetched._replace(trace=None)
    assert prompt.render(x="1").text == "a\ud800b\x00\u20281"


async def test_what_is_kept_can_not_be_changed(platform: Platform) -> None:
    """What is kept can't be changed through what was answered."""
    XR2.put(platform, "p", "Hello {{x}}", declared=("x",))
    async with opened(XR2, platform) as client:
        prompt = await client.get("p")
        rendered = prompt.render(x="1")
        rendered.to_openai()[0]["role"] = "system"
        prompt.config["a"] = 1
        prompt.messages[0].more["a"] = 1  # type: ignore[index] # who does so gets what is theirs alone
        with pytest.raises(AttributeError):
            prompt.given = {}  # type: ignore[misc]
        assert prompt.render(x="2").to_openai() == [{"role": "user", "content": "Hello 2"}]
        assert (await client.get("p")).config == {}


class Slow:
    """A store that holds nothing, and in which the first look takes so long that another caller asks meanwhile."""

    client: AsyncClient

    def __init__(self, name: str) -> None:
        self._name, self._looked = name, False

    async def read(self, key: str) -> bytes | None:
        if not self._looked:
            self._looked = True
            with suppress(NotFound):
                await self.client.get(self._name)
        return None

    async def write(self, key: str, envelope: bytes) -> None: ...

    async def drop(self, key: str) -> None: ...

    async def claim(self, key: str, seconds: float) -> object | None:
        return self

    async def release(self, claim: object) -> None: ...

    async def aclose(self) -> None: ...


@pytest.mark.parametrize("name", ["p", "nope"])
async def test_who_comes_just_after_an_answer_asks_no_more(known: Known, platform: Platform, name: str) -> None:
    """D1: who looked before another's answer came, and asks after it, takes that answer; what there is none of as well."""
    known.put(platform, "p", "one")
    store = Slow(name)
    async with opened(known, platform, disk=True, store=store) as client:
        store.client = client
        if name == "p":
            assert said(await client.get(name)) == ("cache", "one")
        else:
            with pytest.raises(NotFound):
                await client.get(name)
        assert known.fetches(platform) == 1


async def test_nobody_waits_for_an_answer_from_before_a_write(platform: Platform, clock: Clock) -> None:
    """Whoever asks once a prompt was written asks anew, though the same question is under way, whose answer is not kept."""
    async with opened(XR2, platform, ttl=3600.0) as client:
        platform.script("xr2", {"operation": "get_prompt", "delay": 0.5})

        async def later() -> Prompt:
            await until(lambda: platform.requests)
            await client._cache.overwrite("welcome", (), False)
            return await client.get("welcome")

        older, newer = await at_once(lambda: client.get("welcome"), later)
        assert [each.origin.source for each in (older, newer)] == ["network", "network"]
        assert (await client.get("welcome")).origin.source == "cache"
    assert len(platform.requests) == 2
