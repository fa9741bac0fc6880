"""Proves that a decorated function is what it was, and that its span lasts as long as its work."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Generator
from typing import Any

import pytest

from promptport.promptrails.tracing import Tracer

from .conftest import Kept


def test_a_function(tracer: Tracer, kept: Kept) -> None:
    """With parentheses or without, named or not; what was added to it stays."""

    @tracer.trace(kind="tool")
    def add(one: int, other: int = 2) -> int:
        """Adds."""
        assert tracer.current_span() is not None
        return one + other

    assert tracer.trace("sum")(add)(1) + tracer.trace(add)(1, other=3) == 7
    assert [each["name"] for each in kept.spans] == ["add", "sum", "add", "add"]
    assert kept.spans[0]["parent_span_id"] == kept.spans[1]["span_id"]
    assert (add.__name__, add.__doc__, str(inspect.signature(add))) == (
        "add",
        "Adds.",
        "(one: 'int', other: 'int' = 2) -> 'int'",
    )
    with pytest.raises(TypeError):
        add("1")  # type: ignore[arg-type]
    assert (kept.spans[-1]["error_type"], kept.spans[-1]["kind"]) == ("TypeError", "tool")


def test_what_has_no_name(tracer: Tracer, kept: Kept) -> None:
    class Adder:
        def __call__(self, one: int) -> int:
            return one + 1

    assert tracer.trace(Adder())(1) == 2
    assert kept.spans[0]["name"] == "Adder"


def test_a_coroutine(tracer: Tracer, kept: Kept) -> None:
    """Its span ends when it does, and what it awaits is inside."""

    @tracer.trace
    async def inner() -> int:
        await asyncio.sleep(0.02)
        return 1

    @tracer.trace("outer")
    async def outer() -> int:
        return sum(await asyncio.gather(inner(), inner()))

    assert inspect.iscoroutinefunction(outer)
    assert asyncio.run(outer()) == 2
    one, other, whole = kept.spans
    assert one["parent_span_id"] == other["parent_span_id"] == whole["span_id"]
    assert whole["ended_at"] > whole["started_at"]
    assert [each["name"] for each in kept.spans] == ["inner", "inner", "outer"]
    assert max(one["ended_at"], other["ended_at"]) <= whole["ended_at"]


def test_a_generator(tracer: Tracer, kept: Kept) -> None:
    """Its span is active while it works, and not between two of its values; what is sent and thrown into it arrives."""

    @tracer.trace
    def steps(first: int) -> Generator[int, int | None, str]:
        assert tracer.current_span() is not None
        given = yield first
        try:
            yield given or 0
        except ValueError:
            with tracer.span("caught"):
                yield -1
        return "end"

    def delegating() -> Generator[int, int | None, str]:
        return (yield from steps(1))

    walk = delegating()
    assert next(walk) == 1
    assert (tracer.current_span(), kept.spans) == (None, [])
    assert walk.send(5) == 5
    assert walk.throw(ValueError()) == -1
    with pytest.raises(StopIteration, match="end"):
        next(walk)
    assert list(kept.by_name()) == ["caught", "steps"]
    assert kept.spans[0]["parent_span_id"] == kept.spans[1]["span_id"]
    assert inspect.isgeneratorfunction(steps)


def test_a_generator_that_fails_or_is_left(tracer: Tracer, kept: Kept) -> None:
    closed = list[str]()

    @tracer.trace
    def steps(fails: bool) -> Generator[int]:
        try:
            yield 1
            if fails:
                raise KeyError("x")
        finally:
            closed.append("closed")

    with pytest.raises(KeyError):
        list(steps(True))
    left = steps(False)
    next(left)
    left.close()
    assert ([each["status"] for each in kept.spans], closed) == (["error", "ok"], ["closed"] * 2)


def test_an_asynchronous_generator(tracer: Tracer, kept: Kept) -> None:
    closed = list[str]()

    @tracer.trace
    async def steps(first: int) -> AsyncIterator[int]:
        try:
            yield first
            with tracer.span("inside"):
                await asyncio.sleep(0)
            yield 2
            raise KeyError("x")
        finally:
            closed.append("closed")

    async def main() -> list[Any]:
        seen: list[Any] = []
        try:
            async for each in steps(1):
                seen += [each, tracer.current_span()]
        except KeyError:
            seen.append("failed")
        left = steps(3)
        seen.append(await anext(left))
        await left.aclose()  # type: ignore[attr-defined]
        return seen

    assert asyncio.run(main()) == [1, None, 2, None, "failed", 3]
    assert ([(each["name"], each["status"]) for each in kept.spans], closed) == (
        [("inside", "ok"), ("steps", "error"), ("steps", "ok")],
        ["closed"] * 2,
    )
    assert inspect.isasyncgenfunction(steps)
