"""Messages as MCP has them: of the user and of the assistant alone, one block in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple

from mcp import types

from ..errors import ArgumentError
from ..prompt import Message
from ..prompt.conversion import parts_of
from .parts import Block, block_of, json_block

ROLE = "promptport/role"  # of a block's `_meta`: the role that MCP does not know
FIELDS = "promptport/fields"  # of a block's `_meta`: what else the message has
_SPOKEN = ("system", "developer", "user", "assistant")
_CALLS = ("tool_calls", "tool_call_id", "function_call", "refusal", "audio")  # fields that say something by themselves


class Spoken(NamedTuple):
    """A message as blocks.

    Attributes:
        role: Whose it is for MCP.
        own: Its own role, such as `system`.
        blocks: What it says.
    """

    role: Literal["user", "assistant"]
    own: str
    blocks: list[Block]


def spoken(messages: Iterable[Message], links: bool = True) -> Iterator[Spoken]:
    """Messages as blocks.

    MCP has two roles. What is not the assistant's goes as the user's, in its place: hosts put a prompt into the conversation,
    where a text of the system can't stand. Its own role is told beside it. Calls of tools and their results have no block in a
    prompt, and go as the JSON that they are.

    Args:
        messages: The messages.
        links: Whether the host knows links.

    Raises:
        ArgumentError: A message holds what can't be sent.
    """
    for at, message in enumerate(messages):
        meta: dict[str, Any] = {} if message.role in ("user", "assistant") else {ROLE: message.role}
        blocks = _blocks(message, f"messages[{at}]", links)
        if blocks is None:
            blocks = [json_block(message.to_dict())]
        elif message.more:
            meta[FIELDS] = dict(message.more)
        if meta:
            blocks = [each.model_copy(update={"meta": meta}) for each in blocks]
        yield Spoken("assistant" if message.role == "assistant" else "user", message.role, blocks)


def prompt_messages(messages: Iterable[Message], links: bool = True) -> list[types.PromptMessage]:
    """Messages as a prompt has them; arguments and errors as of `spoken`."""
    return [
        types.PromptMessage(role=each.role, content=block) for each in spoken(messages, links) for block in each.blocks
    ]


def _blocks(message: Message, where: str, links: bool) -> list[Block] | None:
    """The blocks of a message; None where it says what no block can."""
    if message.role not in _SPOKEN or any(message.more.get(each) for each in _CALLS):
        return None
    try:
        parts = list(parts_of(message.to_dict(), where))
    except ArgumentError:
        return None  # a content of another form
    return [block_of(part, place, links) for place, part in parts] or [types.TextContent(text="")]
