"""What stands below the front matter of a prompt file: messages, and the placeholders in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..prompt.syntax import SPACED
from ..spelling import closest
from .front_matter import Tell

ROLES = ("system", "user", "assistant", "developer")
FENCE = "+++"
SHOWN = 200  # characters of a malformed placeholder that are looked at for its end
SLOT: Mapping[str, Any] = {"slot": "history"}

_MARK = re.compile(r"--- +(?:([^\W\d]\w*)|(\{\{ *history *\}\}))[ \t]*")
# What was surely meant to be such a line: one word, a role and more, or braces behind three dashes.
_MEANT = re.compile(
    rf"---[ \t]*([^\W\d]\w*[ \t]*\Z|(?:{'|'.join(ROLES)})\b.*|\{{\{{[^}}]*\}}\}}[ \t]*\Z)", re.IGNORECASE
)
_ESCAPED = re.compile(r"\\(?=\\*(?:---|\+\+\+|[ \t]*\Z))")
# What was surely meant to be a placeholder: a name behind two braces, or the signs of a language with sections.
_BRACES = re.compile(r"\{\{[ \t]*(?:[^\W\d]|[#/^>&!])")


class Placeholder(NamedTuple):
    """A placeholder and where it stands.

    Attributes:
        name: Its name.
        line: The line, from 1.
        column: The character in it, from 1.
    """

    name: str
    line: int
    column: int


def read_messages(lines: Sequence[str], first: int, tell: Tell) -> list[Mapping[str, Any]]:
    """The messages of a text.

    Args:
        lines: Its lines.
        first: The number of the first one in the file.
        tell: Takes what is wrong.
    """
    messages: list[Mapping[str, Any]] = []
    role, began, block = "", first, list[str]()

    def end() -> None:
        if role == "history":
            messages.append(SLOT)
            text = next((at for at, line in enumerate(block, began) if line.strip(" \t")), None)
            if text is not None:
                tell(text, 1, "Text can't follow the place of a history: begin a message, such as `--- user`.")
        elif role or any(line.strip(" \t") for line in block):
            messages.append({"role": role or "user", "content": _content(block)})

    for at, line in enumerate(lines, first):
        mark = _MARK.fullmatch(line)
        if mark is None and not _MEANT.match(line):
            block.append(line)
            continue
        end()
        role, began, block = _role(line, mark, at, tell), at + 1, []
        if role == "history" and SLOT in messages:
            tell(at, 1, "A prompt has one place for a history: there is one already.")
    end()
    return messages


def placeholders(lines: Sequence[str], first: int, tell: Tell) -> Iterator[Placeholder]:
    """The placeholders of a text, in their order.

    Args:
        lines: Its lines.
        first: The number of the first one in the file.
        tell: Takes those that are malformed.
    """
    for at, line in enumerate(lines, first):
        if "{{" not in line or _MEANT.match(line):
            continue
        for found in SPACED.finditer(line):
            yield Placeholder(found[1], at, found.start() + 1)
        rest = SPACED.sub(lambda found: " " * len(found[0]), line)
        last = rest.rfind("}}")
        for braces in _BRACES.finditer(rest):
            begin = braces.start()
            end = rest.find("}}", begin, begin + SHOWN)
            shown = rest[begin : begin + 40 if end < 0 else end + 2]
            tell(at, begin + 1, _malformed(shown, last > begin))


def _role(line: str, mark: re.Match[str] | None, at: int, tell: Tell) -> str:
    if mark is not None and mark[2]:
        return "history"
    role = mark[1] if mark is not None else ""
    if role not in ROLES:
        names = (*ROLES, "{{history}}")
        close = closest(line.removeprefix("---").strip().lower(), names)
        guess = f" (did you mean `--- {close}`?)" if close else ""
        marks = [f"--- {each}" for each in names]
        there = f"`{'`, `'.join(marks[:-1])}` and `{marks[-1]}` do"
        remedy = "If it is text, put a backslash before it."
        tell(at, 1, f"`{line.strip()[:40]}` begins no message{guess}: {there}. {remedy}")
    return role or "user"


def _content(block: Sequence[str]) -> str:
    """The text of a message: without empty lines around it, and without the backslashes that only kept lines apart."""
    full = [at for at, line in enumerate(block) if line.strip(" \t")]
    lines = block[full[0] : full[-1] + 1] if full else ()
    return "\n".join(line[1:] if _ESCAPED.match(line) else line for line in lines)


def _malformed(text: str, ends: bool) -> str:
    why = "is no placeholder" if ends else "has no end in its line"
    return (
        f"`{text}` {why}: a placeholder is `{{{{name}}}}`, of letters, digits, `_`, and behind the first also `.` and `-`; "
        "blanks may stand around the name. There are no sections, filters or conditions."
    )
