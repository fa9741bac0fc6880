"""Functions whose bodies run in a block, of whatever kind they are: what is suspended leaves it meanwhile."""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, wraps
from typing import Any, TypeVar, cast

from .labels import Inside, inside
from .langsmith import bridged

F = TypeVar("F", bound=Callable[..., object])


def decorated(function: F, block: AbstractContextManager[None], inner: Callable[[], Inside]) -> F:
    """A function whose body runs in a block.

    Args:
        function: Any: a coroutine function, or a generator function of either kind, too.
        block: The block, which can be entered again and again.
        inner: Answers what is under way within the block.
    """
    made: Callable[..., object]
    if inspect.isasyncgenfunction(function):

        def made(*given: Any, **named: Any) -> object:
            return _async_steps(function(*given, **named), _Steps(inner))

    elif inspect.isgeneratorfunction(function):

        def made(*given: Any, **named: Any) -> object:
            return _steps(function(*given, **named), _Steps(inner))

    elif inspect.iscoroutinefunction(function):

        async def made(*given: Any, **named: Any) -> object:
            with block:
                return await cast("Awaitable[object]", function(*given, **named))

    else:

        def made(*given: Any, **named: Any) -> object:
            with block:
                return function(*given, **named)

    return cast("F", wraps(function)(made))


class _Steps:
    """What is under way within a generator, from one step to the next; whoever uses it sees nothing of that.

    Args:
        inner: Answers what is under way at first.
    """

    def __init__(self, inner: Callable[[], Inside]) -> None:
        self._inner, self._state, self._begun = inner, cast("Inside | None", None), False

    @contextmanager
    def step(self) -> Iterator[None]:
        before = inside.get()
        if not self._begun:
            self._begun, self._state = True, self._inner()
        inside.set(self._state)
        try:
            with bridged(self._state.labels if self._state is not None else {}):
                yield
        finally:
            self._state = inside.get()
            inside.set(before)


def _steps(generator: Generator[Any, Any, Any], steps: _Steps) -> Generator[Any, Any, Any]:
    go: Callable[[], Any] = partial(next, generator)
    while True:
        try:
            with steps.step():
                found = go()
        except StopIteration as end:
            return end.value
        try:
            go = partial(generator.send, (yield found))
        except GeneratorExit:
            with steps.step():
                generator.close()
            raise
        except BaseException as error:  # what its user threw in is the generator's to deal with
            go = partial(generator.throw, error)


async def _async_steps(generator: AsyncGenerator[Any, Any], steps: _Steps) -> AsyncGenerator[Any, Any]:
    go: Callable[[], Awaitable[Any]] = partial(anext, generator)
    while True:
        try:
            with steps.step():
                found = await go()
        except StopAsyncIteration:
            return
        try:
            go = partial(generator.asend, (yield found))
        except GeneratorExit:
            with steps.step():
                await generator.aclose()
            raise
        except BaseException as error:  # what its user threw in is the generator's to deal with
            go = partial(generator.athrow, error)
