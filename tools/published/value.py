"""A value as several schemas together describe it: what kinds it may be of, and which fields."""

from __future__ import annotations

from typing import Any

from tools.report.entry import Json
from tools.report.shapes import Shape, named


class Value:
    """A value that fits one of some schemas.

    Args:
        nodes: The schemas, as they are written.
        schemas: What their references lead to, by name.

    Attributes:
        names: The names of the schemas that it may be of.
        kinds: The kinds of JSON, null left out; none stands for any.
        nullable: Whether it may be null.
        values: The values that it may have; None where they are not counted.
        fields: Its fields, each with the schemas of its variants.
        required: The fields that every variant needs.
        items: The schemas of what it holds, where it is a list.
    """

    def __init__(self, nodes: list[Any], schemas: Json) -> None:
        self.names = frozenset(named(each) for each in nodes) - {""}
        leaves, self.nullable = _leaves(nodes, schemas, 0)
        self.kinds = {kind for each in leaves for kind in each.kinds} if all(each.kinds for each in leaves) else set()
        counted = [each.node["enum"] if "enum" in each.node else [each.node["const"]] if "const" in each.node else None
                   for each in leaves]  # fmt: skip
        closed = [each for each in counted if each is not None]
        self.values = (
            {repr(one) for each in closed for one in each if one is not None}
            if len(closed) == len(counted) > 0
            else None
        )
        objects = [each.node for each in leaves if "properties" in each.node]
        self.fields: dict[str, list[Any]] = {}
        for each in objects:
            for name, field in each["properties"].items():
                self.fields.setdefault(name, []).append(field)
        self.required = set.intersection(*(set(each.get("required", ())) for each in objects)) if objects else set()
        self.items = [each.node["items"] for each in leaves if isinstance(each.node.get("items"), dict)]


def _leaves(nodes: list[Any], schemas: Json, depth: int) -> tuple[list[Shape], bool]:
    """The schemas that are no choice among others, and whether null is among what they allow."""
    found: list[Shape] = []
    nullable = False
    for node in nodes:
        shape = Shape(node, schemas)
        nullable = nullable or shape.nullable
        if len(shape.variants) > 1 and depth < 20:
            within, null = _leaves(shape.variants, schemas, depth + 1)
            found, nullable = found + within, nullable or null
        else:
            found.append(shape)
    return found, nullable
