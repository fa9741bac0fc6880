"""What spans say of where they belong: a component, a dataset, a run. They travel in a context variable."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from contextvars import ContextVar
from typing import NamedTuple
from uuid import UUID

from ...errors import ArgumentError

PROMPTIC_COMPONENT_ATTR = "promptic.ai_component"
PROMPTIC_DATASET_ATTR = "promptic.dataset"
PROMPTIC_DATASET_ID_ATTR = "promptic.dataset.id"
PROMPTIC_RUN_ATTR = "promptic.run"
DATASETS = (
    PROMPTIC_DATASET_ATTR,
    PROMPTIC_DATASET_ID_ATTR,
)  # one of which a span has: the platform could not have both


class Inside(NamedTuple):
    """A block that is under way.

    Attributes:
        labels: What spans that begin in it say, by attribute.
        block: Whose block it is.
        outer: What was under way around it; None where nothing was.
        bridge: What is told besides, and must be told of the end.
    """

    labels: Mapping[str, str]
    block: object
    outer: Inside | None
    bridge: ExitStack


inside: ContextVar[Inside | None] = ContextVar("promptic", default=None)


def labels() -> Mapping[str, str]:
    """What a span that begins now says, by attribute."""
    found = inside.get()
    return found.labels if found is not None else {}


def added(outer: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
    """The labels of a block within another: its own, and of the others what it says nothing of."""
    replaced = DATASETS if any(each in own for each in DATASETS) else ()
    return {**{name: value for name, value in outer.items() if name not in replaced}, **own}


def named(value: str | None, argument: str) -> str | None:
    """A name without the blanks around it; None where there is none.

    Raises:
        ArgumentError: It is blank, or no text: the platform could match it with nothing.
    """
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise ArgumentError(f"`{argument}` must be a name, not {value!r:.40}.")
    return value.strip()


def identity(value: object) -> str | None:
    """A UUID in its usual form, whatever form it was given in; None where the value is none."""
    if isinstance(value, UUID):
        return str(value)
    try:
        return str(UUID(value)) if isinstance(value, str) else None
    except ValueError:
        return None


def identified(value: object, argument: str) -> str | None:
    """The id of a dataset; None where there is none.

    Raises:
        ArgumentError: It is no UUID.
    """
    if value is None:
        return None
    found = identity(value)
    if found is None:
        raise ArgumentError(
            f"`{argument}` must be the UUID of a dataset, not {value!r:.60}. A name goes into `dataset`."
        )
    return found
