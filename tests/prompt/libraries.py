"""What the models' libraries take, by their own types. They are large, so that the first test that needs one imports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter
from typing_extensions import get_type_hints, is_typeddict


@cache
def openai() -> TypeAdapter[Any]:
    """A request's messages, as OpenAI's library has them."""
    from openai.types.chat import ChatCompletionMessageParam

    return TypeAdapter(list[ChatCompletionMessageParam])


@cache
def anthropic() -> TypeAdapter[Any]:
    """A request's messages, as Anthropic's library has them."""
    from anthropic.types import MessageParam

    return TypeAdapter(list[MessageParam])


@cache
def anthropic_system() -> TypeAdapter[Any]:
    """A request's `system`, as Anthropic's library has it."""
    from anthropic.types import TextBlockParam

    return TypeAdapter(str | list[TextBlockParam])


@cache
def anthropic_beta() -> TypeAdapter[Any]:
    """A request's messages, as Anthropic's library has them for what is in trial."""
    from anthropic.types.beta import BetaMessageParam

    return TypeAdapter(list[BetaMessageParam])


@cache
def responses() -> TypeAdapter[Any]:
    """A request's `input`, as OpenAI's library has it for the Responses API."""
    from openai.types.responses import ResponseInputParam

    return TypeAdapter(ResponseInputParam)


def members(union: Any) -> Iterator[tuple[str, set[str]]]:
    """The dicts and objects of a union, each by its `type`, with the keys that it can't do without."""
    if get_origin(union) in (Union, Annotated):
        for each in get_args(union)[: 1 if get_origin(union) is Annotated else None]:
            yield from members(each)
    elif is_typeddict(union):
        hints = get_type_hints(union, include_extras=True)
        needed = {name for name, hint in hints.items() if str(hint).startswith("typing.Required[")}
        yield from ((name, needed - {"type"}) for name in _names(hints["type"]))
    elif issubclass(union, BaseModel):
        needed = {field.alias or name for name, field in union.model_fields.items() if field.is_required()}
        yield from ((name, needed - {"type"}) for name in _names(union.model_fields["type"].annotation))


def _names(hint: Any) -> Iterator[str]:
    for each in get_args(hint):
        if get_origin(hint) is Literal:
            yield each
        else:
            yield from _names(each)


def seen(value: Any) -> Any:
    """What a library's types let pass: all of it looked at, since they look at lists only when they are read."""
    if isinstance(value, BaseModel):
        return seen(value.model_dump(exclude_unset=True))
    if isinstance(value, Mapping):
        return {key: seen(each) for key, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [seen(each) for each in value]
    return value
