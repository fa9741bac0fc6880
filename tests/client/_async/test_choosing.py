"""Proves what `get(unit=)` does: one choice for a unit through copies, outages and restarts, and nothing where there is none."""

from __future__ import annotations

import math
from typing import Any

import pytest

from promptport import AsyncClient, CallError, GetResult, NotFound
from promptport.errors import ArgumentError
from promptport.platform import Event, Share
from promptport.prompt.variants import variant
from promptport.telemetry.names import CALLS, DURATION
from promptport.testing import Platform

from ...telemetry.recorded import Recorded
from ..aio import at_once, until
from ..conftest import Clock
from ..known import XR2
from ..sharing import SHARING, Book

UNITS = [f"user-{number}" for number in range(1, 9)]  # of whom both versions have some


def client_of(book: Book, **more: Any) -> AsyncClient:
    """A client of a platform whose versions have weights."""
    return AsyncClient(SHARING, book=book, **{"retries": 0, **more})


def expected(book: Book, unit: str, name: str = "hello") -> Any:
    """The version that a unit is to get."""
    return variant(name, unit, tuple(book.weights[name]))


async def versions_of(client: AsyncClient, units: list[str] = UNITS, **more: Any) -> list[Any]:
    """The versions that units get."""
    return [(await client.get("hello", unit=each, **more)).version for each in units]


@pytest.mark.parametrize("local", [True, False])
async def test_a_unit_gets_its_version(local: bool) -> None:
    """Each time, in every client; the prompt says whom it is for and why it is this version, and so does what is rendered."""
    book = Book(local)
    async with client_of(book, disk=False) as client, client_of(book, disk=False) as other:
        found = await versions_of(client)
        assert found == await versions_of(client) == await versions_of(other)
        assert found == [expected(book, each) for each in UNITS]
        assert {*found} == {"one", "two"}
        prompt = await client.get("hello", unit=42)
        assert (prompt.origin.unit, prompt.origin.experiment, prompt.version) == ("42", "hello", expected(book, "42"))
        assert (await client.get("hello", unit="42")).version == prompt.version
        rendered = prompt.render(name="Alice")
        assert rendered.attributes()["promptport.unit"] == "42"
        assert rendered.attributes()["promptport.experiment"] == "hello"


@pytest.mark.parametrize("local", [True, False])
async def test_who_asks_for_a_version_has_chosen(local: bool) -> None:
    """Also by a label; whom it is for is told all the same. Without a unit nobody asks for weights, and nothing is new."""
    book = Book(local)
    async with client_of(book, disk=False) as client:
        for more in ({"version": "three"}, {"label": "live"}):
            prompt = await client.get("hello", unit="user-1", **more)  # type: ignore[arg-type]
            assert (prompt.version, prompt.origin.unit, prompt.origin.experiment) == ("three", "user-1", None)
        prompt = await client.get("hello")
        assert (prompt.version, prompt.origin.unit, prompt.origin.experiment) == ("three", None, None)
        assert "promptport.unit" not in prompt.attributes()
        assert (await client.render("hello", name="x")).origin.unit is None
        assert not [each for each in book.seen() if "weights" in each]


@pytest.mark.parametrize("local", [True, False])
@pytest.mark.parametrize("weights", [(), (Share("one", 0), Share("two", 0.0))])
async def test_nothing_to_choose(local: bool, weights: Any) -> None:
    """No weights, or none above zero: everybody gets what is live."""
    book = Book(local)
    book.weights["hello"] = weights
    async with client_of(book, disk=False) as client:
        prompt = await client.get("hello", unit="user-1")
        assert (prompt.version, prompt.origin.unit, prompt.origin.experiment) == ("three", "user-1", None)
        with pytest.raises(NotFound):
            await client.get("nothing", unit="user-1")


@pytest.mark.parametrize("weight", [-1, math.nan, "50", None, True])
@pytest.mark.parametrize("local", [True, False])
async def test_weights_that_are_none(local: bool, weight: Any) -> None:
    """The error says which, and a fallback stands in; who asks for no unit goes on."""
    book = Book(local)
    book.weights["hello"] = (Share("one", weight), Share("two", 1))
    async with client_of(book, disk=False) as client:
        with pytest.raises(
            CallError, match=r"weights of the versions of 'hello' .*: the weight of version one"
        ) as caught:
            await client.get("hello", unit="user-1")
        assert (caught.value.kind, caught.value.platform) == ("unreadable", "shelf")
        assert (await client.get("hello", unit="user-1", fallback="x")).origin.source == "fallback"
        with pytest.raises(CallError, match="the weight of version one"):
            await client.shares("hello")
        assert (await client.get("hello")).version == "three"


@pytest.mark.parametrize("unit", ["", " ", True, 1.5, b"u", "\ud800", "x" * 1001])
async def test_what_is_no_unit(unit: Any) -> None:
    """It is refused before anything is asked, where a copy is fresh as well, and no fallback stands in."""
    book = Book()
    async with client_of(book, disk=False) as client:
        for _ in range(2):
            with pytest.raises(ArgumentError, match="`unit` must be"):
                await client.get("hello", unit=unit, fallback="x")
            book.seen()
            await client.get("hello")
        assert len(book.seen()) == 0


async def test_weights_are_kept_like_versions(clock: Clock) -> None:
    """A fresh copy answers unasked; past its time it is fetched anew while nobody waits, and then counts for all."""
    book = Book()
    async with client_of(book, disk=False, ttl=60, stale=600) as client:
        await versions_of(client)
        assert sorted(book.seen()) == ["hello one", "hello two", "weights of hello"]
        await versions_of(client)
        assert not book.seen()
        book.weights["hello"] = (Share("one", 0), Share("two", 1))
        clock.ahead += 100
        mine = next(each for each in UNITS if expected(Book(), each) == "one")
        assert await versions_of(client, [mine]) == ["one"]  # the others may already get what is fetched anew
        await until(lambda: not client._cache.state.refreshing)
        assert {*await versions_of(client)} == {"two"}
        assert book.seen().count("weights of hello") == 1
        book.weights["hello"] = (Share("one", 1),)
        assert await versions_of(client, ["user-1"], refresh=True) == ["one"]
        assert book.seen()[:2] == ["weights of hello", "hello one"]
        assert not [each for each in client.health()["prompts"] if each["label"]]


async def test_many_units_at_once_ask_once() -> None:
    """On a cold start: once for the weights and once for each version."""
    book = Book()
    async with client_of(book, disk=False) as client:
        found = await at_once(*(lambda unit=each: client.get("hello", unit=unit) for each in UNITS * 4))
        assert [each.version for each in found] == [expected(book, each) for each in UNITS * 4]
        assert sorted(book.seen()) == ["hello one", "hello two", "weights of hello"]


async def test_an_outage_changes_no_choice(caplog: pytest.LogCaptureFixture) -> None:
    """Nor does a restart within it; whoever watches is told why, once."""
    book, told = Book(), list[GetResult]()
    async with client_of(book) as client:
        before = await versions_of(client)
    book.fail()
    for restart in range(2):
        async with client_of(book, ttl=0, stale=0, on_get=told.append) as client:
            assert await versions_of(client) == before
            prompt = await client.get("hello", unit="user-1", fallback="x")
            assert (prompt.origin.source, prompt.origin.unit, prompt.origin.experiment) == ("disk", "user-1", "hello")
        assert len([each for each in caplog.records if each.levelname == "WARNING"]) == restart + 1
    assert {each.source for each in told} == {"disk"}
    assert all(isinstance(each.error, CallError) and each.error.status_code == 503 for each in told)


async def test_an_outage_of_weights_alone_is_told(clock: Clock) -> None:
    """Where the versions are fresh: the choice is by an older copy."""
    book, told = Book(), list[GetResult]()
    async with client_of(book, disk=False, stale=0, on_get=told.append) as client:
        await versions_of(client)
        clock.ahead += 100
        for each in ("one", "two"):
            await client.get("hello", version=each)
        told.clear()
        book.fail()
        assert await versions_of(client) == [expected(book, each) for each in UNITS]
        assert all(each.source == "cache" and each.error is not None for each in told)


async def test_an_outage_without_a_copy() -> None:
    """It raises, or a fallback stands in, for this unit and under no experiment."""
    book = Book()
    async with client_of(book, disk=False) as client:
        mine = await client.get("hello", unit="user-1")
        book.fail()
        await client.clear_cache()
        with pytest.raises(CallError, match="503"):
            await client.get("hello", unit="user-2")
        for fallback in ("Hi", mine, lambda: mine):
            prompt = await client.get("hello", unit="user-2", fallback=fallback)
            assert (prompt.origin.source, prompt.origin.unit, prompt.origin.experiment) == ("fallback", "user-2", None)
        prompt = await client.get("hello", fallback=mine)
        assert (prompt.origin.source, prompt.origin.unit, prompt.origin.experiment) == ("fallback", None, None)


async def test_prefetch_gets_all_versions_that_units_may_get() -> None:
    """So that an outage later costs none of them its version; what can't be had is told."""
    book = Book()
    book.weights["hello"] = (Share("one", 1), Share("two", 1), Share("three", 0))
    async with client_of(book, disk=False) as client:
        found = await client.prefetch(["hello", "bye"])
        assert [each.version for each in found.values()] == ["three", "one"]
        assert sorted(book.seen()) == ["bye", "hello", "hello one", "hello two", "weights of bye", "weights of hello"]
        book.fail()
        assert {*await versions_of(client)} == {"one", "two"}
        assert not book.seen()
    async with client_of(book := Book(), disk=False) as client:
        await client.prefetch(["hello"], label="live")
        assert book.seen() == ["hello live"]
    book = Book(local=True)
    async with client_of(book) as client:
        await client.prefetch(["hello"])
        assert book.seen() == ["hello"]


@pytest.mark.parametrize("local", [True, False])
async def test_a_version_that_was_taken_away(local: bool) -> None:
    """The weights that named it are fetched anew; where they still name it, that is the error."""
    book = Book(local)
    async with client_of(book, disk=False) as client:
        await client.get("hello", unit="user-1")
        lost = next(each for each in UNITS if expected(book, each) == "two")
        del book.versions["hello"]["two"]
        if not local:
            with pytest.raises(NotFound, match="hello"):
                await client.get("hello", unit=lost)
        book.weights["hello"] = (Share("one", 50),)
        assert (await client.get("hello", unit=lost)).version == "one"


async def test_no_caller_can_ask_for_the_weights_themselves() -> None:
    async with client_of(Book(), disk=False) as client:
        with pytest.raises(ArgumentError, match="label"):
            await client.get("hello", label="\0weights")


@pytest.mark.parametrize("local", [True, False])
async def test_events_say_it(local: bool) -> None:
    """Which unit, which experiment and which version; whom they are about is the unit, unless the caller says otherwise."""
    events: list[Event] = []
    async with client_of(Book(local), disk=False, events=events.append) as client:
        rendered = (await client.get("hello", unit="user-1")).render(name="Alice")
        client.track(rendered, "a")
        client.track(rendered, "b", user_id="other")
        client.track((await client.get("hello", version="one", unit=7)).render(name="Alice"), "c")
        client.track((await client.get("hello")).render(name="Alice"), "d")
        client.track("trace", "e")
        await client.flush(60.0)
    said = {each.name: (each.unit, each.experiment, each.variant, each.user_id) for each in events}
    version = expected(Book(), "user-1")
    assert said == {
        "a": ("user-1", "hello", version, "user-1"),
        "b": ("user-1", "hello", version, "other"),
        "c": ("7", None, None, "7"),
        "d": (None, None, None, None),
        "e": (None, None, None, None),
    }


@pytest.mark.one_python("it goes over the wire as everything does")
async def test_xr2_is_told(platform: Platform) -> None:
    """In metadata, under names of our own, which give way to the caller's; where xR2's own test has chosen, that is told."""
    backend = platform.backend("xr2")
    XR2.put(platform, "p", "a", "b", "outside")
    backend.add_ab_test("t", "p", 1, 2, 10_000)
    async with AsyncClient("xr2", **XR2.settings(platform, disk=False)) as client:
        prompt = await client.get("p", unit=7)
        test = backend.ab_tests[0]["id"]
        assert (prompt.origin.unit, prompt.origin.experiment) == ("7", test)
        assert prompt.version in (1, 2)
        client.track(prompt.render(), "sign_up")
        plain = await client.get("p", version=1)
        assert plain.origin.experiment is None
        client.track(plain.render(), "sign_up", metadata={"a": 1})
        await client.flush(60.0)
    events = {each["user_id"]: each["metadata"] for each in backend.events}
    assert events == {
        "7": {"promptport.unit": "7", "promptport.experiment": test, "promptport.variant": prompt.version},
        None: {"a": 1},
    }


async def test_spans_say_it_and_metrics_count_no_units(recorded: Recorded) -> None:
    async with client_of(Book(), disk=False) as client:
        for each in UNITS:
            (await client.get("hello", unit=each)).render(name="Alice")
    for span in recorded.spans():
        said = span.attributes or {}
        assert (said["promptport.experiment"], said["promptport.unit"] in UNITS) == ("hello", True)
    counted = recorded.points(CALLS)
    assert sum(count for _, count in counted) == len(UNITS)
    assert all(each["promptport.experiment"] == "hello" and "promptport.unit" not in each for each, _ in counted)
    assert not [name for each, _ in recorded.points(DURATION) for name in each if name.endswith(("unit", "experiment"))]
