"""Proves how a portion goes out: several at once, never two alike, and what becomes of each."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from promptport.client.reporting.round import MOST, STRIKES, WIDTH, NotSent, Rounds
from promptport.errors import ArgumentError, CallError, ClosedError, ConfigurationError, NotFound, NotSupported
from promptport.outbox.accounts import Notes
from promptport.outbox.entry import Entry
from promptport.outbox.interrupted import Interrupted
from promptport.outbox.result import Outcome, Result

pytestmark = pytest.mark.one_python("what is decided depends on no Python")
NOTES = Notes(None)


def entries(*bodies: Any) -> list[Entry]:
    """Entries, whose ids are their bodies and their places."""
    return [Entry(f"{body}{at}", "event", 0.0, body) for at, body in enumerate(bodies)]


def lost() -> CallError:
    """The error of a call that may have arrived."""
    error = CallError("lost", kind="timeout")
    error.may_have_arrived = True
    return error


class Platform:
    """Takes what is sent, or fails as it is told to.

    Attributes:
        taken: What was sent, in its order.
        most: How many were under way at once.
        alike: Whether two alike ever were.
    """

    def __init__(self, fail: Callable[[Entry], BaseException | None] = lambda _: None) -> None:
        self.fail, self.taken, self._now = fail, list[str](), list[Any]()
        self.most, self.alike = 0, False

    async def send(self, entry: Entry, notes: Notes) -> None:
        """Send an entry."""
        self.taken.append(entry.id)
        self.alike = self.alike or entry.body in self._now
        self._now.append(entry.body)
        self.most = max(self.most, len(self._now))
        await asyncio.sleep(0.001)
        self._now.remove(entry.body)
        if error := self.fail(entry):
            raise error


def rounds(platform: Platform, **more: Any) -> Rounds:
    """Rounds of entries that are alike where their bodies are."""
    return Rounds(platform.send, lambda entry: entry.body[0], **more)


def outcomes(result: Result) -> dict[str, str]:
    """What has become of each."""
    return {name: each.outcome.name for name, each in sorted(result.each.items())}


async def test_several_at_once_but_never_two_alike() -> None:
    """One at a time until the platform has taken something."""
    platform = Platform()
    made = rounds(platform)
    assert (await made.deliver(entries("a", "b"), NOTES)).outcome is Outcome.DELIVERED
    assert platform.most == 1
    result = await made.deliver(entries(*"abcdefghijkabcabc"), NOTES)
    assert set(outcomes(result).values()) == {"DELIVERED"}
    assert len(result.each) == 17
    assert (platform.most, platform.alike) == (WIDTH, False)
    assert [each for each in platform.taken if each[0] == "a"] == ["a0", "a0", "a11", "a14"]


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (CallError("gone", kind="connection"), "NOT_RECEIVED"),
        (CallError("busy", 503), "NOT_RECEIVED"),
        (CallError("slow down", 429, retry_after=7.0), "NOT_RECEIVED"),
        (CallError("who?", 401), "NOT_RECEIVED"),
        (lost(), "UNKNOWN"),
        (NotSent(lost()), "NOT_RECEIVED"),
        (ConfigurationError("a mock"), "NOT_RECEIVED"),
        (ClosedError("closed"), "UNKNOWN"),
        (ZeroDivisionError("of somebody's platform"), "UNKNOWN"),
    ],
)
async def test_an_outage_ends_the_round(error: BaseException, outcome: str) -> None:
    """What was not sent waits; the platform is asked with one at a time then, so that one is in doubt and not eight."""
    platform = Platform()
    made = rounds(platform)
    await made.deliver(entries("a"), NOTES)
    platform.fail = lambda entry: error if entry.body == "a" else None
    for count in (WIDTH, 1):
        platform.taken.clear()
        result = await made.deliver(entries("a", *"bcdefghijkl"), NOTES)
        assert result.outcome is Outcome.NOT_RECEIVED
        assert result.reason
        assert len(platform.taken) == count
        assert outcomes(result)["a0"] == outcome
    assert result.after == {429: 7.0, 401: 120.0}.get(getattr(error, "status_code", 0), 0.0)


async def test_what_holds_up_nobody() -> None:
    """A quota of what must come first, say: the entry steps back, the others go on."""
    platform = Platform(lambda entry: NotSent(CallError("enough", 429), alone=True) if entry.body == "b" else None)
    result = await rounds(platform).deliver(entries("a", "b", "c"), NOTES)
    assert (result.outcome, outcomes(result)) == (
        Outcome.DELIVERED,
        {"a0": "DELIVERED", "b1": "UNKNOWN", "c2": "DELIVERED"},
    )


@pytest.mark.parametrize("error", [NotFound("none"), NotSupported("no"), ArgumentError("bad"), CallError("big", 413)])
async def test_what_is_refused_harms_no_other(error: Exception) -> None:
    """It is final, with the platform's words; the others are taken."""
    platform = Platform(lambda entry: error if entry.body == "b" else None)
    result = await rounds(platform).deliver(entries("a", "b", "c"), NOTES)
    assert result.outcome is Outcome.DELIVERED
    assert set(outcomes(result)) == {"a0", "b1", "c2"}
    assert result.each["b1"].outcome in (Outcome.REFUSED, Outcome.TOO_LARGE)
    assert str(error.args[0]) in result.each["b1"].reason


async def test_nothing_alike_is_sent_beside_one_in_doubt() -> None:
    """Not in its portion, nor in a later one, until it has been sent again itself."""
    platform = Platform(lambda _: lost())
    made = rounds(platform)
    first, second = entries("a", "a")
    assert outcomes(await made.deliver([first, second], NOTES)) == {"a0": "UNKNOWN"}
    platform.fail = lambda _: None
    assert outcomes(await made.deliver([second], NOTES)) == {"a1": "UNKNOWN"}
    assert platform.taken == ["a0"]
    assert outcomes(await made.deliver([first, second], NOTES)) == {"a0": "DELIVERED", "a1": "DELIVERED"}
    assert platform.taken == ["a0", "a0", "a1"]


async def test_what_can_not_be_told_apart_is_left_to_a_person() -> None:
    """Where it may have arrived and would count twice."""
    result = await rounds(Platform(lambda _: lost()), once=True).deliver(entries("a"), NOTES)
    assert outcomes(result) == {"a0": "REFUSED"}
    assert "may have arrived" in result.each["a0"].reason


async def test_what_can_be_told_apart_is_sent_again_at_once() -> None:
    result = await rounds(Platform(lambda _: lost()), distinguishable=True).deliver(entries("a"), NOTES)
    assert outcomes(result) == {"a0": "NOT_RECEIVED"}


async def test_one_that_a_platform_stumbles_over() -> None:
    """While it takes others, it is set aside in the end, and holds up nobody."""
    platform = Platform(lambda entry: CallError("oops", 500) if entry.body == "b" else None)
    made = rounds(platform)
    for _ in range(STRIKES - 1):
        result = await made.deliver(entries("a", "b", "c"), NOTES)
        assert outcomes(result) == {"a0": "DELIVERED", "b1": "NOT_RECEIVED", "c2": "DELIVERED"}
        assert result.outcome is Outcome.NOT_RECEIVED  # so that there is a pause
    result = await made.deliver(entries("a", "b", "c"), NOTES)
    assert outcomes(result)["b1"] == "REFUSED"
    assert result.each["b1"].reason == "oops"


async def test_a_platform_that_stumbles_over_all() -> None:
    """It is down: nothing is set aside, however long that takes."""
    made = rounds(Platform(lambda _: CallError("oops", 500)))
    for _ in range(STRIKES * 3):
        result = await made.deliver(entries("a", "b", "c"), NOTES)
        assert set(outcomes(result).values()) == {"NOT_RECEIVED"}


async def test_what_nobody_can_read() -> None:
    """An entry of another release is set aside; the others go."""
    platform = Platform()
    made = Rounds(platform.send, lambda entry: entry.body["event"])
    result = await made.deliver([Entry("1", "event", 0.0, 7), Entry("2", "event", 0.0, {"event": "x"})], NOTES)
    assert outcomes(result) == {"1": "REFUSED", "2": "DELIVERED"}


@pytest.mark.parametrize(
    ("more", "cut_off"), [({}, "UNKNOWN"), ({"once": True}, "REFUSED"), ({"distinguishable": True}, "NOT_RECEIVED")]
)
async def test_the_end_of_the_process(more: dict[str, Any], cut_off: str) -> None:
    """What was not begun waits for nobody; in doubt is what was under way, and nothing else."""
    under_way = asyncio.Event()

    async def hang(entry: Entry, notes: Notes) -> None:
        if entry.body == "b":
            under_way.set()
            await asyncio.sleep(60)

    made = Rounds(hang, lambda entry: entry.id, **more)
    await made.deliver(entries("a"), NOTES)
    running = asyncio.ensure_future(made.deliver(entries("a", *"b" * 20), NOTES))
    await under_way.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError) as caught:
        await running
    result = caught.value.result if isinstance(caught.value, Interrupted) else Result(Outcome.UNKNOWN)
    found = list(outcomes(result).values())
    assert (result.outcome, found.count("DELIVERED")) == (Outcome.NOT_RECEIVED, 1)
    assert 1 <= found.count(cut_off) <= WIDTH
    assert len(found) == 1 + found.count(cut_off)


async def test_it_forgets_the_oldest() -> None:
    """What it remembers of entries in doubt does not grow for ever."""
    made = rounds(Platform(lambda _: lost()))
    made._unknown = {str(at): "x" for at in range(MOST)}
    await made.deliver(entries("a"), NOTES)
    assert len(made._unknown) == MOST
    assert "a" in made._unknown
