"""What a store is told, and asked, when a platform has said that a prompt is gone, or that a key is refused.

Written as steps, since a store may block or be awaited: whoever has the store takes them.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple, TypeVar

from ..platform import Query
from ..prompt.prompt import Prompt
from .envelope import cache_key
from .memory import Copy
from .state import CacheState

T = TypeVar("T")


class Step(NamedTuple):
    """A call of a store.

    Attributes:
        method: What is called.
        arguments: What it is given.
    """

    method: str
    arguments: tuple[Any, ...]

    def take(self, store: Any) -> Any:
        """What the store answers, or what is to be awaited for it."""
        return getattr(store, self.method)(*self.arguments)


Steps = Generator[Step, Any, T]


def restoring(state: CacheState, query: Query) -> Steps[Copy[Prompt] | None]:
    """Take from the store what an earlier process, or another, has kept; what is in memory where that is as new."""
    traits, epoch = state.traits, state.memory.epoch
    for instance in state.owner.instances:
        key = cache_key(traits._replace(instance=instance), query)
        copy = state.restore(query, (yield Step("read", (key,))), epoch, instance)
        if copy is not None:
            return copy
    return None


def withdrawing(state: CacheState, query: Query, envelope: bytes | None) -> Steps[None]:
    """Let the store forget a copy, and tell the processes that share it, which may have it in memory.

    Args:
        state: The copies.
        query: What is gone.
        envelope: What tells them, as `CacheState.forget` answers it.
    """
    if envelope is None:
        return
    key = cache_key(state.traits, query)
    held = yield Step("read", (key,))
    yield Step("drop", (key,))  # also where nothing can be written
    if held is not None:
        yield Step("write", (key, envelope))


def refusing(state: CacheState, query: Query) -> Steps[None]:
    """Let the copy say that its credential was refused, also to other processes."""
    yield from restoring(state, query)  # another process may have a newer one
    envelope = state.refuse(query)
    if envelope is not None:
        yield Step("write", (cache_key(state.traits, query), envelope))
