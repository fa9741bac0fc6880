"""What the models' libraries take, by their own types. They are large, so that the first test that needs one imports it."""

from __future__ import annotations

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
