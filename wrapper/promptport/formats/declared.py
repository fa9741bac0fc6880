"""Variables as other formats declare them, in our words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..platform import Variable
from ..prompt.values import TYPES, check
from .report import Report, is_name, shown

KINDS: Mapping[str, str] = {
    **{each: each for each in TYPES},
    "str": "string", "text": "string", "float": "number", "double": "number", "int": "integer", "bool": "boolean",
    "list": "array", "dict": "object",
}  # fmt: skip


def variable(
    report: Report,
    line: int,
    name: str,
    kind: str | None = None,
    *,
    optional: bool = False,
    default: Any = None,
    description: str = "",
    enum: Sequence[Any] | None = None,
) -> Variable | None:
    """A variable; None where a placeholder can't have its name.

    One that may be left out without a default gets an empty text as its default, which is what others put in its place.

    Args:
        report: Takes what is wrong with it, or changed.
        line: The line in which it is declared.
        name: Its name.
        kind: Its type, in the words of any format; what is unknown is none.
        optional: Whether it may be left out.
        default: What stands in for a value.
        description: What it is for.
        enum: The values that it can have.
    """
    if not is_name(name):
        report.refuse(
            line, f"`{shown(name)}` is no name that a placeholder can have: letters, digits, `_`, `-` and `.`."
        )
        return None
    kind = KINDS.get((kind or "").lower())
    values = None if enum is None else [each for each in enum if each is not None]
    if default is None and optional:
        default = ""
        if kind not in (None, "string"):
            report.note(
                line, f"{name} may be left out, so its type, {kind}, is not kept: its default is an empty text."
            )
            kind = None
        if values and "" not in values:
            values.append("")
    if isinstance(default, list | dict):
        kind = "array" if isinstance(default, list) else "object"
    elif default is not None and check({name: default}, [name], types={name: kind} if kind else None):
        report.note(line, f"The default of {name} is no {kind}, so the type is not kept.")
        kind = None
    if values and default is not None and default not in values:
        report.note(line, f"The default of {name} is none of its values, so these are not kept.")
        values = None
    return Variable(name, kind, default is None, default, description, values or None)


def variable_of(
    report: Report, line: int, name: str, kind: object, about: Mapping[str, Any], enum: object
) -> Variable | None:
    """A variable of which a mapping says `required`, `default` and `description`; what is of a wrong type says nothing."""
    return variable(
        report,
        line,
        name,
        kind if isinstance(kind, str) else None,
        optional=about.get("required") is False,
        default=about.get("default"),
        description=str(about.get("description") or ""),
        enum=enum if isinstance(enum, list) else None,
    )


def schema_variables(report: Report, schema: Mapping[str, Any], defaults: Mapping[str, Any], at: Any) -> list[Variable]:
    """The variables that a JSON schema of an object declares.

    Args:
        report: Takes what is wrong.
        schema: The schema.
        defaults: Defaults by name.
        at: Tells the line of a property, by its name.
    """
    required = schema.get("required")
    required = required if isinstance(required, list) else []
    found: list[Variable] = []
    for name, given in (schema.get("properties") or {}).items():
        about = given if isinstance(given, dict) else {}
        kinds = about.get("type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        kind = next((each for each in kinds if isinstance(each, str) and each != "null"), None)
        enum = about.get("enum")
        made = variable(
            report,
            at(name),
            name,
            kind,
            optional=name not in required,
            default=defaults.get(name, about.get("default")),
            description=str(about.get("description") or ""),
            enum=enum if isinstance(enum, list) else None,
        )
        found += () if made is None else (made,)
    return found


def completed(found: Sequence[Variable], names: Sequence[str]) -> tuple[Variable, ...] | None:
    """The variables that a file declares, and those that only its text names; None where it declares none.

    Args:
        found: The declared ones.
        names: The names that stand in the text.
    """
    if not found:
        return None
    known = {each.name for each in found}
    objects = {each.name for each in found if each.type in (None, "object")}
    missing = [each for each in dict.fromkeys(names) if each not in known and each.partition(".")[0] not in objects]
    return (*found, *map(Variable, missing))
