"""The lines of a prompt file that begin a message, and those that were meant to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..spelling import closest
from .constructs import FENCE, closes, one_line, visible
from .misplaced import HUMAN, ROLE_FIELD, among_lines

ROLES = ("system", "user", "assistant", "developer")
TOOL = "tool"  # a role as well, but a word that stands in too many texts to be guessed at
HEAD = "+++"

_ROLE = "|".join(ROLES)
_MARK = re.compile(r"--- +(?:([^\W\d]\w*)|\{\{ *([^\W\d]\w*) *\}\})[ \t]*")
# JSON behind a role, or behind one of our words: a message's other fields, a whole message, a part.
_JSON = re.compile(rf"--- +(?:({_ROLE}|{TOOL})|(message))( +)(\{{(?!\{{).*)|--- +(part)( +)([\[{{\"].*)", re.DOTALL)
# The address of an image, which may have placeholders and parts. What has no sign of an address is text.
_IMAGE = re.compile(r"--- +image( +)((?![<\"'`!(\[])(?:\{\{[^{}\n]*+\}\}|\S)++)[ \t]*+", re.DOTALL)
_ADDRESS = re.compile(r"[:/.]|\{\{")
# What follows is looked for in a line as it looks: with ASCII blanks and dashes, and without what is not seen.
# What was surely meant to begin a message: one word, a role and more, or braces behind three dashes.
_MEANT = re.compile(
    rf"--- *+([^\W\d]\w*+ *+\Z|(?:{_ROLE})\b.*|\{{+[^{{}}]*\}}+ *+\Z|\{{\{{ *history *\}}\}}[ -]*+\Z)",
    re.IGNORECASE | re.DOTALL,
)
# JSON or an address behind what is nearly one of our words.
_WORDED = (
    r" *+-{2,}+ *+(?:image|img|picture|photo|audio|file|video|document|pdf|part|message|tool|function)s?+ *+[:=]?+ *+"
    r"(?:[{\[\"]|[<!(]*+(?:\[[^\]]*+\]\()?+(?:https?://|data:)).*"
)
# A role behind a mark of a list, dashes or another rule, in braces, quotes or the like.
_NEAR = (
    r" *+(?:(?:[-*+>]|\d{1,9}[.)]) ++)*+(?:-{2,}|[=+:_]{3,}+|\*{3,}+)"
    rf" *+[\"'`*_<(\[{{$]*+(?:(?:{_ROLE})|\{{? *history *\}}?|history(?=[>\]}}]))[\"'`*_>)\]}}]*+ *+:?+ *+[-=+:_*]*+"
)
_HEADING = r" {0,3}(?:#{1,6} +[*_]*+|[*_]{1,3}|\[|={2} *)system(?:[*_\]:#=]| )*+"
# A role before a colon, as other formats have it. `User:` in a line of its own is text: transcripts are written so.
_COLON = rf" {{0,3}}(?i:system|developer) *+:.*|(?:{_ROLE}) *+: *+"
# What git could not merge, and nobody has looked at; in the same marks a model is asked for changes.
_CONFLICT = re.compile(r"(?:<{7} (?!SEARCH)|>{7} (?!REPLACE))\S.*")
_FOREIGN = re.compile(
    rf"(?:(?i:{_NEAR}|{_HEADING}|{_WORDED}) *+|{_COLON}| *+\+\+\+ *+(?:(?i:toml|yaml|json) *+)?|{_CONFLICT.pattern})\Z"
)
_KEPT = re.compile(rf" *+(?:---|\+\+\+)|{_FOREIGN.pattern}|{ROLE_FIELD.pattern}\Z|{HUMAN}")


class Line(NamedTuple):
    """A line of a prompt file.

    Attributes:
        number: The line, from 1.
        text: What stands there.
        role: The role of the message that begins here, where one does.
        place: The name of the place for messages that is here, where one is.
        problem: What is wrong with it, where something is.
        word: `message`, `part` or `image`, where one of them begins here.
        data: The JSON behind a role or word, or the address of an image.
        column: Where that begins, from 1.
    """

    number: int
    text: str
    role: str = ""
    place: str = ""
    problem: str = ""
    word: str = ""
    data: str = ""
    column: int = 1

    @property
    def marks(self) -> bool:
        """Whether a message, a part of one, or a place begins here."""
        return bool(self.role or self.place or self.word)


def read_lines(lines: Sequence[str], first: int, *, plain: bool = False) -> Iterator[Line]:
    """The lines of a text, and which of them begin messages.

    Args:
        lines: The lines.
        first: The number of the first one in the file.
        plain: Whether what only looks like such a line is text; conflict marks of git are none even so.
    """
    fence = ""
    among = {} if plain else among_lines(lines, marks=True)
    for number, text in enumerate(lines, first):
        if text.startswith("--- ") and (more := _with_data(number, text)):
            fence = ""
            yield more
            continue
        mark = _MARK.fullmatch(text)
        seen = visible(text)
        if mark is not None or _MEANT.match(seen):
            fence = ""
            yield _began(number, text, mark)
            continue
        line = FENCE.match(text)
        if line is not None:
            fence = "" if fence and closes(line, fence) else fence or line[1]
        problem = ""
        if _CONFLICT.match(text) or (not plain and not fence and _FOREIGN.match(seen)):
            problem = _misread(seen)
        elif not fence:
            problem = among.get(number - first, "")
        yield Line(number, text, problem=problem)


def kept_lines(lines: Sequence[str], *, edges: bool = True) -> list[str]:
    """The lines of a text as they stand in a file, so that `content_of` answers the text.

    Args:
        lines: The lines.
        edges: Whether empty lines at the beginning and the end are to count.
    """
    full = [at for at, line in enumerate(lines) if line.strip(" \t")]
    first, last = (full[0], full[-1]) if full else (len(lines), -1)
    made: list[str] = []
    among = among_lines(lines, marks=False)
    fence = ""
    for at, line in enumerate(lines):
        bare = line.lstrip("\\")
        found = None if bare != line else next(read_lines([line], 1))
        opened = FENCE.match(line)
        if opened is not None:
            fence = "" if fence and closes(opened, fence) else fence or opened[1]
        wrong = at in among or (found is not None and found.problem)
        marked = found is not None and (found.marks or bool(wrong and (not fence or _CONFLICT.match(line))))
        slashed = bare != line and _is_kept(bare)
        made.append(f"\\{line}" if marked or slashed or (edges and not first <= at <= last) else line)
    return made


def content_of(block: Sequence[str]) -> str:
    """The text of a message: without empty lines around it, and without the backslashes that only kept lines apart."""
    full = [at for at, line in enumerate(block) if line.strip(" \t")]
    lines = block[full[0] : full[-1] + 1] if full else ()
    return "\n".join(line[1:] if line.startswith("\\") and _is_kept(line.lstrip("\\")) else line for line in lines)


def _is_kept(line: str) -> bool:
    """Whether a backslash before a line is no part of it."""
    return not line.strip(" \t") or _KEPT.match(visible(line)) is not None


def _with_data(number: int, text: str) -> Line | None:
    """A line with JSON or an address behind its word."""
    if found := _JSON.fullmatch(text):
        role, word, data = found[1] or "", found[2] or found[5] or "", found[4] or found[7]
        at = found.start(4) if found[4] else found.start(7)
        return Line(number, text, role, word=word, data=data.rstrip(" \t"), column=at + 1)
    found = _IMAGE.fullmatch(text)
    if found is None or not _ADDRESS.search(found[2]):
        return None
    return Line(number, text, word="image", data=found[2], column=found.start(2) + 1)


def _began(number: int, text: str, mark: re.Match[str] | None) -> Line:
    role, place = (mark[1] or "", mark[2] or "") if mark is not None else ("", "")
    if role in ROLES or (place and not _misspelt(place)):
        return Line(number, text, role, place)
    names = (*ROLES, "{{history}}")
    close = closest(visible(text).removeprefix("---").strip().lower(), names)
    guess = f" (did you mean `--- {close}`?)" if close else ""
    marks = [f"--- {each}" for each in names]
    there = f"`{'`, `'.join(marks[:-1])}` and `{marks[-1]}` do"
    problem = (
        f"`{one_line(text.strip()[:40])}` begins no message{guess}: {there}. If it is text, put a backslash before it."
    )
    return Line(number, text, "user", problem=problem)


def _misspelt(place: str) -> bool:
    return place != "history" and closest(place.lower(), ("history",)) is not None


def _misread(text: str) -> str:
    shown = one_line(text.strip()[:40])
    remedy = "If it is text, put a backslash at the beginning of the line."
    if _CONFLICT.match(text):
        return f"`{shown}` is a conflict mark of git: decide for one side, and take the marks away. {remedy}"
    if text.lstrip().startswith(HEAD) and not text.strip("+ ").lower().startswith(ROLES):
        return f"Front matter stands at the very top of a file, and nowhere else. {remedy}"
    words = ("image", "part", "message", TOOL)
    first = re.search(r"[a-z]+", text.lower())
    suggestion = closest(first[0], (*ROLES, *words)) if first else None
    role = next((each for each in ROLES if each in text.lower()), "{{history}}")
    mark = suggestion if suggestion in words else role
    return f"`{shown}` begins no message: `--- {mark}` does, at the beginning of its line. {remedy}"
