"""What a written module stands on: the types of its parameters, and the one call that each of its functions is."""

from __future__ import annotations

from collections.abc import Coroutine, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from inspect import isawaitable
from typing import Any, Protocol, TypeVar
from uuid import UUID

from ..errors import ArgumentError
from ..prompt.prompt import Prompt, RenderedPrompt

Array = list[Any] | tuple[Any, ...]
Messages = list[Any] | tuple[Any, ...]
Number = float | Decimal
Object = Mapping[str, Any]
Value = str | Number | date | time | UUID | Enum | Array | Object

# A rendered prompt, or what is awaited for one. Editors that follow no Protocol complete what either has.
R = TypeVar("R", bound=RenderedPrompt | Coroutine[Any, Any, RenderedPrompt])
R_co = TypeVar("R_co", covariant=True)


class Renders(Protocol[R_co]):
    """What a written function takes first: a `Client`, an `AsyncClient`, whose answer is awaited, or a `Prompt`."""

    def render(self, first: Any, /) -> R_co:
        """Put values in."""


def rendered(
    client: Renders[R],
    name: str,
    values: Mapping[str, object],
    *,
    optional: Mapping[str, object] | None = None,
    history: Mapping[str, Messages] | None = None,
    label: str | None = None,
) -> R:
    """Fetch a prompt and put values in, as a written function does.

    Args:
        client: A client, or the prompt itself as `get` has answered it: of another version or label, or with a fallback.
        name: The prompt's name.
        values: Values by the names of their variables.
        optional: Those that can be left out, as None leaves them out.
        history: Messages by the names of their places.
        label: Whichever version carries this label now; a prompt that is given is taken as it is.

    Returns:
        The rendered prompt; of an asyncio client, what is awaited for it.

    Raises:
        ArgumentError: The prompt is another one than the function's.
        Error: What `Client.get` and `Prompt.render` raise.
    """
    given = {**values}
    if optional:
        given |= {each: value for each, value in optional.items() if value is not None}
    asked: Any = client
    made: R
    if isinstance(asked, Prompt):
        if asked.name != name:
            raise ArgumentError(f"This function renders the prompt {name!r}, and was given {asked.name!r}.")
        made = _filled(asked, given, history)
    elif label is None and not history:
        made = asked.render(name, given)
    else:
        prompt: Any = asked.get(name, label=label)
        fill: Any = _awaited if isawaitable(prompt) else _filled
        made = fill(prompt, given, history)
    return made


def _filled(prompt: Any, values: Mapping[str, object], history: Mapping[str, Messages] | None) -> Any:
    return (prompt.options(history=history) if history else prompt).render(values)


async def _awaited(prompt: Any, values: Mapping[str, object], history: Mapping[str, Messages] | None) -> RenderedPrompt:
    made: RenderedPrompt = _filled(await prompt, values, history)
    return made
