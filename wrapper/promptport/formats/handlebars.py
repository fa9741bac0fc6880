"""Handlebars with the helpers of dotprompt, as far as it is substitution, roles, pictures and the place of a history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .outcome import Image
from .pieces import Part, Piece, Value
from .report import Lines, Report, is_name, shown

_PATH = re.compile(r"(?:this[./]|\./)?([^\W\d][\w\-]*+(?:\.[^\W\d][\w\-]*+)*+)")
_PART = re.compile(r"[\w./\-]+")
_WORDS = re.compile(r"""(?:[^\s"'=]++=)?(?:"[^"]*+"|'[^']*+'|[^\s"']++)""")
_REST = re.compile(r"[ \t]*+(?:\r?\n|\Z)")  # what may stand behind a tag that is alone in its line
_END = re.compile(r"(~?)\}\}")
_ENDS = {"!--": re.compile(r"--(~?)\}\}"), "{": re.compile(r"\}(~?)\}\}")}
_HELPERS = frozenset({"role", "json", "media", "section", "ifEquals", "unlessEquals", "lookup", "log"})
_ROLES = {"user": "user", "system": "system", "model": "assistant", "assistant": "assistant"}
_LITERALS = frozenset({"true", "false", "null", "undefined", "this"})


class Role(NamedTuple):
    """The beginning of what somebody says.

    Attributes:
        role: Who.
    """

    role: str


class History(NamedTuple):
    """The place of a chat history.

    Attributes:
        line: The line of the file in which it stands.
    """

    line: int


Mark = Piece | Role | History | Image


class _Tag:
    """What stands in braces.

    Args:
        body: What stands there.
        text: The whole of it.
        place: The line and the column in which it begins.
        edges: Whether it has a `~` at its beginning, and at its end.
        raw: Whether it begins or ends a raw block.
    """

    def __init__(
        self,
        body: str,
        text: str,
        place: tuple[int, int],
        edges: tuple[bool, bool] = (False, False),
        *,
        raw: bool = False,
    ) -> None:
        self.body, self.text, self.edges, self.raw = body.strip(), text, edges, raw
        self.line, self.column = place
        self.indented = False

    @property
    def may_stand_alone(self) -> bool:
        """Whether its line is left out where nothing else stands there."""
        return self.body[:1] in ("!", "#", "/", ">", "^") or self.body.split(" ", 1)[0] == "else"


def handlebars_marks(text: str, report: Report, first: int = 1) -> list[Mark]:
    """What a template is made of.

    Args:
        text: The template.
        report: Takes what is no substitution.
        first: The number of its first line in the file.
    """
    tokens = _Tokens(text, report, first).tokens()
    _strip(tokens)
    _leave_lines_out(tokens)
    return [each if isinstance(each, str) else _meant(each, report) for each in tokens]


class _Tokens:
    """A template cut into texts and tags, from the left."""

    def __init__(self, text: str, report: Report, first: int) -> None:
        self._text, self._report, self._lines = text, report, Lines(text, first)
        self._at = 0
        self._made: list[str | _Tag] = []

    def tokens(self) -> list[str | _Tag]:
        text = self._text
        while self._at < len(text):
            begin = text.find("{{", self._at)
            if begin < 0:
                self._made.append(text[self._at :])
                break
            before = text[self._at : begin]
            slashes = len(before) - len(before.rstrip("\\"))
            if slashes == 1:
                self._made.append(f"{before[:-1]}{{{{")
                self._at = begin + 2
                continue
            before = before[:-1] if slashes else before
            if before:
                self._made.append(before)
            if not self._tag(begin):
                self._refuse(begin, f"`{shown(text[begin : begin + 40])}` has no end.")
                break
        return self._made

    def _refuse(self, begin: int, text: str) -> None:
        line, column = self._place(begin)
        self._report.refuse(line, text, column)

    def _tag(self, begin: int) -> bool:
        """Take in a tag; False where it has no end."""
        text = self._text
        if text.startswith("{{{{", begin):
            return self._raw(begin)
        inside = begin + 2
        tilde = text.startswith("~", inside)
        inside += tilde
        ends = _ENDS.get(text[inside : inside + 3], _ENDS.get(text[inside : inside + 1], _END))
        inside += ends is _ENDS["{"]
        found = ends.search(text, inside + 2 * (ends is _ENDS["!--"]))
        if found is None:
            return False
        self._at = found.end()
        edges = (tilde, bool(found[1]))
        self._made.append(_Tag(text[inside : found.start()], text[begin : self._at], self._place(begin), edges))
        return True

    def _place(self, begin: int) -> tuple[int, int]:
        return self._lines.at(begin), self._lines.column(begin)

    def _raw(self, begin: int) -> bool:
        text = self._text
        opened = text.find("}}}}", begin + 4)
        if opened < 0:
            return False
        header = text[begin + 4 : opened].strip()
        closing = f"{{{{{{{{/{header}}}}}}}}}"
        closed = text.find(closing, opened)
        if closed < 0:
            return False
        if header != "raw":
            opening = shown(text[begin : opened + 4])
            self._refuse(begin, f"`{opening}` is a block of a helper, which is not here.")
        literal = text[opened + 4 : closed]
        begins = _Tag("#raw", "", self._place(begin), raw=True)
        self._made += [begins, *([literal] * bool(literal)), _Tag("/raw", "", self._place(closed), raw=True)]
        self._at = closed + len(closing)
        return True


def _strip(tokens: list[str | _Tag]) -> None:
    """Leave out the blanks that a `~` touches."""
    for at, each in enumerate(tokens):
        if isinstance(each, str):
            continue
        before, after = tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None
        if each.edges[0] and isinstance(before, str):
            tokens[at - 1] = before.rstrip()
        if each.edges[1] and isinstance(after, str):
            tokens[at + 1] = after.lstrip()


def _leave_lines_out(tokens: list[str | _Tag]) -> None:
    """Leave out the lines in which a comment, a part or a block stands alone: which, is seen before any is left out."""
    alone = []
    so_far: str | None = ""  # the line so far, of texts alone; None behind a tag
    for at, each in enumerate(tokens):
        if isinstance(each, str):
            rest = each.rpartition("\n")
            so_far = rest[2] if rest[1] else None if so_far is None else so_far + rest[2]
            continue
        if each.may_stand_alone and so_far is not None and not so_far.strip(" \t"):
            after = tokens[at + 1] if at + 1 < len(tokens) else ""
            found = _REST.match(after) if isinstance(after, str) else None
            if found is not None:
                alone.append((at, found.end(), bool(so_far)))
        so_far = None
    for at, end, indented in alone:
        tag = tokens[at]
        if isinstance(tag, _Tag):
            tag.indented = indented
        for before in range(at - 1, -1, -1):
            text = tokens[before]
            if not isinstance(text, str):
                break
            tokens[before] = text[: text.rfind("\n") + 1]
            if "\n" in text:
                break
        after = tokens[at + 1] if end else ""
        if end and isinstance(after, str):
            tokens[at + 1] = after[end:]


def _meant(tag: _Tag, report: Report) -> Mark:
    body = tag.body
    if body.startswith("!"):
        report.note(tag.line, f"The comment `{shown(tag.text)}` is left out.", tag.column)
        return ""
    if body.startswith(">"):
        return _part(tag, body[1:].strip(), report)
    if tag.raw:
        return ""
    if body[:1] in ("#", "^", "/", "*") or body.split(" ", 1)[0] == "else":
        report.refuse(tag.line, f"`{shown(tag.text)}` is a block: a prompt has values and parts alone.", tag.column)
        return ""
    words = _WORDS.findall(body.removeprefix("&"))
    if len(words) == 1 and words[0] == "history":
        return History(tag.line)
    if len(words) > 1 or not words or words[0] in _HELPERS:
        return _helper(tag, words, report)
    return _value(words[0], tag, report)


def _part(tag: _Tag, name: str, report: Report) -> Mark:
    if not _PART.fullmatch(name):
        report.refuse(
            tag.line, f"`{shown(tag.text)}` is no plain name of a part: it can't be given values.", tag.column
        )
    elif tag.indented:
        report.refuse(
            tag.line, "A part in an indented line is indented as a whole, for which there is no sign here.", tag.column
        )
    return Part(name, tag.line)


def _value(word: str, tag: _Tag, report: Report) -> Piece:
    path = _PATH.fullmatch(word)
    if path is None or not is_name(path[1]) or path[1] in _LITERALS:
        report.refuse(tag.line, f"`{shown(tag.text)}` is no name that a placeholder can have.", tag.column)
        return ""
    return Value(path[1], tag.line)


def _helper(tag: _Tag, words: Sequence[str], report: Report) -> Mark:
    if len(words) == 2 and words[0] == "role" and (role := _ROLES.get(words[1][1:-1])) and words[1][0] in "\"'":
        return Role(role)
    given = dict(each.partition("=")[::2] for each in words[1:])
    if words[:1] == ["media"] and given.get("url") and not set(given) - {"url", "contentType"}:
        return _media(tag, given["url"], given.get("contentType", ""), report)
    report.refuse(tag.line, f"`{shown(tag.text)}` is a helper of Handlebars, which is not here.", tag.column)
    return ""


def _media(tag: _Tag, url: str, kind: str, report: Report) -> Mark:
    if kind and not kind[1:].startswith("image/"):
        report.refuse(tag.line, f"`{shown(tag.text)}`: of media, a prompt file has pictures.", tag.column)
    elif kind:
        report.note(tag.line, f"The type of the picture, {shown(kind)}, is not kept: its address says what it is.")
    if url[0] not in "\"'":
        return Image([_value(url, tag, report)])
    if not url[1:-1] or re.search(r"\s", url):
        report.refuse(tag.line, f"`{shown(tag.text)}` has no address without blanks.", tag.column)
    return Image([url[1:-1]])
