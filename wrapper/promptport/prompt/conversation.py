"""The messages of a prompt and those of histories, each in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..spelling import closest_of
from .history import ALONE, Messages
from .message import filled
from .values import Strictness


class Misplaced(NamedTuple):
    """What does not fit between places and messages.

    Attributes:
        unfilled: The places without messages.
        lost: The names of messages without a place, each with the closest name that has none.
    """

    unfilled: Sequence[str]
    lost: Mapping[str, str | None]


def misplaced(
    places: Sequence[str], given: Mapping[str, Messages], strictness: Strictness, *, anywhere: bool = False
) -> Misplaced:
    """What is an error between places and messages.

    Args:
        places: The names of the prompt's places.
        given: The messages by the names of theirs.
        strictness: What is an error.
        anywhere: Whether messages need no place, as in what stands in for a prompt.
    """
    unfilled = [each for each in places if each not in given] if strictness.missing else []
    lost = [] if anywhere or not strictness.extra else [each for each in given if each not in places]
    if not places and ALONE in lost:
        lost.remove(ALONE)  # it has no place in particular
    return Misplaced(unfilled, closest_of(lost, unfilled))


def conversation(
    messages: Sequence[Mapping[str, Any]], texts: Sequence[str], places: Sequence[str], given: Mapping[str, Messages]
) -> list[dict[str, Any]]:
    """All messages in their order: those of histories as they were given.

    Args:
        messages: The prompt's own, and its places.
        texts: The texts of these, with values put in.
        places: The names of the places.
        given: Messages by the names of their places. Without places they stand before the last message of the user, or else
            behind all.
    """
    rest = iter(texts)
    made: list[dict[str, Any]] = []
    for message in messages:
        made += given.get(str(message["slot"]), ()) if "slot" in message else (filled(message, rest),)
    if given and not places:
        users = [at for at, each in enumerate(made) if each.get("role") == "user"]
        at = users[-1] if users else len(made)
        made[at:at] = [each for history in given.values() for each in history]
    return made
