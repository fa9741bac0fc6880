"""Which span is the active one: of a thread or a task, for all tracers of the process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from .span import Span

current: ContextVar[Span | None] = ContextVar("promptrails_span", default=None)


@contextmanager
def active(span: Span) -> Iterator[Span]:
    """Make a span the parent of those that begin inside the block."""
    before = current.get()
    token = current.set(span)
    try:
        yield span
    finally:
        try:
            current.reset(token)
        except ValueError:  # the block ends in another context, as that of a generator does which another task closes
            if current.get() is span:
                current.set(before)


@contextmanager
def lasting(span: Span) -> Iterator[Callable[[], AbstractContextManager[Span]]]:
    """Note the exception that leaves the block, and end a span; answers what makes it the active one for a while."""
    try:
        yield lambda: active(span)
    except GeneratorExit:  # the caller needs no more of a generator, which is no error
        raise
    except BaseException as error:
        span.set_error(error)
        raise
    finally:
        span.end()


@contextmanager
def running(span: Span) -> Iterator[Span]:
    """Make a span the active one, note the exception that leaves the block, and end it."""
    with lasting(span) as step, step():
        yield span
