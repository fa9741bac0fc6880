"""PromptRails' own client, blocking and asyncio, behind one way to call it, and two local platforms to call."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple

import httpx
import promptrails
import pytest

from promptport.testing import Platform

from .test_promptrails_signatures import methods, resources

KEY = "your-api-key"
MOMENTS = (datetime(2026, 1, 15, 9, 30, tzinfo=UTC), datetime(2027, 5, 1, 20, 0, tzinfo=UTC))


class Asked(NamedTuple):
    """A platform with data of its own, and the vendor's client of it.

    Attributes:
        name: What tells its data from the other's.
        platform: The platform.
        client: The client, blocking or for asyncio, behind one way to call it.
    """

    name: str
    platform: Platform
    client: Any


class Blocking:
    """The asyncio client, called as the blocking one is: whatever a method answers is waited for."""

    def __init__(self, client: Any, runner: asyncio.Runner) -> None:
        self._runner = runner
        for name, resource in resources(client).items():
            called = {each: self._waiting(getattr(resource, each)) for each in methods(resource)}
            setattr(self, name, SimpleNamespace(**called))

    def _waiting(self, method: Callable[..., Any]) -> Callable[..., Any]:
        async def wait(answer: Any) -> Any:
            return await answer if inspect.isawaitable(answer) else [each async for each in answer]

        return lambda *arguments, **named: self._runner.run(wait(method(*arguments, **named)))


@contextmanager
def two_platforms(world: str) -> Iterator[list[Asked]]:
    """Two platforms with different clocks and seeds. No answer of theirs may break the contract, or be its example.

    Args:
        world: Whose client asks them, `blocking` or `asyncio`.
    """
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setenv("NO_PROXY", "127.0.0.1")  # the vendor's client goes by it
        patch.setattr("promptport_local.endpoint._example", no_example)
        asked: list[Asked] = []
        for name, moment in zip(("one", "two"), MOMENTS, strict=True):
            platform = stack.enter_context(Platform(seed=len(asked), now=partial(return_it, moment)))
            asked.append(Asked(name, platform, open_client(world, platform, stack)))
        yield asked
        assert [each.platform.violations for each in asked] == [[], []]


def no_example(call: Any) -> Any:
    """In place of the answer that an operation without behaviour has: it becomes a violation."""
    raise AssertionError(f"{call.operation.id} answers its example")


def return_it(moment: datetime) -> datetime:
    """A clock that stands."""
    return moment


def open_client(world: str, platform: Platform, stack: ExitStack) -> Any:
    address = platform.url("promptrails")
    if world == "blocking":
        return stack.enter_context(promptrails.PromptRails(KEY, base_url=address, max_retries=0))
    runner = stack.enter_context(asyncio.Runner())
    client = promptrails.AsyncPromptRails(KEY, base_url=address, max_retries=0)
    stack.callback(lambda: runner.run(client.close()))
    return Blocking(client, runner)


def rest(asked: Asked, verb: str, path: str, **more: Any) -> httpx.Response:
    """A call of plain HTTP."""
    address = asked.platform.url("promptrails") + path
    return httpx.request(verb, address, headers={"X-API-Key": KEY}, trust_env=False, **more)


def told(record: Any) -> dict[str, Any]:
    """The fields of an answer."""
    return dict(vars(record))
