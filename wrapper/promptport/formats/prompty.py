"""Files of Prompty, of its first release and its second: a head in YAML, and messages below lines `role:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..platform import Variable
from .declared import variable, variable_of
from .jinja import jinja_pieces
from .mustache import mustache_pieces
from .outcome import Draft, Image, Slot, Turn
from .pieces import Piece, Value, joined, split_lines
from .report import Report, shown
from .yaml_head import Head, read_head, texts

ROLES = ("system", "user", "assistant", "developer")
RICH = ("thread", "image", "file", "audio")  # kinds of inputs that are no texts
_MARK = re.compile(
    rf"#?\s*+({'|'.join(ROLES)})(\[(?:\w++\s*+=\s*+(?:\"[^\"]*+\"|[^\",\]]*+)\s*+,?+\s*+)++\])?\s*+:", re.IGNORECASE
)
_OWN = ("name", "description", "tags", "inputs", "sample", "template", "instructions")
_ABOUT = ("kind", "type", "name", "description", "default", "required", "enumValues", "example", "sample")
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\s]{1,200}\)")
_SECRET = re.compile(r"(?i)(?:api[_-]?key|secret|password|token)\Z")
# What tells the lines of the template that begin messages from those that values make: it is in no text of others.
_MEANT = "\ue0f2"
_MEANT_LINE = re.compile(rf"({'|'.join(ROLES)}){_MEANT}(\d+)(\[\])?:")


def read_prompty(text: str, report: Report) -> Draft:
    """Read a file of Prompty.

    Empty lines around a message are no part of it, as there. What stands before the first role is the system's.
    """
    head = read_head(text, report)
    if head.values is None:
        report.refuse(1, "There is no head: a file of Prompty begins with a line `---`.")
        return Draft([])
    values = head.values
    for number, line in enumerate(text.split("\n")[: head.line - 2], 1):
        if line.strip() != "---" and ("---" in line or "+++" in line):
            report.refuse(number, "Prompty ends its head at the first `---` or `+++`, which stands within this line.")
    body = head.body.lstrip()
    first = head.line + head.body[: len(head.body) - len(body)].count("\n")
    if not body:
        report.refuse(head.line, "There is no text below the head.")
    if picture := _PICTURE.search(body):
        why = "stays text, as in the second release: a picture is an input of the kind image"
        report.note(first + body.count("\n", 0, picture.start()), f"`{shown(picture[0])}` {why}.")
    variables, rich, config = _declared(head, report)
    syntax, strict = _template(head, report)
    read = mustache_pieces if syntax == "mustache" else jinja_pieces
    if _MEANT in body:
        report.refuse(
            first, f"The character U+{ord(_MEANT):04X} is not read: it has no meaning outside of one program."
        )
    turns = _turns(read(_with_marks(body, first), report, first), strict, report, first)
    return Draft(
        _with_inputs(turns, rich, report),
        "chat",
        [each for each in variables if each.name not in rich or rich[each.name] == "image"],
        config,
        description=str(values.get("description") or ""),
        tags=texts(values.get("tags")),
        name=str(values.get("name") or ""),
    )


def _with_marks(body: str, first: int) -> str:
    """The template, whose own lines that begin messages are marked, so that no value can begin one."""
    made, number = [], first
    for line in body.splitlines(keepends=True):
        found = _MARK.fullmatch(line.strip())
        mark = "" if found is None else f"{found[1].lower()}{_MEANT}{number}{'[]' if found[2] else ''}:\n"
        made.append(mark or line)
        number += "\n" in line
    return "".join(made)


def _turns(pieces: Sequence[Piece], strict: bool, report: Report, first: int) -> list[Turn]:
    turns: list[Turn] = []
    role, block, number = "system", list[list[Piece]](), first
    for line in split_lines(joined(pieces)):
        text = "".join(each for each in line if isinstance(each, str)).strip()
        meant = _MEANT_LINE.fullmatch(text)
        plain = all(isinstance(each, str) for each in line)
        if meant is not None and plain:
            turns += _turn(role, block)
            role, block, number = meant[1], [], int(meant[2])
            if meant[3]:
                report.note(number, f"What stands in brackets behind `{role}` is left out.")
        elif _MEANT in text:
            found = _MEANT_LINE.search(text)
            number = int(found[2]) if found else number
            report.refuse(
                number, "Nothing may join the line of a role with another one, as a sign for blanks beside it does."
            )
        elif plain and (found := _MARK.fullmatch(text)):
            if strict:
                late = f"Below this line, `{shown(text)}` begins a message only once the template is filled"
                report.refuse(number, f"{late}, which Prompty refuses.")
            turns += _turn(role, block)
            role, block = found[1].lower(), []
        else:
            block.append(line)
    return [*turns, *_turn(role, block)]


def _turn(role: str, block: Sequence[Sequence[Piece]]) -> Iterator[Turn]:
    """A message of its lines, where there are any: without the empty ones around it."""
    if not block:
        return
    full = [at for at, line in enumerate(block) if line != [""] and line]
    lines = block[full[0] : full[-1] + 1] if full else ()
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        pieces += ["\n"] * (at > 0)
        pieces += line
    yield Turn(role, [joined(pieces)])


def _with_inputs(turns: Sequence[Turn], rich: Mapping[str, str], report: Report) -> list[Turn | Slot]:
    """The messages, with what is no text in its place: histories between messages, pictures in those of the user."""
    made: list[Turn | Slot] = []
    found = 0
    for turn in turns:
        pieces: list[Piece] = [piece for part in turn.content if not isinstance(part, Image) for piece in part]
        places = [at for at, each in enumerate(pieces) if isinstance(each, Value) and each.name in rich]
        if not places:
            made.append(turn)
            continue
        found += len(places)
        value = pieces[places[0]]
        if not isinstance(value, Value):
            continue
        if len(places) > 1:
            report.refuse(value.line, "Prompty puts one history or picture into a message: there are several.")
        before, after = _stripped(pieces[: places[0]]), _stripped(pieces[places[0] + 1 :])
        made += [Turn(turn.role, [before])] * bool(before)
        _put(made, value, rich[value.name], report)
        made += [Turn(turn.role, [after])] * bool(after)
    threads = [name for name, kind in rich.items() if kind == "thread"]
    made += [Slot(each) for each in threads if not found]
    slots = [each.name for each in made if isinstance(each, Slot)]
    if len(slots) > len(set(slots)):
        report.refuse(1, "A prompt has one place for each history: there are several.")
    return made


def _put(made: list[Turn | Slot], value: Value, kind: str, report: Report) -> None:
    last = made[-1] if made else None
    if kind == "thread":
        made.append(Slot(value.name))
    elif isinstance(last, Turn) and last.role == "user":
        made[-1] = last._replace(content=[*last.content, Image([value])])
    elif isinstance(last, Slot):
        report.refuse(
            value.line, "Prompty puts a picture into the last message of the history before it, which is not known yet."
        )
    else:
        made.append(Turn("user", [Image([value])]))


def _stripped(pieces: Sequence[Piece]) -> list[Piece]:
    found = joined(pieces)
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip()
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip()
    return joined(found)


def _template(head: Head, report: Report) -> tuple[str, bool]:
    """The language of the template, and whether values are kept from beginning messages."""
    given = (head.values or {}).get("template") or {}
    about = given if isinstance(given, dict) else {"format": given}
    found, strict = {}, True
    for part in ("format", "parser"):
        each = about.get(part, about.get("type") if part == "format" else None)
        kind = each.get("kind") if isinstance(each, dict) else each
        strict = strict and not (isinstance(each, dict) and each.get("strict") is False)
        found[part] = (
            kind if isinstance(kind, str) and kind not in ("", "*") else ("jinja2", "prompty")[part == "parser"]
        )
    if found["format"] not in ("jinja2", "nunjucks", "mustache"):
        report.refuse(head.at("template"), f"`{shown(found['format'])}` is a language of templates that is not read.")
    if found["parser"] not in ("prompty", "prompty.chat"):
        report.refuse(head.at("template"), f"`{shown(found['parser'])}` is a way to make messages that is not known.")
    return found["format"], strict


def _inputs(given: Any, head: Head, report: Report) -> dict[str, tuple[int, Any]] | None:
    """The inputs by their names, each with its line; None where they are neither a mapping nor a list of such."""
    if given is None or isinstance(given, dict):
        return {name: (head.at("inputs", name), each) for name, each in (given or {}).items()}
    if not isinstance(given, list):
        return None
    found: dict[str, tuple[int, Any]] = {}
    for at, each in enumerate(given):
        line = head.at("inputs", at)
        name = each.get("name") if isinstance(each, dict) else None
        if not isinstance(name, str) or name in found:
            report.refuse(line, "An input of a list has a `name` of its own.")
        else:
            found[name] = line, each
    return found


def _declared(head: Head, report: Report) -> tuple[list[Variable], dict[str, str], dict[str, Any]]:
    """The variables, the kinds of those that are no texts, and what else the head says."""
    values = head.values or {}
    config = {name: value for name, value in values.items() if name not in _OWN}
    samples = values.get("sample")
    inputs = _inputs(values.get("inputs"), head, report)
    if inputs is None:
        config["inputs"] = values["inputs"]
        report.note(head.at("inputs"), "`inputs` is no mapping, so no variable is declared: it is kept in [config].")
    found: list[Variable] = []
    rich: dict[str, str] = {}
    sample = dict(samples) if isinstance(samples, dict) else {}
    for name, (line, given) in (inputs or {}).items():
        about = given if isinstance(given, dict) and set(given) & {*_ABOUT} else {"sample": given}
        kind = about.get("kind") or about.get("type")
        if kind in RICH:
            rich[name] = str(kind)
            kind = None
            if rich[name] in ("file", "audio"):
                report.refuse(
                    line, f"The input {shown(name)} is of the kind {rich[name]}, for which a prompt file has no place."
                )
        shown_as = about.get("example", about.get("sample"))
        sample.update({} if shown_as is None else {name: shown_as})
        if others := {key: value for key, value in about.items() if key not in _ABOUT}:
            config.setdefault("inputs", {})[name] = others
        made = variable_of(report, line, name, kind, about, about.get("enumValues"))
        found += () if made is None else (made,)
    for name in sample:
        if name not in {each.name for each in found}:
            made = variable(report, head.at("sample", name), name)
            found += () if made is None else (made,)
    if sample:
        config["sample"] = sample
        report.note(head.at("sample"), "Samples are kept in [config]; they are no defaults.")
    elif samples is not None:
        config["sample"] = samples
    _look_over(config, (), head, report)
    return found, rich, config


def _look_over(value: Any, path: tuple[str | int, ...], head: Head, report: Report) -> None:
    """Tell of what Prompty looks up elsewhere, and take keys of accounts away."""
    items = (
        list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
    )
    for key, each in items:
        here = (*path, key)
        if isinstance(each, str) and each.startswith("${"):
            report.note(head.at(*here), f"`{shown(each)}` is not looked up: it is kept as text in [config].")
        elif isinstance(each, str) and isinstance(key, str) and each and _SECRET.search(key):
            del value[key]
            report.note(head.at(*here), f"`{shown(key)}` is left out: a key does not belong in a prompt file.")
        else:
            _look_over(each, here, head, report)
