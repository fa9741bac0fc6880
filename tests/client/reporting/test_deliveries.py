"""Proves how entries become calls of a platform, or of a function: each with its trace, which is kept before anything is sent."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from typing import Any

import pytest

from promptport.client.reporting.deliveries import FunctionDelivery, SourceDelivery, event_of
from promptport.client.reporting.findings import Findings
from promptport.errors import CallError, NotFound, NotSupported
from promptport.outbox.accounts import Notes
from promptport.outbox.entry import Entry
from promptport.outbox.result import Outcome
from promptport.platform import Event, Query

pytestmark = pytest.mark.one_python("what is called depends on no Python")


def entry(at: int, **body: Any) -> Entry:
    """An event, or a score."""
    return Entry(str(at), "score" if "score" in body else "event", 1.5, body)


class Source:
    """A platform that tells what it is asked.

    Attributes:
        calls: What it was asked.
        error: What it raises in place of an answer; for traces alone.
    """

    def __init__(self) -> None:
        self.calls: list[Any] = []
        self.error: Exception | None = None
        self.duplicate = False
        self.closed = 0
        self.has_score_ids = False

    async def trace(self, query: Query, deadline: float) -> str:
        """Give a trace."""
        self.calls.append(query)
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        return f"t{len(self.calls)}"

    async def event(self, event: Event, deadline: float) -> bool:
        """Take an event."""
        self.calls.append((event.trace, event.name))
        return self.duplicate

    async def score(self, *given: Any) -> None:
        """Take a score."""
        self.calls.append(given)
        if self.error is not None:
            raise self.error

    async def aclose(self) -> None:
        """End."""
        self.closed += 1


def test_an_event_as_it_lies_there() -> None:
    """With what its prompt was, for functions."""
    who: dict[str, Any] = {"user_id": "u", "session_id": "s"}
    whole = entry(1, event="x", trace="t", value=1, currency="c", metadata={"a": 1}, prompt="p", version=2, **who)
    assert event_of(whole) == Event("1", "x", 1.5, "t", "u", "s", 1, "c", {"a": 1}, "p", 2)
    assert event_of(entry(1, event="x", trace="t")) == Event("1", "x", 1.5, "t")
    assert event_of(entry(1, event="x", trace="t").renewed(9.0)) == Event("1", "x", 1.5, "t")  # when it happened


async def test_one_trace_for_a_rendered_prompt() -> None:
    """Asked for with its version, or by its label where there is none; also in the next process, which has the notes."""
    source, notes = Source(), Notes(None)
    batch = [
        entry(1, event="a", rendering="r1", prompt="p", version=3),
        entry(2, event="b", rendering="r1", prompt="p", version=3),
        entry(3, event="a", rendering="r2", prompt="q"),
        entry(4, event="a", trace="own", prompt="p", version=3),
    ]
    result = await SourceDelivery(source, "event", Findings(), "xr2").deliver(batch, notes)
    assert {each.outcome for each in result.each.values()} == {Outcome.DELIVERED}
    assert [each for each in source.calls if isinstance(each, Query)] == [Query("p", 3), Query("q", None, "production")]
    traces = {each[1]: each[0] for each in source.calls if not isinstance(each, Query)}
    assert notes.recall("r1") == traces["b"]
    assert ("own", "a") in source.calls

    another = Source()
    await SourceDelivery(another, "event", Findings(), "xr2").deliver([batch[1]], notes)
    assert another.calls == [(traces["b"], "b")]


async def test_many_events_of_one_rendered_prompt_at_once() -> None:
    """None begins with a trace of its own while another asks for it."""
    source = Source()
    delivery = SourceDelivery(source, "event", Findings(), "xr2")
    await delivery.deliver([entry(0, event="x", trace="t")], Notes(None))
    source.calls.clear()
    await delivery.deliver([entry(at, event=f"e{at}", rendering="r", prompt="p") for at in range(20)], Notes(None))
    assert sum(isinstance(each, Query) for each in source.calls) == 1
    assert len({each[0] for each in source.calls if not isinstance(each, Query)}) == 1


async def test_a_trace_that_is_not_to_be_had() -> None:
    """Nothing is sent; it waits, also where the question may have arrived. A prompt that there is none of is final."""
    source = Source()
    lost = source.error = CallError("lost", kind="timeout")
    lost.may_have_arrived = True
    delivery, waits = SourceDelivery(source, "event", Findings(), "xr2"), entry(1, event="a", rendering="r", prompt="p")
    assert (await delivery.deliver([waits], Notes(None))).each["1"].outcome is Outcome.NOT_RECEIVED
    source.error = NotFound("no prompt p")
    result = await delivery.deliver([waits], Notes(None))
    assert (result.each["1"].outcome, result.each["1"].reason) == (Outcome.REFUSED, "no prompt p")
    assert all(isinstance(each, Query) for each in source.calls)

    source.error = CallError("no more fetches this month", 429)
    result = await delivery.deliver([waits, entry(2, event="b", trace="own")], Notes(None))
    assert [result.each[each].outcome for each in "12"] == [Outcome.UNKNOWN, Outcome.DELIVERED]


async def test_duplicates_are_counted_and_said(caplog: pytest.LogCaptureFixture) -> None:
    """In the log once, and counted for all clients of the account."""
    source, found = Source(), Findings()
    source.duplicate = True
    delivery = SourceDelivery(source, "event", found, "xr2")
    result = await delivery.deliver([entry(1, event="a", trace="t"), entry(2, event="b", trace="t")], Notes(None))
    assert {each.outcome for each in result.each.values()} == {Outcome.DELIVERED}
    assert found.duplicates == 2
    (line,) = [each.getMessage() for each in caplog.records]
    assert line == "xr2 had an event 'a' of the trace t already, and keeps the first of each name."


async def test_scores_that_may_have_arrived() -> None:
    """One is sent again where the platform knows it by its id, which is then the same; else a person is to look."""
    source = Source()
    source.error = lost = CallError("lost", kind="timeout")
    lost.may_have_arrived = True
    one = entry(1, score="good", value=1, trace="t")
    left = await SourceDelivery(source, "score", Findings(), "promptrails").deliver([one], Notes(None))
    assert left.each["1"].outcome is Outcome.REFUSED

    source.has_score_ids = True
    delivery = SourceDelivery(source, "score", Findings(), "langfuse")
    assert (await delivery.deliver([one], Notes(None))).each["1"].outcome is Outcome.NOT_RECEIVED
    source.error = None
    assert (await delivery.deliver([one], Notes(None))).each["1"].outcome is Outcome.DELIVERED
    assert [each[5:] for each in source.calls] == [(), ("1", 1.5), ("1", 1.5)]


async def test_scores() -> None:
    """A server that has none is known as such from then on."""
    source, found = Source(), Findings()
    delivery = SourceDelivery(source, "score", found, "promptrails")
    batch = [entry(1, score="good", value=True, comment="c", trace="t"), entry(2, score="bad", value=0, trace="t")]
    await delivery.deliver(batch, Notes(None))
    assert source.calls == [("t", "good", True, "c", 10.0), ("t", "bad", 0, None, 10.0)]
    source.error = NotSupported("no scores")
    result = await delivery.deliver(batch, Notes(None))
    assert {each.reason for each in result.each.values()} == {"no scores"} == {found.lacking}


async def test_nothing_may_be_sent_now() -> None:
    """It is looked at before each call."""
    source = Source()

    def check() -> None:
        raise CallError("not now", kind="connection")

    delivery = SourceDelivery(source, "event", Findings(), "xr2", check)
    for body in ({"trace": "t"}, {"rendering": "r", "prompt": "p"}):
        await delivery.deliver([entry(1, event="a", **body)], Notes(None))
    assert source.calls == []


async def test_it_closes_what_was_opened_for_it() -> None:
    source, opened = Source(), Source()
    await SourceDelivery(source, "event", Findings(), "xr2", opened=opened).aclose()
    await SourceDelivery(source, "event", Findings(), "xr2").aclose()
    assert (source.closed, opened.closed) == (0, 1)


async def test_functions() -> None:
    """Of any kind; one that blocks is called in a thread of its own. What it answers is nothing."""
    got: list[Any] = []

    async def awaited(event: Event) -> None:
        await asyncio.sleep(0)
        got.append(event.id)

    def blocking(event: Event) -> str:
        assert threading.current_thread() is not threading.main_thread()
        got.append(event.id)
        return "x"

    for function in (awaited, blocking, partial(awaited)):
        delivery = FunctionDelivery(function)
        result = await delivery.deliver([entry(1, event="a", trace="t"), entry(2, event="a", trace="t")], Notes(None))
        assert {each.outcome for each in result.each.values()} == {Outcome.DELIVERED}
        await delivery.aclose()
    assert sorted(got) == ["1"] * 3 + ["2"] * 3


async def test_a_function_that_raises() -> None:
    """It is called again; of what it raised the kind is told, since its text may hold anything. Its own errors of ours count."""

    def fails(event: Event) -> None:
        raise ValueError("secret")

    def refuses(event: Event) -> None:
        error = CallError("bad", 422)
        error.body = "{}"
        raise error

    result = await FunctionDelivery(fails).deliver([entry(1, event="a", trace="t")], Notes(None))
    assert result.each["1"].outcome is Outcome.NOT_RECEIVED
    assert result.reason.endswith("fails` raised ValueError")
    assert "secret" not in repr(result)
    result = await FunctionDelivery(refuses).deliver([entry(1, event="a", trace="t")], Notes(None))
    assert result.each["1"].outcome is Outcome.REFUSED


@pytest.mark.parametrize("ends", [SystemExit, KeyboardInterrupt, asyncio.CancelledError])
async def test_a_function_that_would_end_the_process(ends: type[BaseException]) -> None:
    """It ends its own call alone: the thread that it is called from is everybody's."""

    async def awaited(event: Event) -> None:
        raise ends

    def blocking(event: Event) -> None:
        raise ends

    for function in (awaited, blocking):
        result = await FunctionDelivery(function).deliver([entry(1, event="a", trace="t")], Notes(None))
        assert result.each["1"].outcome is Outcome.NOT_RECEIVED
        assert result.reason.endswith(f"raised {ends.__name__}")


async def test_a_function_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not waited for."""
    monkeypatch.setattr("promptport.client.reporting.deliveries.SECONDS", 0.01)

    async def sleeps(event: Event) -> None:
        await asyncio.sleep(60)

    result = await FunctionDelivery(sleeps).deliver([entry(1, event="a", trace="t")], Notes(None))
    assert result.each["1"].outcome is Outcome.NOT_RECEIVED
    assert "took longer than" in result.reason
