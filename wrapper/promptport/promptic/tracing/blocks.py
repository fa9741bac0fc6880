"""Blocks, and decorators, whose spans say where they belong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack, nullcontext
from types import TracebackType
from typing import TypeVar
from uuid import UUID

from ...base.decorating import decorated
from ...errors import ArgumentError
from .decorating import Steps
from .labels import (
    PROMPTIC_COMPONENT_ATTR,
    PROMPTIC_DATASET_ATTR,
    PROMPTIC_DATASET_ID_ATTR,
    PROMPTIC_RUN_ATTR,
    Inside,
    added,
    identified,
    identity,
    inside,
    labels,
    named,
)
from .langsmith import bridged

F = TypeVar("F", bound=Callable[..., object])


class Block(AbstractContextManager[None]):
    """Spans that begin in it have its labels. It can be entered again and again, also by several threads and tasks at once.

    Args:
        own: Its labels, by attribute.
    """

    def __init__(self, own: Mapping[str, str]) -> None:
        self._own = own

    def inner(self) -> Inside:
        """What is under way within it, as of now; nothing is entered yet."""
        return Inside(added(labels(), self._own), self, inside.get(), ExitStack())

    def __enter__(self) -> None:
        made = self.inner()
        inside.set(made)
        made.bridge.enter_context(bridged(made.labels))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        found = inside.get()
        # A generator may be ended elsewhere than where it was begun: what is under way there is another's.
        if found is not None and found.block is self:
            inside.set(found.outer)
            found.bridge.close()

    def __call__(self, function: F) -> F:
        """Decorate a function, a coroutine function, or a generator function of either kind: its body has the labels."""
        return decorated(function, lambda: nullcontext(Steps(self.inner()).step))


def ai_component(
    name: str, *, dataset: str | None = None, run: str | None = None, dataset_id: str | UUID | None = None
) -> Block:
    """Link the spans of a block, or of a decorated function, with an AI component, and with a dataset where one is given.

    Whoever has not called `init` may use it, too: then nothing is sent. Tasks, and functions that `asyncio.to_thread` runs,
    inherit it; threads of one's own don't.

    Args:
        name: The component's name, as the platform has it.
        dataset: The dataset's name; servers until 0.17.0 make one that is not there.
        run: The name of a run of that dataset; servers until 0.21.0 have runs.
        dataset_id: The dataset's UUID; servers since 0.18.0 go by it.

    Raises:
        ArgumentError: A name is blank, the id is no UUID, or both `dataset` and `dataset_id` are given.
    """
    if dataset is not None and dataset_id is not None:
        raise ArgumentError("`dataset` and `dataset_id` name one thing: pass one of them.")
    return Block(
        _given({
            PROMPTIC_COMPONENT_ATTR: named(name, "name"),
            PROMPTIC_DATASET_ATTR: named(dataset, "dataset"),
            PROMPTIC_DATASET_ID_ATTR: identified(dataset_id, "dataset_id"),
            PROMPTIC_RUN_ATTR: named(run, "run"),
        })
    )  # fmt: skip


def dataset(
    name_or_id: str | UUID | None = None, *, name: str | None = None, dataset_id: str | UUID | None = None
) -> Block:
    """Put the traces of a block, or of a decorated function, into a dataset.

    Args:
        name_or_id: The dataset's UUID, or its name: what reads as a UUID is one.
        name: Its name, whatever that reads as.
        dataset_id: Its UUID.

    Raises:
        ArgumentError: There are several of them, or the name is blank, or the id is no UUID.
    """
    given = [each for each in (name_or_id, name, dataset_id) if each is not None]
    if len(given) > 1:
        raise ArgumentError("`dataset` takes a name or an id, and one of them.")
    found = identified(dataset_id, "dataset_id") or identity(name_or_id)
    text = None if found else named(name if name_or_id is None else str(name_or_id), "name")
    return Block(_given({PROMPTIC_DATASET_ATTR: text, PROMPTIC_DATASET_ID_ATTR: found}))


def _given(own: Mapping[str, str | None]) -> Mapping[str, str]:
    return {name: value for name, value in own.items() if value is not None}
