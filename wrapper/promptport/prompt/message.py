"""The messages of a prompt, and the texts in them that values are put into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any, Self

from attrs import frozen


@frozen
class Message:
    """One message.

    Attributes:
        role: Who says it: `system`, `user`, `assistant`, `tool`, …
        content: What is said: a text, a list of parts, or None.
        more: What else the platform has there, such as `name` or `tool_calls`.
    """

    role: str
    content: str | Sequence[Mapping[str, Any]] | None
    more: Mapping[str, Any] = {}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """A message from the mapping that stands for it."""
        more = {name: value for name, value in data.items() if name not in ("role", "content")}
        return cls(data.get("role", "user"), data.get("content"), more)

    def to_dict(self) -> dict[str, Any]:
        """The message as a mapping of its own."""
        return {"role": self.role, "content": deepcopy(self.content), **deepcopy(dict(self.more))}


def dict_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """A message of a history as it was given; a copy only where it is no dict."""
    return message if isinstance(message, dict) else dict(message)


def texts_of(content: Any) -> Iterator[str]:
    """Every text that values are put into: a content itself, or what stands under `content` and `text` inside."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list | tuple):
        for each in content:
            yield from texts_of(each)
    elif isinstance(content, Mapping):
        for name, each in content.items():
            if name in ("content", "text"):
                yield from texts_of(each)


def filled(content: Any, texts: Iterator[str]) -> Any:
    """The same content, with other texts in the places of `texts_of`."""
    if isinstance(content, str):
        return next(texts)
    if isinstance(content, list | tuple):
        return [filled(each, texts) for each in content]
    if isinstance(content, Mapping):
        return {
            name: filled(each, texts) if name in ("content", "text") else deepcopy(each)
            for name, each in content.items()
        }
    return content
