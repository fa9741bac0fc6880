"""Proves which span is the active one, in threads, in tasks, and where a block ends in another context."""

from __future__ import annotations

import asyncio
from contextvars import copy_context
from threading import Thread

import pytest

from promptport.promptrails.tracing import Span
from promptport.promptrails.tracing.context import active, current, running


def test_a_block_has_its_span_and_gives_it_back() -> None:
    outer, inner = Span("outer"), Span("inner")
    with active(outer):
        with active(inner):
            assert current.get() is inner
        assert current.get() is outer
    assert current.get() is None


def test_a_new_thread_has_none_and_a_task_has_its_parents() -> None:
    span, seen = Span("x"), list[Span | None]()

    async def look() -> Span | None:
        return current.get()

    async def main() -> Span | None:
        with active(span):
            task = asyncio.create_task(look())
        return await task

    with active(span):
        thread = Thread(target=lambda: seen.append(current.get()))
        thread.start()
        thread.join()
    assert (seen, asyncio.run(main())) == ([None], span)


def test_a_block_that_ends_in_another_context_breaks_nothing() -> None:
    """As an async generator's does that another task closes: neither context keeps the span."""
    block = active(Span("x"))
    block.__enter__()
    context = copy_context()
    context.run(block.__exit__, None, None, None)
    assert context[current] is None
    with active(Span("another")) as another:
        block = active(Span("x"))
        copy_context().run(block.__enter__)
        block.__exit__(None, None, None)
        assert current.get() is another
    current.set(None)


def test_an_exception_of_any_kind_is_recorded_and_goes_on() -> None:
    span = Span("x")
    with pytest.raises(KeyboardInterrupt), running(span):
        raise KeyboardInterrupt
    assert (span.status, span.error_type, span.ended_at is not None) == ("error", "KeyboardInterrupt", True)
