"""Functions whose work is within a block, of whatever kind they are: what is suspended is outside of it meanwhile."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AbstractContextManager
from functools import partial, wraps
from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., object])
Step = Callable[[], AbstractContextManager[object]]
Around = Callable[[], AbstractContextManager[Step]]


def decorated(function: F, around: Around) -> F:
    """A function whose work is within a block. What it answers, takes and raises stays the same.

    Args:
        function: Any: a coroutine function, or a generator function of either kind, too.
        around: Makes a block around one call, from its beginning to its end. That answers what makes a block around each piece of
            its work: a generator has one for each of its values, and none while its user has them.
    """
    if isinstance(function, staticmethod | classmethod):  # the decorator stands above that one
        return cast("F", type(function)(decorated(function.__func__, around)))
    made: Callable[..., object]
    if isasyncgenfunction(function):
        made = _async_generator(function, around)
    elif isgeneratorfunction(function):
        made = _generator(function, around)
    elif iscoroutinefunction(function):
        made = _coroutine(function, around)
    else:

        def made(*given: Any, **named: Any) -> object:
            with around() as step, step():
                return function(*given, **named)

    return cast("F", wraps(function)(made))


def _coroutine(function: Callable[..., Any], around: Around) -> Callable[..., object]:
    async def made(*given: Any, **named: Any) -> object:
        with around() as step, step():
            return await function(*given, **named)

    return made


def _generator(function: Callable[..., Any], around: Around) -> Callable[..., object]:
    def made(*given: Any, **named: Any) -> Generator[Any, Any, Any]:
        with around() as step:
            generator = function(*given, **named)
            go: Callable[[], Any] = partial(next, generator)
            while True:
                try:
                    with step():
                        found = go()
                except StopIteration as end:
                    return end.value
                try:
                    go = partial(generator.send, (yield found))
                except GeneratorExit:
                    with step():
                        generator.close()
                    raise
                except BaseException as error:  # what its user threw in is the generator's to deal with
                    go = partial(generator.throw, error)

    return made


def _async_generator(function: Callable[..., Any], around: Around) -> Callable[..., object]:
    async def made(*given: Any, **named: Any) -> AsyncGenerator[Any, Any]:
        with around() as step:
            generator = function(*given, **named)
            go: Callable[[], Awaitable[Any]] = partial(anext, generator)
            while True:
                try:
                    with step():
                        found = await go()
                except StopAsyncIteration:
                    return
                try:
                    go = partial(generator.asend, (yield found))
                except GeneratorExit:
                    with step():
                        await generator.aclose()
                    raise
                except BaseException as error:  # what its user threw in is the generator's to deal with
                    go = partial(generator.athrow, error)

    return made
