"""The arguments of a client that are given by their place, in the order of any release of the vendor's.

Until 0.20.0 the fourth and the fifth are the address and the timeout. Since then they are the AI application by its older name
and the address, and the timeout is the sixth. What a value is tells which one is meant: a text without a scheme is never taken
for an address, so that no key goes where nobody has sent it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

Init = TypeVar("Init", bound=Callable[..., None])
FIXED = 3  # arguments that have the same place in all releases
MOST = 6


def by_place(init: Init) -> Init:
    """A constructor that takes its arguments in either order."""

    @wraps(init)
    def placed(client: Any, *given: Any, **named: Any) -> None:
        fixed, more = given[:FIXED], sorted_by_kind(given[FIXED:], named, len(given))
        if len(fixed) == FIXED and "workspace_id" in more:  # as since 0.21.0, where the third has the newer name
            if "ai_application_id" in more:
                raise TypeError("`ai_application_id` was given twice: give it by its name alone")
            fixed, more["ai_application_id"] = fixed[:-1], fixed[-1]
        init(client, *fixed, **more)

    return cast("Init", placed)


def sorted_by_kind(rest: Sequence[Any], named: Mapping[str, Any], count: int) -> dict[str, Any]:
    """The arguments behind the first three by their names, with those that were given by name.

    Args:
        rest: What was given by its place.
        named: What was given by its name.
        count: How many were given by their place in all.

    Raises:
        TypeError: There are too many, two of one kind, one of none, or one that was given by name as well.
    """
    if count > MOST:
        raise TypeError(f"a client of Promptic takes at most {MOST} arguments by their place; {count} were given")
    found: dict[str, Any] = {}
    for number, value in enumerate(rest):
        name = _name(number, value, "endpoint" in found)
        if not name:
            continue
        if name in found or name in named:
            raise TypeError(f"`{name}` was given twice: give it by its name alone")
        found[name] = value
    return {**named, **found}


def _name(number: int, value: Any, has_address: bool) -> str:
    """The argument that a value is; empty where it is nothing."""
    if value is None:  # which as a timeout means any time
        return "timeout" if number == MOST - FIXED - 1 or (number == 1 and has_address) else ""
    if isinstance(value, str):
        if "://" not in value and (value == "localhost" or not {*".:/"}.isdisjoint(value)):
            raise TypeError(
                f"{value!r} may be an address: give it by name, `endpoint`, with http:// or https:// before it"
            )
        return "endpoint" if "://" in value else "ai_application_id" if value else ""
    if isinstance(value, bool) or callable(value):
        raise TypeError(f"{type(value).__name__} is neither an address, nor an AI application, nor a timeout")
    return "timeout"
