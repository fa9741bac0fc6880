"""What was done with a prompt, or is to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..errors import ArgumentError
from ..spelling import instead


class Step(NamedTuple):
    """What was done with a prompt, or is to be.

    Attributes:
        name: The prompt's name.
        action: One word for it, such as `updated`.
        text: What there is to say about it.
        refused: Whether it keeps all of it from being done.
    """

    name: str
    action: str
    text: str = ""
    refused: bool = False


def refused(steps: Iterable[Step]) -> bool:
    """Whether any of the steps keeps all of it from being done."""
    return any(each.refused for each in steps)


def check_known(names: Iterable[str], known: Iterable[str], where: str) -> None:
    """See that prompts that were named are there.

    Args:
        names: What was named.
        known: What there is.
        where: Where it would be.

    Raises:
        ArgumentError: One is not there; the text has the closest name.
    """
    there = list(known)
    for name in names:
        if name not in there:
            remedy = instead(name, there) or "It has none at all."
            raise ArgumentError(f"There is no prompt {name!r} in {where}. {remedy}")
