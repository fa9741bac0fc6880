"""Exports of Langfuse: one prompt in JSON, or a list of them, as its API answers them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .outcome import Draft, Slot, Turn
from .pieces import Part, Piece, Value
from .report import Report, is_name, shown

_LIST, _DATA = re.compile(r"\["), re.compile(r'"data"\s*+:\s*+\[')
_BLANK = re.compile(r"[ \t\r\n]*+")
_DEPENDENCY = re.compile(r"@@@langfusePrompt:(.*?)@@@")
_OWN = ("name", "version", "type", "prompt", "config", "labels", "tags", "commitMessage")
_THEIRS = (
    "id", "createdAt", "updatedAt", "createdBy", "projectId", "isActive", "resolutionGraph", "lastUpdatedAt", "lastConfig",
    "versions",
)  # fmt: skip
DEEPEST = 100  # how deep an export may be nested


def looks_like_langfuse(text: str) -> bool:
    """Whether a text can be an export."""
    return text.lstrip()[:1] in ("{", "[") and '"prompt"' in text


def read_langfuse(text: str, report: Report) -> Iterator[Draft]:
    """Read an export: an object with `name` and `prompt`, a list of such, or an object with such a list in `data`."""
    for line, each in _objects(text, report):
        draft = _draft(each, line, report)
        if draft is not None:
            yield draft


def _objects(text: str, report: Report) -> Iterator[tuple[int, Any]]:
    """The prompts and the lines in which they begin."""
    if _too_deep(text):
        report.refuse(1, f"The JSON is nested more than {DEEPEST} deep.")
        return
    try:
        data = json.loads(text, parse_constant=_no_number)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        report.refuse(line, f"This is no JSON: {getattr(error, 'msg', error)}.", getattr(error, "colno", 1))
        return
    rows = data["data"] if isinstance(data, dict) and isinstance(data.get("data"), list) else data
    if not isinstance(rows, list):
        yield 1, rows
        return
    opening = (_LIST if rows is data else _DATA).search(text)
    lines = [] if opening is None else list(_lines(text, opening.end(), rows))
    yield from zip([*lines, *[1] * (len(rows) - len(lines))], rows, strict=True)


def _lines(text: str, at: int, rows: Sequence[Any]) -> Iterator[int]:
    """The lines in which the rows of a list begin, as far as they are found.

    Args:
        text: The JSON.
        at: Where the list's first row begins, or blanks before it.
        rows: What is in it.
    """
    line, last, decoder = 1, 0, json.JSONDecoder()
    for row in rows:
        begin = _past(text, at)
        try:
            found, end = decoder.raw_decode(text, begin)
        except ValueError:
            return  # it was another list
        if found != row:
            return
        line, last = line + text.count("\n", last, begin), begin
        yield line
        at = _past(text, end) + 1  # behind the comma or the bracket


def _past(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} is no number that JSON has")


def _too_deep(text: str) -> bool:
    """Whether brackets outside of texts are nested so deeply that reading them would fail."""
    depth = 0
    for found in re.finditer(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', text, re.DOTALL):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > DEEPEST:
            return True
    return False


def _draft(given: Any, line: int, report: Report) -> Draft | None:
    if (
        not isinstance(given, dict)
        or not isinstance(given.get("name"), str)
        or not given["name"]
        or "prompt" not in given
    ):
        report.refuse(line, "This is no prompt of Langfuse: an object with `name` and `prompt`.")
        return None
    said, kind = given["prompt"], given.get("type") or ("text" if isinstance(given["prompt"], str) else "chat")
    if not isinstance(said, str if kind == "text" else list) or kind not in ("text", "chat"):
        report.refuse(
            line, f"{shown(given['name'])}: `prompt` is neither a text nor a list of messages, as `type` says."
        )
        return None
    version = given.get("version")
    if version is not None and not (isinstance(version, int) and 0 < version < 10**9):
        report.refuse(line, f"{shown(given['name'])}: `version` is no number from 1.")
        return None
    _tell(given, line, report)
    labels = [each for each in given.get("labels") or () if isinstance(each, str) and each and each != "latest"]
    turns = [Turn("user", [_pieces(said, line, report)])] if isinstance(said, str) else _turns(said, line, report)
    return Draft(
        turns,
        kind,
        config={} if given.get("config") is None else given["config"],
        labels=list(dict.fromkeys(labels)),
        tags=[each for each in given.get("tags") or () if isinstance(each, str)],
        note=str(given.get("commitMessage") or ""),
        name=given["name"],
        version=version,
    )


def _tell(given: Mapping[str, Any], line: int, report: Report) -> None:
    theirs = [each for each in _THEIRS if given.get(each) not in (None, [], {}, "")]
    if theirs:
        report.note(line, f"{', '.join(theirs)}: Langfuse's own, and left out.")
    others = [each for each in given if each not in (*_OWN, *_THEIRS)]
    if others:
        report.note(line, f"{shown(', '.join(others))}: there is no place for it, and it is left out.")


def _turns(messages: list[Any], line: int, report: Report) -> list[Turn | Slot]:
    turns: list[Turn | Slot] = []
    for at, each in enumerate(messages):
        where = f"prompt[{at}]"
        if not isinstance(each, dict):
            report.refuse(line, f"{where} is no message.")
        elif each.get("type") == "placeholder" and "content" not in each:
            _slot(turns, each.get("name"), where, line, report)
        elif not isinstance(each.get("role"), str) or not isinstance(each.get("content"), str):
            report.refuse(line, f"{where} has no `role` and `content` that are texts.")
        else:
            more = {
                name: value
                for name, value in each.items()
                if name not in ("role", "content")
                and (name, value) not in (("type", "message"), ("type", "chatmessage"))
            }
            turns.append(Turn(each["role"], [_pieces(each["content"], line, report)], more))
    return turns


def _slot(turns: list[Turn | Slot], name: Any, where: str, line: int, report: Report) -> None:
    if not isinstance(name, str) or not re.fullmatch(r"[^\W\d]\w*", name):
        report.refuse(line, f"{where}: a place for messages has a name of letters, digits and `_`.")
    elif Slot(name) in turns:
        report.refuse(line, f"{where}: there is a place for {name} already, and a prompt has one.")
    else:
        turns.append(Slot(name))


def _pieces(text: str, line: int, report: Report) -> list[Piece]:
    """The pieces of a text, by the rules of Langfuse's compile: a name is whatever stands between braces."""
    made: list[Piece] = []
    at = 0
    for found in _DEPENDENCY.finditer(text):
        made += [*_values(text[at : found.start()], line, report), *_dependency(found, line, report)]
        at = found.end()
    return [*made, *_values(text[at:], line, report)]


def _values(text: str, line: int, report: Report) -> Iterator[Piece]:
    at = 0
    while True:
        begin = text.find("{{", at)
        end = text.find("}}", begin + 2) if begin >= 0 else -1
        if end < 0:
            yield text[at:]
            return
        name = text[begin + 2 : end].strip()
        yield text[at:begin]
        at = end + 2
        if is_name(name):
            yield Value(name, line)
        else:
            yield text[begin:at]
            report.note(line, f"`{shown(text[begin:at])}` stays text: no placeholder can have that name.")


def _dependency(found: re.Match[str], line: int, report: Report) -> list[Piece]:
    fields = [each.partition("=") for each in found[1].split("|")]
    if [each[0] for each in fields] not in (["name", "label"], ["name", "version"]):
        return [found[0]]  # Langfuse leaves it as it is
    if fields[1][::2] == ("label", "production"):
        return [Part(fields[0][2], line)]
    report.refuse(line, f"`{shown(found[0])}`: a part is the version in production, and can't be another one.")
    return []
