"""Answers that come in parts: each part is seen as the application takes it, and nothing else about the answer changes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any
from weakref import finalize

HERE = "_promptrails_watch"
Ended = Callable[[list[Any], BaseException | None], None]


class Watch:
    """What has been seen of one answer.

    Args:
        ended: Called once, with all parts, when the last one was taken or nobody wants more.
    """

    def __init__(self, ended: Ended) -> None:
        self._ended = [ended]
        self.parts: list[Any] = []

    def end(self, error: BaseException | None = None) -> None:
        """There is no further part."""
        if self._ended:
            self._ended.pop()(self.parts, error)


def watched(answer: Any, ended: Ended) -> bool:
    """Watch an answer; answers whether that can be done.

    The answer stays the object that it is, of the class that it was: its class gets a child, in which its own steps are taken.

    Args:
        answer: What is gone through with `for` or `async for`.
        ended: Called once, with all parts that were taken.
    """
    kind: Any = type(answer)
    try:
        child = _awaited(kind) if hasattr(kind, "__anext__") else _blocking(kind) if hasattr(kind, "__next__") else None
        if child is None:
            return False
        watch = Watch(ended)
        setattr(answer, HERE, watch)
        answer.__class__ = child
    except (TypeError, AttributeError):  # such as a generator, which has no children
        return False
    finalize(answer, watch.end)
    return True


@lru_cache(32)
def _blocking(kind: Any) -> type:
    class Watched(kind):  # type: ignore[misc] # a class of another library's
        def __iter__(self) -> Any:
            return self

        def __next__(self) -> Any:
            watch: Watch = getattr(self, HERE)
            try:
                part = super().__next__()
            except BaseException as error:
                watch.end(None if isinstance(error, StopIteration) else error)
                raise
            watch.parts.append(part)
            return part

        def close(self) -> Any:
            try:
                return super().close()
            finally:
                getattr(self, HERE).end()

    return _named(Watched, kind)


@lru_cache(32)
def _awaited(kind: Any) -> type:
    class Watched(kind):  # type: ignore[misc] # a class of another library's
        def __aiter__(self) -> Any:
            return self

        async def __anext__(self) -> Any:
            watch: Watch = getattr(self, HERE)
            try:
                part = await super().__anext__()
            except BaseException as error:
                watch.end(None if isinstance(error, StopAsyncIteration) else error)
                raise
            watch.parts.append(part)
            return part

        async def close(self) -> Any:
            try:
                return await super().close()
            finally:
                getattr(self, HERE).end()

    return _named(Watched, kind)


def _named(made: type, kind: type) -> type:
    made.__name__, made.__qualname__, made.__module__ = kind.__name__, kind.__qualname__, kind.__module__
    return made
