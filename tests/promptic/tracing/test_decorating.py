"""Proves that the body of a decorated function has the labels, of whatever kind it is, and that nobody else has them."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator, Generator
from typing import Any

import pytest

from promptport.promptic import ai_component, dataset
from promptport.promptic.tracing.labels import labels

C, D = "promptic.ai_component", "promptic.dataset"


def now() -> dict[str, str]:
    return dict(labels())


def test_a_function() -> None:
    @ai_component("c")
    def function(a: int, *, b: int) -> tuple[int, dict[str, str]]:
        """Docstring."""
        return a + b, now()

    assert [function(1, b=2), function(1, b=3)] == [(3, {C: "c"}), (4, {C: "c"})]
    assert (function.__name__, function.__doc__, now()) == ("function", "Docstring.", {})


def test_a_coroutine_function() -> None:
    """The vendor's tags the call that makes the coroutine, and not what that does."""

    @ai_component("c")
    async def function() -> dict[str, str]:
        await asyncio.sleep(0)
        return now()

    async def main() -> tuple[dict[str, str], dict[str, str]]:
        return await function(), now()

    assert inspect.iscoroutinefunction(function)
    assert asyncio.run(main()) == ({C: "c"}, {})


def test_a_generator_has_labels_only_while_it_runs() -> None:
    seen: list[Any] = []

    @ai_component("c")
    def steps() -> Generator[Any, Any, str]:
        try:
            with dataset("d"):
                given = yield now()
                try:
                    yield given, now()
                except KeyError:
                    seen.append(("thrown", now()))
                yield "third"
            return "end"
        finally:
            seen.append(("finally", now()))

    running = steps()
    assert (next(running), now()) == ({C: "c", D: "d"}, {})
    with dataset("the user's own"):
        assert (running.send(7), now()) == ((7, {C: "c", D: "d"}), {D: "the user's own"})
    assert (running.throw(KeyError()), now()) == ("third", {})
    with pytest.raises(StopIteration) as ended:
        next(running)
    assert (ended.value.value, seen) == ("end", [("thrown", {C: "c", D: "d"}), ("finally", {C: "c"})])
    running = steps()
    next(running)
    running.close()
    assert (seen[-1], now()) == (("finally", {C: "c"}), {})


def test_an_asynchronous_generator_has_labels_only_while_it_runs() -> None:
    seen: list[Any] = []

    @ai_component("c")
    async def steps() -> AsyncGenerator[Any, Any]:
        try:
            await asyncio.sleep(0)
            given = yield now()
            try:
                yield given, now()
            except KeyError:
                yield "thrown", now()
        finally:
            seen.append(now())

    async def main() -> None:
        running = steps()
        assert (await anext(running), now()) == ({C: "c"}, {})
        assert (await running.asend(7), now()) == ((7, {C: "c"}), {})
        assert (await running.athrow(KeyError()), now()) == (("thrown", {C: "c"}), {})
        assert [each async for each in running] == []
        ended = steps()
        await anext(ended)
        await ended.aclose()
        assert now() == {}

    asyncio.run(main())
    assert (inspect.isasyncgenfunction(steps), seen) == (True, [{C: "c"}, {C: "c"}])


def test_a_method_of_a_class() -> None:
    class Agent:
        @ai_component("c")
        def answer(self) -> dict[str, str]:
            return now()

    assert Agent().answer() == {C: "c"}
