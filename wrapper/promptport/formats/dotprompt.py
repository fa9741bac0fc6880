"""Files of dotprompt: a head in YAML, and a template of Handlebars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..platform import Variable
from .declared import schema_variables, variable
from .handlebars import History, Mark, Role, handlebars_marks
from .outcome import Draft, Image, Slot, Turn
from .picoschema import is_json_schema, pico_variables
from .pieces import Piece, blank, joined
from .report import Report, shown
from .yaml_head import Head, read_head

_OWN = ("name", "description", "config", "input")
_MARKER = "<<<dotprompt:"


def read_dotprompt(text: str, report: Report) -> Draft:
    """Read a file of dotprompt.

    Empty lines of a message count as they do there: those behind a role mark, too. Without a head all of the file is the
    template, with one the blanks around the template are no part of it.
    """
    head = read_head(text, report, comments=True)
    body, line = head.body, head.line
    if head.values is not None:
        line += body[: len(body) - len(body.lstrip())].count("\n")
        body = body.strip()
    if _MARKER in body:
        report.refuse(line + body[: body.index(_MARKER)].count("\n"), f"`{_MARKER}` is a mark of dotprompt's own.")
    marks = handlebars_marks(body, report, line)
    turns = _turns(marks, report)
    variables, config = _declared(head, report)
    values = head.values or {}
    kind = "chat" if any(isinstance(each, Role | History | Image) for each in marks) else "text"
    return Draft(
        turns,
        kind,
        variables,
        config,
        description=str(values.get("description") or ""),
        name=str(values.get("name") or ""),
    )


def _turns(marks: Sequence[Mark], report: Report) -> list[Turn | Slot]:
    """The messages, as dotprompt makes them of marks: what has nothing but blanks in it is none."""
    turns: list[Turn | Slot] = []
    role, content = "user", list[Mark]()
    piece = list[Mark]()

    def end_piece() -> None:
        texts = [each for each in piece if not isinstance(each, Image)]
        if len(texts) < len(piece) or not blank(_pieces(texts)):
            content.extend(piece)
        piece.clear()

    def end_turn() -> None:
        if content:
            turns.append(Turn(role, _content(content)))
        content.clear()

    for each in marks:
        if isinstance(each, Role):
            end_piece()
            end_turn()
            role = each.role
        elif isinstance(each, History):
            end_piece()
            end_turn()
            if Slot("history") in turns:
                report.refuse(each.line, "A prompt has one place for a history: there is one already.")
            turns.append(Slot("history"))
            role = "assistant"
        else:
            piece.append(each)
    end_piece()
    end_turn()
    return turns


def _content(marks: Sequence[Mark]) -> list[Sequence[Piece] | Image]:
    parts: list[Sequence[Piece] | Image] = []
    text: list[Mark] = []
    for each in [*marks, None]:
        if each is None or isinstance(each, Image):
            pieces = joined(_pieces(text))
            parts += [pieces] * (not blank(pieces))
            text = []
        if isinstance(each, Image):
            parts.append(each)
        elif each is not None:
            text.append(each)
    return parts


def _pieces(marks: Sequence[Mark]) -> list[Piece]:
    return [each for each in marks if not isinstance(each, Role | History | Image)]


def _declared(head: Head, report: Report) -> tuple[list[Variable], dict[str, Any]]:
    """The variables, and what else the head says."""
    values = head.values or {}
    given = values.get("config")
    if given is not None and not isinstance(given, dict):
        report.refuse(head.at("config"), "`config` is no mapping.")
    config = dict(given) if isinstance(given, dict) else {}
    for name, value in values.items():
        if name in _OWN:
            continue
        if name in config:
            report.refuse(
                head.at(name), f"`{shown(name)}` stands in the head and in `config`: which is meant, can't be seen."
            )
        config[name] = value
    about = values.get("input")
    about = {} if about is None else about
    if not isinstance(about, dict):
        report.refuse(head.at("input"), "`input` is no mapping with `schema` and `default`.")
        about = {}
    defaults, schema = about.get("default") or {}, about.get("schema")
    if not isinstance(defaults, dict):
        report.refuse(head.at("input", "default"), "`default` is no mapping of names and values.")
        defaults = {}
    variables, complete = _variables(schema, defaults, head, report)
    others = {name: value for name, value in about.items() if name not in ("schema", "default")}
    if not complete:
        others["schema"] = schema
    if others:
        if "input" in config:
            report.refuse(
                head.at("config", "input"), "`input` stands in the head and in `config`: which is meant, can't be seen."
            )
        config["input"] = others
    return variables, config


def _variables(schema: Any, defaults: dict[str, Any], head: Head, report: Report) -> tuple[list[Variable], bool]:
    found: list[Variable] = []
    complete = True
    if is_json_schema(schema):
        found = schema_variables(report, schema, defaults, lambda name: head.at("input", "schema", "properties", name))
        complete = False
    elif isinstance(schema, dict):
        found, complete = pico_variables(report, schema, defaults, head)
    elif schema is not None:
        report.note(head.at("input", "schema"), "The schema is a name or no object, so no variable is declared.")
        complete = False
    declared = {each.name for each in found}
    for name, value in defaults.items():
        if name not in declared:
            made = variable(report, head.at("input", "default", name), name, default=value, optional=True)
            found += () if made is None else (made,)
    return found, complete
