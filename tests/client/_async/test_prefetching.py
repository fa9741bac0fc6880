"""Proves what `prefetch` gets when a process starts: many prompts at once, within a time, and one error for all that failed."""

from __future__ import annotations

import pickle
from collections import Counter
from threading import active_count
from typing import Any

import pytest

from promptport import AsyncClient, CallError, NotFound, NotSupported, PrefetchError
from promptport.errors import ArgumentError, ClosedError
from promptport.platform import Fetched, Query, Registration, Traits
from promptport.testing import Platform

from ..aio import pause
from ..conftest import Clock
from ..known import Known, unhurried


class Slow:
    """A platform that takes a while for each prompt, and sees how many it is asked at once."""

    traits = Traits("slow", "memory")

    def __init__(self, place: str, seconds: float = 0.02) -> None:
        self.seconds, self.now, self.most = seconds, 0, 0
        self.asked: Counter[str] = Counter()
        self.deadlines: list[float] = []

    async def fetch(self, query: Query, deadline: float) -> Fetched:
        """Answer, after a while."""
        self.now += 1
        self.most = max(self.most, self.now)
        self.asked[query.name] += 1
        self.deadlines.append(deadline)
        try:
            await pause(min(self.seconds, deadline))
        finally:
            self.now -= 1
        if self.seconds > deadline:
            raise CallError("too slow", kind="timeout", platform="slow")
        return Fetched(query.name, [{"role": "user", "content": query.name}])

    def with_options(self, **options: Any) -> Any:
        """Itself."""
        return self

    async def aclose(self) -> None:
        """Do nothing."""


def client_of(source: Slow, **more: Any) -> AsyncClient:
    """A client of a platform."""
    return AsyncClient(Registration(lambda place: source, lambda place: source, settings=()), disk=False, **more)  # type: ignore[arg-type, return-value]


async def test_many_prompts(known: Known, platform: Platform) -> None:
    """One request each, and none for what is kept and fresh; the next process finds them on disk."""
    names = [f"p{at}" for at in range(20)]
    for name in names:
        known.put(platform, name, f"text of {name}")
    async with AsyncClient(known.name, **known.settings(platform)) as client:
        unhurried(client)
        await client.get("p0")
        prompts = await client.prefetch([*names, "p0"], deadline=60)
        assert list(prompts) == names
        assert {name: each.messages[-1].content for name, each in prompts.items()} == {
            name: f"text of {name}" for name in names
        }
        assert Counter(each.origin.source for each in prompts.values()) == {"network": 19, "cache": 1}
        assert known.fetches(platform) == 20
        assert (await client.get("p7")).origin.source == "cache"
    async with AsyncClient(known.name, **known.settings(platform)) as client:
        again = await client.prefetch(iter(names))
        assert {each.origin.source for each in again.values()} == {"disk"}
        assert await client.prefetch([]) == {}
    assert known.fetches(platform) == 20


async def test_what_failed_is_named_once(known: Known, platform: Platform, clock: Clock) -> None:
    """All that failed, by what went wrong; what could be had is there, and copies count."""
    for name in ("a", "b", "c"):
        known.put(platform, name, name)
    async with AsyncClient(known.name, **known.settings(platform, disk=False, retries=0)) as client:
        unhurried(client)
        await client.get("a")
        with pytest.raises(PrefetchError) as caught:
            await client.prefetch(["a", "gone", "lost", "b"], deadline=60)
        error = caught.value
        assert str(error).startswith("2 of 4 prompts could not be fetched. ")
        assert list(error.failed) == ["gone", "lost"]
        assert all(isinstance(each, NotFound) and each.__traceback__ is None for each in error.failed.values())
        assert {name: each.origin.source for name, each in error.prompts.items()} == {"a": "cache", "b": "network"}
        clock.ahead += 2000  # past `ttl` and `stale`
        known.fail(platform, status=503)
        with pytest.raises(PrefetchError) as caught:
            await client.prefetch(["a", "c"], deadline=60)
        assert {name: each.origin.source for name, each in caught.value.prompts.items()} == {"a": "stale"}
        failed = caught.value.failed["c"]
        assert isinstance(failed, CallError)
        assert failed.status_code == 503
        assert "c: " in str(caught.value)
        made = pickle.loads(pickle.dumps(caught.value))
        assert (str(made), list(made.failed), list(made.prompts)) == (str(caught.value), ["c"], ["a"])
        platform.reset()


async def test_an_outage_is_not_waited_for_by_each(platform: Platform, clock: Clock) -> None:
    """Once the platform as a whole is known to fail, the others are not asked for: a start takes no thousand waits."""
    source = Slow("", seconds=60.0)
    async with client_of(source, deadline=0.05) as client:
        with pytest.raises(PrefetchError, match="100 of 100 prompts") as caught:
            await client.prefetch([f"p{at}" for at in range(100)])
    assert len(source.asked) <= 24
    assert {each.kind for each in caught.value.failed.values() if isinstance(each, CallError)} == {"timeout"}


async def test_so_many_at_once() -> None:
    """The platform is asked eight questions at a time, and no thread outlives the call."""
    source, before = Slow(""), active_count()
    async with client_of(source) as client:
        assert len(await client.prefetch([f"p{at}" for at in range(40)], deadline=60)) == 40
    assert 2 <= source.most <= 8
    assert set(source.asked.values()) == {1}
    assert active_count() <= before + 1  # the one that all clients share


async def test_all_of_it_within_a_time() -> None:
    """What is not done by then has failed, and nothing is asked any more."""
    source = Slow("", seconds=0.2)
    async with client_of(source) as client:
        with pytest.raises(PrefetchError) as caught:
            await client.prefetch([f"p{at}" for at in range(200)], deadline=0.5)
        assert len(caught.value.prompts) + len(caught.value.failed) == 200
        assert max(source.deadlines) <= 0.5
        asked = len(source.asked)
        assert asked <= 40
        late = [each for each in caught.value.failed.values() if "no time left" in str(each)]
        assert len(late) >= 160
        assert {getattr(each, "platform", "") for each in late} == {source.traits.name}
        await pause(0.05)
        assert len(source.asked) == asked


async def test_labels(known: Known, platform: Platform) -> None:
    """A label is of each."""
    async with AsyncClient(known.name, **known.settings(platform, disk=False)) as client:
        (prompt,) = (await client.prefetch(["welcome"], label="production")).values()
        assert prompt.label == "production"
        with pytest.raises(NotSupported, match="prod"):
            await client.prefetch(["welcome"], label="prod")


@pytest.mark.parametrize(
    ("names", "more", "told"),
    [
        ("welcome", {}, "as in a list, not str"),
        (3, {}, "as in a list, not int"),
        (["welcome", 3], {}, "not 3"),
        (["welcome", ""], {}, "not ''"),
        (["welcome"], {"deadline": 0}, "`deadline`"),
        (["welcome"], {"deadline": "1"}, "`deadline`"),
        (["welcome"], {"deadline": True}, "`deadline`"),
        (["welcome"], {"deadline": float("nan")}, "`deadline`"),
    ],
)
async def test_arguments(known: Known, platform: Platform, names: Any, more: dict[str, Any], told: str) -> None:
    """What can't be fetched is told before anything is sent."""
    async with AsyncClient(known.name, **known.settings(platform, disk=False)) as client:
        with pytest.raises(ArgumentError, match=told):
            await client.prefetch(names, **more)
    assert not platform.requests


async def test_closed(known: Known, platform: Platform) -> None:
    client = AsyncClient(known.name, **known.settings(platform, disk=False))
    await client.aclose()
    with pytest.raises(ClosedError):
        await client.prefetch(["welcome"])


@pytest.mark.parametrize("error", [ZeroDivisionError("p"), ClosedError("It was closed meanwhile.")])
async def test_what_is_no_failure_of_the_platform_comes_through(error: Exception) -> None:
    """A mistake of a source is raised as it is, and ends all of it; so does the end of the client."""
    source = Slow("")

    async def broken(query: Query, deadline: float) -> Fetched:
        raise error

    source.fetch = broken  # type: ignore[method-assign]
    async with client_of(source) as client:
        with pytest.raises(type(error)):
            await client.prefetch([f"p{at}" for at in range(40)])
