"""The keys of the typed dicts that are generated for what goes out, and for answers that are dicts."""

from __future__ import annotations

from typing import NamedTuple

from .contract import Json
from .notices import history
from .places import Refusal, at
from .python_types import Types, textual
from .quoting import Code, code, comment, joined, literal, type_expression

WHOLE = 1_000  # letters: what is told of a history is not cut
OF_OBJECTS = ("x-absent", "x-aliases", "x-python-name")  # what says how a field of an object is read


class Key(NamedTuple):
    """One key of a dict: its name as a literal, its type as one, and the comment behind it, which may be empty."""

    name: Code
    type: Code
    comment: Code


def keys(types: Types, name: str) -> list[Key]:
    """The keys of a schema, in the contract's order.

    Raises:
        ValueError: There is no type for one of them, or an extension of it means nothing in a dict.
    """
    schema = types.schemas[name]
    required = schema.get("required") or []
    found = []
    for wire, about in schema["properties"].items():
        with at("properties", wire):
            found.append(_key(types, name, wire, about, wire in required))
    return found


def _key(types: Types, name: str, wire: str, schema: Json, required: bool) -> Key:
    sent = name not in types.dicts
    for each in () if sent else OF_OBJECTS:
        if each in schema:
            raise Refusal(f"{each} means nothing where answers are dicts (x-answers): take it out", (each,))
    schema = schema if name in types.uploads or not sent else textual(types, schema)
    given = schema.get("x-python-type")
    annotation = types.annotation(schema, sent) if given is None else type_expression(given, types.schemas)
    hint = code("Required[{}]", annotation) if required and sent else annotation
    quoted = literal(str(hint)) if {'"', "\\"} & {*hint} else code('"{}"', hint)
    if not sent and (required or schema.get("x-promised")):
        quoted = code("Required[{}]", quoted)  # so that programs find it in `__required_keys__`
    said, about = comment(history(schema, wire=True), WHOLE), comment(schema.get("description"))
    return Key(literal(wire), quoted, joined(" ", filter(None, (said, about))))
