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


# What of a message goes to a model as text, and what of its parts: an address or the content of a picture, too.
_OF_MESSAGES = frozenset({"content", "text"})
_OF_PARTS = _OF_MESSAGES | {
    "image_url", "url", "file", "file_data", "file_url", "filename", "source", "data", "title", "context", "input_audio",
}  # fmt: skip


def texts_of(message: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a message that values are put into."""
    for name, each in message.items():
        if name in _OF_MESSAGES:
            yield from _texts_of(each)


def fixed_texts(message: Mapping[str, Any]) -> Iterator[str]:
    """Every other text of a message, into which no values are put, such as a name or the arguments of a call."""
    for name, each in message.items():
        yield from _fixed(each) if name in _OF_MESSAGES else _leaves(each)


def filled(message: Mapping[str, Any], texts: Iterator[str]) -> dict[str, Any]:
    """The same message, with other texts in the places of `texts_of`."""
    return {name: _filled(each, texts) if name in _OF_MESSAGES else deepcopy(each) for name, each in message.items()}


def _texts_of(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, list | tuple):
        for each in content:
            yield from _texts_of(each)
    elif isinstance(content, Mapping):
        for name, each in content.items():
            if name in _OF_PARTS:
                yield from _texts_of(each)


def _filled(content: Any, texts: Iterator[str]) -> Any:
    if isinstance(content, str):
        return next(texts)
    if isinstance(content, list | tuple):
        return [_filled(each, texts) for each in content]
    if isinstance(content, Mapping):
        return {name: _filled(each, texts) if name in _OF_PARTS else deepcopy(each) for name, each in content.items()}
    return content


def _fixed(content: Any) -> Iterator[str]:
    if isinstance(content, list | tuple):
        for each in content:
            yield from _fixed(each)
    elif isinstance(content, Mapping):
        for name, each in content.items():
            yield from _fixed(each) if name in _OF_PARTS else _leaves(each)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _leaves(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _leaves(each)
