"""What the models' libraries take, by their own types. They are large, so that the first test that needs one imports it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter


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
def responses() -> TypeAdapter[Any]:
    """A request's `input`, as OpenAI's library has it for the Responses API."""
    from openai.types.responses import ResponseInputParam

    return TypeAdapter(ResponseInputParam)


def seen(value: Any) -> Any:
    """What a library's types let pass: all of it looked at, since they look at lists only when they are read."""
    if isinstance(value, Mapping):
        return {key: seen(each) for key, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [seen(each) for each in value]
    return value
