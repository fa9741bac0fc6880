"""Proves that the work of a decorated function is within its block, and what its caller does meanwhile is not."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from promptport.base.decorating import Step, decorated

pytestmark = pytest.mark.one_python("what a generator is depends on no Python")


class Around:
    """Blocks that tell of themselves.

    Attributes:
        told: What was entered and left.
    """

    def __init__(self) -> None:
        self.told: list[str] = []

    def __call__(self) -> Any:
        return self._call()

    @contextmanager
    def _call(self) -> Iterator[Step]:
        with self._block("call"):
            yield lambda: self._block("step")

    @contextmanager
    def _block(self, name: str) -> Iterator[None]:
        self.told.append(name)
        try:
            yield
        except BaseException as error:
            self.told.append(type(error).__name__)
            raise
        finally:
            self.told.append(f"end of {name}")

    def taken(self) -> list[str]:
        """What was told since this was last asked."""
        found, self.told = self.told, []
        return found


STEP, CALL = ["step", "end of step"], ["call", "step", "end of step", "end of call"]


def test_functions_and_coroutines() -> None:
    around = Around()

    async def awaited(value: int) -> int:
        await asyncio.sleep(0)
        return value

    made: Callable[..., Any] = decorated(lambda value: value, around)
    assert (made(7), around.taken()) == (7, CALL)
    assert inspect.iscoroutinefunction(decorated(awaited, around))
    assert (asyncio.run(decorated(awaited, around)(7)), around.taken()) == (7, CALL)


def test_generators() -> None:
    """What is sent, thrown in and answered arrives."""
    around = Around()

    def steps() -> Generator[Any, Any, str]:
        try:
            yield (yield 1)
        except KeyError:
            yield "thrown"
        return "end"

    made = decorated(steps, around)
    assert inspect.isgeneratorfunction(made)
    walk = made()
    assert around.taken() == []
    assert (next(walk), around.taken()) == (1, ["call", *STEP])
    assert (walk.send(2), around.taken()) == (2, STEP)
    assert (walk.throw(KeyError()), around.taken()) == ("thrown", STEP)
    with pytest.raises(StopIteration, match="end"):
        next(walk)
    assert around.taken() == ["step", "StopIteration", "end of step", "end of call"]
    left = made()
    next(left)
    around.taken()
    left.close()
    assert around.taken() == [*STEP, "GeneratorExit", "end of call"]


async def test_asynchronous_generators() -> None:
    around = Around()

    async def steps() -> AsyncGenerator[Any, Any]:
        try:
            yield (yield 1)
        except KeyError:
            yield "thrown"

    made = decorated(steps, around)
    assert inspect.isasyncgenfunction(made)
    walk = made()
    assert [await anext(walk), await walk.asend(2), await walk.athrow(KeyError())] == [1, 2, "thrown"]
    assert [each async for each in walk] == []
    assert around.taken() == ["call", *STEP * 3, "step", "StopAsyncIteration", "end of step", "end of call"]
    left = made()
    await anext(left)
    around.taken()
    await left.aclose()
    assert around.taken() == [*STEP, "GeneratorExit", "end of call"]


def test_methods_that_need_no_instance() -> None:
    """They stay what they are where this stands above what makes them such."""
    around = Around()

    class Some:
        one = decorated(staticmethod(lambda value: value), around)
        two = decorated(classmethod(lambda cls, value: (cls, value)), around)  # type: ignore[type-var] # as a checker sees it

    assert (Some.one(1), Some().one(2)) == (1, 2)
    assert (Some.two(1), Some().two(2)) == ((Some, 1), (Some, 2))
    assert around.taken() == CALL * 4
