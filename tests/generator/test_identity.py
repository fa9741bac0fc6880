"""Proves that schemas which are called by an `$id` or an `$anchor` are called by their names in the components afterwards."""

from __future__ import annotations

import pytest
from generator.identity import inlined

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def test_ids_and_anchors() -> None:
    part = {"$anchor": "part", "type": "string"}
    schemas = {
        "A/b": {"$id": "https://x.example/a", "properties": {"p": part, "q": {"$ref": "https://x.example/a#part"}}},
        "B": {"properties": {"a": {"$ref": "https://x.example/a", "description": "It."}}},
        "C": {"$id": "https://x.example/c", "example": {"$anchor": "part", "type": "null"}},
        "D": {"$ref": "https://x.example/c#part"},
        "E": {"example": {"$ref": "https://x.example/a"}, "$schema": "https://json-schema.org/draft/2020-12/schema"},
    }
    assert inlined({"components": {"schemas": schemas}})["components"]["schemas"] == {
        "A/b": {"properties": {"p": {"type": "string"}, "q": {"type": "string"}}},
        "B": {"properties": {"a": {"$ref": "#/components/schemas/A~1b", "description": "It."}}},
        "C": {"example": {"$anchor": "part", "type": "null"}},
        "D": {"$ref": "https://x.example/c#part"},
        "E": {"example": {"$ref": "https://x.example/a"}},
    }


def test_a_document_without_them_is_left_alone() -> None:
    document = {"components": {"schemas": {"A": {"$ref": "#/components/schemas/B"}, "B": {}}}}
    assert inlined(document) is document
