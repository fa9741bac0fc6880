"""A span around every call of a function, for as long as the function works: also one that is awaited, or that yields."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator
from functools import wraps
from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction
from typing import Any, ParamSpec, TypeVar

from .context import active, running
from .span import Span

P = ParamSpec("P")
R = TypeVar("R")


def decorated(function: Callable[P, R], begin: Callable[[], Span]) -> Callable[P, R]:
    """The function with a span around each of its calls.

    Args:
        function: Any function; a coroutine's span ends with the coroutine, a generator's with the generator.
        begin: Begins a span.
    """
    made: Any
    if isasyncgenfunction(function):
        made = _async_generator(function, begin)
    elif isgeneratorfunction(function):
        made = _generator(function, begin)
    elif iscoroutinefunction(function):
        made = _coroutine(function, begin)
    else:

        def made(*args: P.args, **kwargs: P.kwargs) -> R:
            with running(begin()):
                return function(*args, **kwargs)

    wrapped: Callable[P, R] = wraps(function)(made)
    return wrapped


def _coroutine(function: Callable[..., Any], begin: Callable[[], Span]) -> Callable[..., Any]:
    async def made(*args: Any, **kwargs: Any) -> Any:
        with running(begin()):
            return await function(*args, **kwargs)

    return made


def _generator(function: Callable[..., Any], begin: Callable[[], Span]) -> Callable[..., Any]:
    def made(*args: Any, **kwargs: Any) -> Generator[Any, Any, Any]:
        span = begin()
        try:
            # Active while it works, and not while it waits: between two values the caller's own span is.
            steps = function(*args, **kwargs)
            given, thrown = None, None
            while True:
                with active(span):
                    try:
                        value = steps.send(given) if thrown is None else steps.throw(thrown)
                    except StopIteration as end:
                        return end.value
                given, thrown = None, None
                try:
                    given = yield value
                except GeneratorExit:
                    with active(span):
                        steps.close()
                    raise
                except BaseException as error:
                    thrown = error
        except GeneratorExit:  # its caller needs no more of it, which is no error
            raise
        except BaseException as error:
            span.set_error(error)
            raise
        finally:
            span.end()

    return made


def _async_generator(function: Callable[..., Any], begin: Callable[[], Span]) -> Callable[..., Any]:
    async def made(*args: Any, **kwargs: Any) -> AsyncGenerator[Any, Any]:
        span = begin()
        try:
            steps = function(*args, **kwargs)
            given, thrown = None, None
            while True:
                with active(span):
                    try:
                        value = await (steps.asend(given) if thrown is None else steps.athrow(thrown))
                    except StopAsyncIteration:
                        return
                given, thrown = None, None
                try:
                    given = yield value
                except GeneratorExit:
                    with active(span):
                        await steps.aclose()
                    raise
                except BaseException as error:
                    thrown = error
        except GeneratorExit:
            raise
        except BaseException as error:
            span.set_error(error)
            raise
        finally:
            span.end()

    return made
