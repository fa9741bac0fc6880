"""The values of enumerations, and the kinds of JSON, as annotations of Python and schemas have them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from generator.contract import Json

from tools.report.shapes import Shape
from tools.vendors.difference import ENDED, NEW
from tools.vendors.guess import Known
from tools.vendors.guess import schema as guessed
from tools.vendors.release import Release

PLAIN = Known((), {})  # no names but those of Python


def values(annotation: str, release: Release) -> set[str]:
    """The values that an annotation names: of a `Literal` in it, or of an enumeration of the package; none where it is open."""
    found: set[str] = set()
    for inside in re.findall(r"Literal\[([^\[\]]*)\]", annotation):
        try:
            told = ast.literal_eval(f"[{inside}]")
        except (SyntaxError, ValueError):
            return set()
        found |= {str(each) for each in told if each is not None}
    for name in re.findall(r"[A-Za-z_]\w*", annotation):
        if name in release.types:
            found |= {*release.types[name].values}
    return found


def new_values(theirs: set[str], schema: Any, schemas: Json) -> Iterator[tuple[str, str]]:
    """What values came and went, where both an annotation and a schema name some."""
    known = {str(each) for one in Shape(schema, schemas).variants for each in _enum(one, schemas)}
    if theirs and known:
        yield from ((NEW, each) for each in sorted(theirs - known))
        yield from ((ENDED, each) for each in sorted(known - theirs))


def _enum(schema: Any, schemas: Json) -> Iterator[Any]:
    node = Shape(schema, schemas).node
    listed = [*(node.get("enum") or ()), *([node["const"]] if "const" in node else []), *(node.get("x-values") or ())]
    yield from (each for each in listed if each is not None)


def kinds_differ(annotation: str, schema: Any, schemas: Json) -> tuple[str, str] | None:
    """The kinds of JSON of an annotation and of a schema, where they have none in common."""
    theirs, ours = Shape(guessed(annotation, PLAIN), {}).kinds, Shape(schema, schemas).kinds
    if not theirs or not ours or theirs & ours or {*theirs, *ours} == {"integer", "number"}:
        return None
    return " or ".join(sorted(theirs)), " or ".join(sorted(ours))
