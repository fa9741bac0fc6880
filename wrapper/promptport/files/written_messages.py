"""The messages of a prompt as the lines of a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..prompt.message import filled, texts_of
from .json_text import write_json
from .marks import ROLES, TOOL, Line, kept_lines, read_lines

_UNSAYABLE = re.compile("\r\n|\r\\Z|[\ud800-\udfff]")  # what no line of a file can hold
_TEXT = {"type": "text"}


class WrittenMessages:
    """Messages as lines.

    Args:
        texts: The texts of messages in the syntax `escaped`, and how they stand in a file.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._places: set[str] = set()

    def text(self, messages: Sequence[Mapping[str, Any]]) -> list[str] | None:
        """The lines of a prompt that is one text, without one that begins a message; None where there must be such a line."""
        if len(messages) != 1 or messages[0].keys() != {"role", "content"} or messages[0]["role"] != "user":
            return None
        content = messages[0]["content"]
        return self._block(content) if isinstance(content, str) and self._sayable(content) else None

    def lines(self, messages: Sequence[Mapping[str, Any]]) -> list[str]:
        """The lines of messages, an empty one between two."""
        made: list[str] = []
        for each in messages:
            for block in self._message(each):
                made += [*[""] * bool(made), *block]
        return made

    def _message(self, message: Mapping[str, Any]) -> Iterator[list[str]]:
        if message.keys() == {"slot"} and self._is_place(message["slot"]):
            self._places.add(message["slot"])
            yield [f"--- {{{{{message['slot']}}}}}"]
            return
        content = message.get("content")
        more = {name: each for name, each in message.items() if name not in ("role", "content")}
        if "slot" in message or "role" not in message or "content" not in message:
            first = {name: message[name] for name in ("role", "content") if name in message}
            yield [self._mark("message", {**first, **message})]
        elif isinstance(content, str) and self._sayable(content):
            below = bool(content) or (message["role"] in ROLES and "tool_calls" not in more)
            fields = more if below else {"content": content, **more}
            yield [self._opening(message["role"], fields), *self._block(content)]
        elif (
            isinstance(content, list | tuple)
            and content
            and all(isinstance(each, str | dict | list) for each in content)
        ):
            yield from self._parts(message["role"], more, content)
        elif content is None and "tool_calls" in more and message["role"] in (*ROLES, TOOL):
            yield [self._opening(message["role"], more)]
        else:
            yield [self._opening(message["role"], {"content": content, **more})]

    def _parts(self, role: Any, more: Mapping[str, Any], parts: Sequence[Any]) -> Iterator[list[str]]:
        """A message and its parts: a text stands below the line of what comes before it, where that has none of its own."""
        block = [self._opening(role, more)]
        free = len(parts) > 1  # a text alone would be the content itself
        for part in parts:
            text: Any = part.get("text") if isinstance(part, dict) and part.get("type") == "text" else None
            about = {name: each for name, each in part.items() if name != "text"} if isinstance(part, dict) else {}
            block_text = isinstance(text, str) and self._sayable(text) and not list(texts_of({"content": about}))
            if free and block_text and text and about == _TEXT:
                block += self._block(text)
                free = False
                continue
            yield block
            if block_text:
                block, free = [self._mark("part", about), *self._block(text)], False
            else:
                block, free = [self._image(part) or self._mark("part", part)], True
        yield block

    def _image(self, part: Any) -> str | None:
        """The line of an image that is known by its address alone."""
        url = part.get("image_url") if isinstance(part, dict) else None
        if not isinstance(url, dict) or part != {"type": "image_url", "image_url": {"url": url.get("url")}}:
            return None
        address = self._texts[url["url"]] if isinstance(url["url"], str) else ""
        line = f"--- image {address}"
        found = next(iter(read_lines(line.split("\n"), 1)), Line(1, ""))
        return line if self._sayable(address) and (found.word, found.data) == ("image", address) else None

    def _opening(self, role: Any, fields: Mapping[str, Any]) -> str:
        if role in ROLES and not fields:
            return f"--- {role}"
        return (
            self._mark(role, fields)
            if role in (*ROLES, TOOL) and fields
            else self._mark("message", {"role": role, **fields})
        )

    def _mark(self, word: str, data: Any) -> str:
        """A line with JSON, whose texts stand as in a file."""
        data = self._filled({"content": data})["content"] if word == "part" else self._filled(data)
        return f"--- {word} {write_json(data)}"

    def _filled(self, message: Mapping[str, Any]) -> dict[str, Any]:
        return filled(message, (self._texts[text] for text in list(texts_of(message))))

    def _block(self, text: str) -> list[str]:
        return kept_lines(self._texts[text].split("\n")) if text else []

    def _sayable(self, text: str) -> bool:
        return not _UNSAYABLE.search(text)

    def _is_place(self, name: Any) -> bool:
        """Whether a place can stand in a line of its own: by its name, and once."""
        if not isinstance(name, str) or not name or name in self._places or "\n" in name:
            return False
        return next(iter(read_lines([f"--- {{{{{name}}}}}"], 1))).place == name
