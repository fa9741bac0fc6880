"""Picoschema, in which dotprompt declares what can be put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..platform import Variable
from .declared import variable
from .report import Report, shown
from .yaml_head import Head

SCALARS = ("string", "number", "integer", "boolean", "null", "any")


def is_json_schema(schema: Any) -> bool:
    """Whether it is a JSON schema of an object."""
    return isinstance(schema, dict) and (
        schema.get("type") in ("object", "array", *SCALARS) or isinstance(schema.get("properties"), dict)
    )


def pico_variables(
    report: Report, schema: Mapping[str, Any], defaults: Mapping[str, Any], head: Head
) -> tuple[list[Variable], bool]:
    """The variables that a schema declares, and whether they say all of it.

    Args:
        report: Takes what is wrong with it.
        schema: The schema.
        defaults: Defaults by name.
        head: The head in which it stands.
    """
    found: list[Variable] = []
    complete = True
    for key, value in schema.items():
        line = head.at("input", "schema", key)
        if key == "(*)":
            complete = False
            continue
        name, _, about = key.partition("(")
        kind, _, description = about.removesuffix(")").partition(",")
        enum = None
        if not about:
            kind, _, described = value.partition(",") if isinstance(value, str) else ("object", "", "")
            description = described
            complete = complete and kind.strip() in SCALARS
            if isinstance(value, str) and kind.strip() not in SCALARS:
                report.note(
                    line, f"`{shown(kind)}` is the name of a schema that is not in the file, so {name} has no type."
                )
        elif kind == "enum":
            enum = value if isinstance(value, list) else None
            if enum is None:
                report.refuse(line, f"`{shown(key)}` has no list of values.")
        elif kind in ("array", "object"):
            complete = False
        else:
            report.refuse(line, f"`{shown(kind)}` is no type in parentheses: there are array, object and enum.")
        made = variable(
            report,
            line,
            name.removesuffix("?"),
            kind.strip(),
            optional=name.endswith("?"),
            default=defaults.get(name.removesuffix("?")),
            description=description.strip(),
            enum=enum,
        )
        found += () if made is None else (made,)
    return found, complete
