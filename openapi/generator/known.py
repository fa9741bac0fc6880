"""The values that a contract lists: as types, which editors complete and type checkers know."""

from __future__ import annotations

from .contract import Json
from .quoting import Code, code, known_values

NAMED = {"string": str, "integer": int, "boolean": bool}  # what `Literal` can name
LARGEST = 2**63  # of the whole numbers that type checkers take in a `Literal`


def values(schema: Json, given: str, plain: Code, sent: bool, closed: bool = False) -> Code:
    """A scalar as a type, with the values that are known of it.

    An enumeration is open: a platform may have values that its contract does not list yet. What is sent and always the same
    (`const`) is no other value.

    Args:
        schema: What is said of it.
        given: Its kind of JSON.
        plain: Its type without values.
        sent: Whether it is sent.
        closed: Whether the type has no other values, as the vendor's own types have none; what comes may yet be another.
    """
    if given not in NAMED or plain == "datetime":
        return plain
    listed = schema["enum"] if isinstance(schema.get("enum"), list) else []
    found = [each for each in ([schema["const"]] if "const" in schema else listed) if type(each) is NAMED[given]]
    if not found or any(isinstance(each, int) and abs(each) >= LARGEST for each in found):
        return plain
    named = known_values(dict.fromkeys(found))
    return named if closed or (sent and "const" in schema) else code("{} | {}", named, plain)
