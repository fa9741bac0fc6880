"""What stands below the front matter of a prompt file: messages, and the placeholders in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from ..prompt.syntax import escape
from .constructs import constructs, unescaped
from .front_matter import Tell
from .marks import Line, content_of, read_lines


class Placeholder(NamedTuple):
    """A placeholder and where it stands.

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
        placeholders: The placeholders, in their order.
    """

    messages: list[Mapping[str, Any]]
    placeholders: list[Placeholder]


def read_body(lines: Sequence[str], first: int, tell: Tell, *, plain: bool = False) -> Body:
    """Read what stands below the front matter.

    Args:
        lines: Its lines.
        first: The number of the first one in the file.
        tell: Takes what is wrong.
        plain: Whether braces and the like are text, whatever they look like.
    """
    body = Body([], [])
    mark, block = Line(first - 1, ""), list[Line]()
    for line in read_lines(lines, first, plain=plain):
        if line.problem:
            tell(line.number, 1, line.problem)
        if not line.marks:
            block.append(line)
            continue
        _end(body, mark, block, tell, plain)
        mark, block = line, []
        if line.place and {"slot": line.place} in body.messages:
            tell(line.number, 1, f"A prompt has one place for `{line.place}`: there is one already.")
    _end(body, mark, block, tell, plain)
    return body


def _end(body: Body, mark: Line, block: Sequence[Line], tell: Tell, plain: bool) -> None:
    """Take in what the mark began: a message, or a place, of which the text below it is no part."""
    text = next((each.number for each in block if each.text.strip(" \t")), None)
    if mark.place:
        body.messages.append({"slot": mark.place})
        if text is not None:
            tell(text, 1, "Text can't follow a place for messages: begin a message, such as `--- user`.")
    elif mark.role or text is not None:
        content = _content(body, block, tell, plain)
        body.messages.append({"role": mark.role or "user", "content": content})


def _content(body: Body, block: Sequence[Line], tell: Tell, plain: bool) -> str:
    texts = [each.text for each in block]
    if plain:
        return escape(content_of(texts))
    text = "\n".join(texts)
    starts = [0, *accumulate(len(each) + 1 for each in texts)]
    found = []
    for each in constructs(text):
        found.append(each)
        if each.literal:
            continue
        at = bisect_right(starts, each.begin) - 1
        line, column = block[at].number, each.begin - starts[at] + 1
        if each.problem:
            tell(line, column, each.problem)
        else:
            body.placeholders.append(Placeholder(each.name, line, column, each.doubt))
    return content_of(unescaped(text, found).split("\n"))
