"""Proves how long the clients of Promptic wait for what takes a while, what ends the wait, and what does not."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport.errors import ArgumentError
from promptport.promptic import AgentEvaluation, AsyncPrompticClient, PrompticAPIError
from promptport.testing import without_waiting

from ..wire import Wire, example


def evaluation(status: str, over: bool = False) -> httpx.Response:
    """An evaluation of this status, and whether it says when it was over."""
    end = "2026-01-15T11:31:00.000Z" if over else None
    return httpx.Response(200, json={**example("get_evaluation").json(), "status": status, "completedAt": end})


def experiment(status: str, over: bool = False) -> httpx.Response:
    """An experiment of this status, likewise."""
    end = "2026-01-15T11:31:00.000Z" if over else None
    return httpx.Response(200, json={**example("get_experiment").json(), "experimentStatus": status, "endedAt": end})


def client(wire: Wire, **options: Any) -> AsyncPrompticClient:
    """A client without retries of its own, so that every look is one request."""
    return AsyncPrompticClient("pk_local_dev", transport=wire.transport, **{"retries": 0, **options})


@pytest.mark.parametrize("last", ["completed", "failed", "cancelled", "Aborted", "timed_out", "a new word"])
async def test_until_it_is_over(last: str) -> None:
    """It looks first, then waits; progress is told; what failed is an answer, too. A dated end is one by any word."""
    wire = Wire(evaluation("pending"), evaluation("running"), evaluation(last, over=last.startswith("a new")))
    told: list[str] = []
    with without_waiting() as waits:
        async with client(wire) as made:
            found = await made.wait_for_evaluation("c", "e", on_progress=lambda each: told.append(each["status"]))

    assert found["status"] == last
    assert told == ["pending", "running", last]
    assert waits == [2, 2]
    assert {each.url.path for each in wire.seen} == {"/api/v1/components/c/evaluations/e"}


async def test_it_does_not_spin() -> None:
    """Without an interval it looks 20 times a second at the most; the last wait is no shorter either."""
    wire = Wire(*[evaluation("running") for _ in range(30)])
    with without_waiting() as waits:
        async with client(wire) as made:
            with pytest.raises(TimeoutError):
                await made.wait_for_evaluation("c", "e", max_wait=1, poll_interval=0)

    assert set(waits) == {0.05}
    assert len(wire.seen) <= 21


async def test_an_experiment_that_ended_by_another_word() -> None:
    """It says when."""
    wire = Wire(experiment("running"), experiment("stopped by hand", over=True))
    with without_waiting():
        async with client(wire) as made:
            assert (await made.wait_for_experiment("e"))["experimentStatus"] == "stopped by hand"  # type: ignore[comparison-overlap]


async def test_an_experiment_in_the_same_form() -> None:
    """What the vendor lacks."""
    wire = Wire(experiment("scheduled"), experiment("running"), experiment("completed"))
    told: list[str] = []
    with without_waiting() as waits:
        async with client(wire) as made:
            found = await made.wait_for_experiment(
                "e", max_wait=100, poll_interval=7, on_progress=lambda each: told.append(each["experimentStatus"])
            )

    assert found["experimentStatus"] == "completed"
    assert (told, waits) == (["scheduled", "running", "completed"], [7, 7])


async def test_it_looks_by_what_a_test_has_put_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the vendor's, which looks by its own method; nothing goes to the network behind it."""

    async def evaluated(*_: str) -> Any:
        return {"status": "completed"}

    async def experimented(*_: str) -> Any:
        return {"experimentStatus": "failed"}

    wire = Wire()
    async with client(wire) as made:
        monkeypatch.setattr(made, "get_evaluation", evaluated)
        monkeypatch.setattr(made, "get_experiment", experimented)
        assert (await made.wait_for_evaluation("c", "e"))["status"] == "completed"
        assert (await made.wait_for_experiment("e"))["experimentStatus"] == "failed"
    assert wire.seen == []


async def test_time_is_over() -> None:
    """The builtin TimeoutError, after a last look when the time is over; the wait before it is cut to what is left."""
    wire = Wire(*[evaluation("a new word") for _ in range(4)])
    with without_waiting() as waits:
        async with client(wire) as made:
            with pytest.raises(TimeoutError, match=r"evaluation e .* after 5 s: its last status is a new word"):
                await made.wait_for_evaluation("c", "e", max_wait=5, poll_interval=2)

    assert waits == pytest.approx([2, 2, 1], abs=0.3)
    assert len(wire.seen) == 4


async def test_one_look_in_any_case() -> None:
    """Without any time it looks once, for a second."""
    wire = Wire(evaluation("running"), evaluation("completed"))
    async with client(wire, timeout=9) as made:
        with pytest.raises(TimeoutError, match="after 0 s"):
            await made.wait_for_evaluation("c", "e", max_wait=0, poll_interval=0)
        assert (await made.wait_for_evaluation("c", "e", max_wait=0))["status"] == "completed"

    assert len(wire.seen) == 2
    assert wire.seen[0].extensions["timeout"]["read"] == pytest.approx(1, abs=0.1)


async def test_a_look_takes_no_longer_than_what_is_left() -> None:
    """The bound holds for the whole wait: a look that hangs ends with it."""
    wire = Wire(evaluation("running"), evaluation("running"), evaluation("completed"))
    with without_waiting():
        async with client(wire, timeout=30) as made:
            await made.wait_for_evaluation("c", "e", max_wait=10, poll_interval=6)

    limits = [each.extensions["timeout"]["read"] for each in wire.seen]
    assert limits == pytest.approx([10, 4, 1], abs=0.3)


@pytest.mark.parametrize(
    "failure",
    [
        httpx.Response(502, html="<h1>Bad Gateway</h1>"),
        httpx.Response(408),
        httpx.Response(429, json={"error": "Too many requests"}),
        httpx.ConnectError("refused"),
        httpx.ReadError("reset"),
        httpx.ReadTimeout("slow"),
    ],
    ids=lambda each: getattr(each, "status_code", type(each).__name__),
)
async def test_a_failure_that_passes(failure: httpx.Response | Exception) -> None:
    """It does not end the wait, the first look's neither."""
    wire = Wire(failure, evaluation("running"), failure, evaluation("completed"))
    with without_waiting() as waits:
        async with client(wire) as made:
            assert (await made.wait_for_evaluation("c", "e"))["status"] == "completed"

    assert len(wire.seen) == 4
    assert waits == [2, 2, 2]


async def test_a_platform_that_wants_to_be_left_alone() -> None:
    """`Retry-After` makes the wait longer, never longer than what is left."""
    slow = [httpx.Response(429, headers={"Retry-After": after}, json={"error": "x"}) for after in ("30", "500")]
    wire = Wire(*slow, evaluation("completed"))
    with without_waiting() as waits:
        async with client(wire) as made:
            await made.wait_for_evaluation("c", "e", max_wait=100)

    assert waits == pytest.approx([30, 70], abs=0.5)


async def test_a_failure_that_stays() -> None:
    """At the end it is the builtin TimeoutError all the same, with the last failure behind it."""
    wire = Wire(*[httpx.Response(500, json={"error": "broken"}) for _ in range(3)])
    with without_waiting():
        async with client(wire) as made:
            with pytest.raises(
                TimeoutError, match=r"status is not known\. The last look failed: \[500\] broken"
            ) as caught:
                await made.wait_for_evaluation("c", "e", max_wait=4)

    assert isinstance(caught.value.__cause__, PrompticAPIError)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (httpx.Response(404, json={"error": "Not found"}), "Not found"),
        (httpx.Response(401, json={"error": "Invalid or missing API key"}), "PROMPTIC_API_KEY"),
        (httpx.Response(200, json={"id": "e"}), "has no `status`, a text"),
        (httpx.Response(200, html="<title>Login</title>"), "expected JSON"),
    ],
)
async def test_a_failure_for_good(answer: httpx.Response, words: str) -> None:
    """What no waiting mends ends the wait at once."""
    wire = Wire(answer)
    async with client(wire) as made:
        with pytest.raises(PrompticAPIError, match=words):
            await made.wait_for_evaluation("c", "e")

    assert len(wire.seen) == 1


@pytest.mark.parametrize("argument", ["max_wait", "poll_interval"])
@pytest.mark.parametrize("value", [-1, float("nan"), "2", None, True])
async def test_numbers_that_are_none(argument: str, value: Any) -> None:
    """They are refused by name, as a ValueError, before anything is sent."""
    wire = Wire()
    async with client(wire) as made:
        with pytest.raises(ArgumentError, match=f"wait_for_evaluation: `{argument}`"):
            await made.wait_for_evaluation("c", "e", **{argument: value})
        with pytest.raises(ValueError, match=f"wait_for_experiment: `{argument}`"):
            await made.wait_for_experiment("e", **{argument: value})
    assert not wire.seen


async def test_an_observer_that_fails() -> None:
    """Its error is the caller's own, and ends the wait."""
    wire = Wire(evaluation("running"))
    async with client(wire) as made:
        with pytest.raises(ZeroDivisionError):
            await made.wait_for_evaluation("c", "e", on_progress=lambda each: 1 / 0)


async def test_an_observer_that_is_awaited() -> None:
    """For asyncio it may be, so that it can write to where writing takes a while."""
    told: list[str] = []

    async def tell(found: AgentEvaluation) -> None:
        told.append(found["status"])

    wire = Wire(evaluation("completed"))
    async with client(wire) as made:
        await made.wait_for_evaluation("c", "e", on_progress=tell)

    assert told == ["completed"]


async def test_real_time() -> None:
    """Without any tricks: the clock ends it as well."""
    wire = Wire(*[evaluation("running") for _ in range(9)])
    async with client(wire) as made:
        with pytest.raises(TimeoutError):
            await made.wait_for_evaluation("c", "e", max_wait=0.1, poll_interval=0.04)

    assert 2 <= len(wire.seen) <= 4
