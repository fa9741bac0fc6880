"""What stands below the front matter of a prompt file: messages, their parts, and the placeholders in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from ..prompt.message import filled, texts_of
from ..prompt.syntax import escape, escaped
from .constructs import Construct, constructs, unescaped
from .front_matter import ONLY, Tell
from .json_text import NoJson, read_json
from .marks import Line, content_of, read_lines

_MISSING = object()


class Placeholder(NamedTuple):
    """A placeholder, or what names a part, and where it stands.

    Attributes:
        name: Its name.
        line: The line, from 1.
        column: The character in it, from 1.
        doubt: Why it may be meant as text, where it may; it counts only where the file declares its name.
    """

    name: str
    line: int
    column: int
    doubt: str = ""


class Body(NamedTuple):
    """What stands below the front matter.

    Attributes:
        messages: The messages and the places for others, as `promptport.platform.Fetched` has them in the syntax `escaped`.
        placeholders: The placeholders, in the order in which they were read.
        parts: The files whose texts are to stand in these, as `{{> name}}`; where there are none, that is text.
        marked: Whether a line begins a message.
    """

    messages: list[Mapping[str, Any]]
    placeholders: list[Placeholder]
    parts: list[Placeholder]
    marked: bool


def read_body(lines: Sequence[str], first: int, tell: Tell, placeholders: bool | str = True) -> Body:
    """Read what stands below the front matter.

    Args:
        lines: Its lines.
        first: The number of the first one in the file.
        tell: Takes what is wrong.
        placeholders: What front matter says of them: `False` makes text of all braces and the like, and `ONLY` of all but
            placeholders.
    """
    reading = _Reading(tell, placeholders)
    mark, block = Line(first - 1, ""), list[Line]()
    for line in read_lines(lines, first, plain=placeholders is False):
        if line.problem:
            tell(line.number, 1, line.problem)
        if line.marks:
            reading.take(mark, block)
            mark, block = line, []
        else:
            block.append(line)
    reading.take(mark, block)
    return reading.body(mark.marks)


def with_texts(messages: Iterable[Mapping[str, Any]], change: Callable[[str], str]) -> list[Mapping[str, Any]]:
    """Messages, all texts of which are changed."""
    return [filled(each, (change(text) for text in list(texts_of(each)))) for each in messages]


class _Reading:
    """One reading of a body."""

    def __init__(self, tell: Tell, mode: bool | str) -> None:
        self._tell, self._mode = tell, mode
        self._messages: list[Mapping[str, Any]] = []
        self._placeholders: list[Placeholder] = []
        self._parts: list[Placeholder] = []
        self._slots: set[str] = set()
        self._open: dict[str, Any] | None = None  # the message that parts belong to

    def body(self, marked: bool) -> Body:
        """What was read."""
        messages = self._messages
        if self._mode is True and not self._parts and any("{{" in text for each in messages for text in texts_of(each)):
            messages = with_texts(messages, _without_parts)
        return Body(messages, self._placeholders, self._parts, marked)

    def take(self, mark: Line, block: Sequence[Line]) -> None:
        """Take in what a mark began, with the lines below it."""
        text = next((each for each in block if each.text.strip(" \t")), None)
        if mark.place:
            self._place(mark, text)
        elif mark.word in ("part", "image"):
            self._part(mark, block, text)
        elif mark.word == "message":
            self._full_message(mark, block, text)
        elif mark.role or text is not None:
            self._message(mark, block, text)

    def _place(self, mark: Line, text: Line | None) -> None:
        if mark.place in self._slots:
            self._tell(mark.number, 1, f"A prompt has one place for `{mark.place}`: there is one already.")
        self._slots.add(mark.place)
        self._messages.append({"slot": mark.place})
        self._open = None
        if text is not None:
            self._tell(text.number, 1, "Text can't follow a place for messages: begin a message, such as `--- user`.")

    def _message(self, mark: Line, block: Sequence[Line], text: Line | None) -> None:
        fields = self._fields(mark) if mark.data else {}
        for name in ("role", "slot"):
            if name in fields:
                self._tell(mark.number, mark.column, f"`{name}` is no field of a message here: `--- message` takes it.")
        given = "content" in fields
        content = fields.pop("content", None)
        if not given:
            content = None if text is None and "tool_calls" in fields else self._text(block)
        self._begin({"role": mark.role or "user", "content": content, **fields}, text, given)

    def _full_message(self, mark: Line, block: Sequence[Line], text: Line | None) -> None:
        fields = self._fields(mark)
        given = "content" in fields or "slot" in fields
        if text is not None and not given:
            fields["content"] = self._text(block)
        first: dict[str, Any] = {name: fields[name] for name in ("role", "content") if name in fields}
        self._begin({**first, **fields}, text, given)

    def _begin(self, message: dict[str, Any], text: Line | None, given: bool) -> None:
        """Add a message; where its JSON has the content, there is no place for a text below."""
        self._messages.append(message)
        self._open = None if given else message
        if given and text is not None:
            self._tell(text.number, 1, "The content stands in the JSON above: leave it out there, or the text here.")

    def _fields(self, mark: Line) -> dict[str, Any]:
        """What a message is said to have, with its texts read."""
        fields = self._json(mark)
        return filled(fields, (self._read(text, mark) for text in list(texts_of(fields))))

    def _part(self, mark: Line, block: Sequence[Line], text: Line | None) -> None:
        part = {"type": "image_url", "image_url": {"url": mark.data}} if mark.word == "image" else self._json(mark)
        open_ended = isinstance(part, dict) and part.get("type") == "text" and "text" not in part
        if isinstance(part, dict | list | str):
            given = {"content": part}
            part = filled(given, (self._read(text, mark) for text in list(texts_of(given))))["content"]
        if open_ended:
            part["text"] = self._text(block)
        if not self._messages:
            self._open = {"role": "user", "content": ""}
            self._messages.append(self._open)
        if self._open is None:
            self._tell(mark.number, 1, "A part belongs to a message whose content stands below it: begin one above.")
            return
        content = self._open.get("content")
        parts = content if isinstance(content, list) else [{"type": "text", "text": content}] if content else []
        parts.append(part)
        if text is not None and not open_ended:
            parts.append({"type": "text", "text": self._text(block)})
        self._open["content"] = parts

    def _json(self, mark: Line) -> Any:
        try:
            return read_json(mark.data)
        except NoJson as error:
            self._tell(
                mark.number,
                mark.column + error.at,
                f"What stands behind `{mark.word or mark.role}` is no JSON: {error}.",
            )
            return {}

    def _read(self, text: str, mark: Line) -> str:
        if self._mode is False:
            return escape(text)
        return unescaped(text, self._found(text, lambda at: (mark.number, mark.column)))

    def _text(self, block: Sequence[Line]) -> str:
        texts = [each.text for each in block]
        if self._mode is False:
            return escape(content_of(texts))
        text = "\n".join(texts)
        starts = [0, *accumulate(len(each) + 1 for each in texts)]

        def place(begin: int) -> tuple[int, int]:
            at = bisect_right(starts, begin) - 1
            return block[at].number, begin - starts[at] + 1

        return content_of(unescaped(text, self._found(text, place)).split("\n"))

    def _found(self, text: str, place: Callable[[int], tuple[int, int]]) -> list[Construct]:
        """What is to lose its backslash in a text; placeholders, parts and problems are taken in."""
        if self._mode == ONLY:
            for each in escaped(())(text):
                if each.name is not None:
                    self._placeholders.append(Placeholder(each.name, *place(each.begin)))
            return []
        found = list(constructs(text))
        for one in found:
            if one.literal:
                continue
            if one.problem:
                self._tell(*place(one.begin), one.problem)
            elif one.part:
                self._parts.append(Placeholder(one.part, *place(one.begin)))
            else:
                self._placeholders.append(Placeholder(one.name, *place(one.begin), one.doubt))
        return found


def read_text(text: str, *, parts: bool = False) -> str | None:
    """A text of a file in the syntax `escaped`; None where something is wrong with it.

    Args:
        text: The text.
        parts: Whether the file names parts; else what looks like one must be text.
    """
    found = list(constructs(text))
    if any(not each.literal and (each.problem or (each.part and not parts)) for each in found):
        return None
    read = unescaped(text, found)
    return read if parts else _without_parts(read)


def _without_parts(text: str) -> str:
    """A text of a file that names no part, in which what looks like one is text, without a backslash before it."""
    made, at = [], 0
    for each in constructs(text):
        if each.part:
            made += [text[at : each.begin - each.slashes], "\\" * (each.slashes // 2)]
            at = each.begin
    return "".join([*made, text[at:]])
