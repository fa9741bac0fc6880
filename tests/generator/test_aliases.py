"""Proves which names types have that are made of themselves."""

from __future__ import annotations

import pytest
from generator.aliases import aliases
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def test_names() -> None:
    """Of what is used, sorted, and no class; what is sent is written with wider types, and is read by nothing."""
    leaf = {"$ref": "#/components/schemas/Leaf"}
    schemas = {name: {"anyOf": [leaf, {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}}]}
               for name in ("Tree", "SentTree", "Unused")}  # fmt: skip
    types = Types(schemas | {"Leaf": {"properties": {}}, "List": {"type": "array"}})
    found = aliases(types, {"Tree", "SentTree", "Leaf", "List"}, {"SentTree"})
    assert [(each.name, each.type, bool(each.reader)) for each in found] == [
        ("SentTree", "'models.Leaf | Sequence[models.SentTree]'", False), ("Tree", "'models.Leaf | list[models.Tree]'", True),
    ]  # fmt: skip
