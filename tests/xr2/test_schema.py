"""Proves the JSON schema of a model; tests/contract shows what pydantic and FastAPI make of it."""

from __future__ import annotations

from promptport.xr2.fields import FieldInfo
from promptport.xr2.schema import json_schema, signature


def test_a_schema() -> None:
    """Types, names, and what must be given."""
    fields = {"a_b": FieldInfo(str), "c": FieldInfo(int | None, None, alias="d")}

    assert json_schema("Thing", fields) == {
        "title": "Thing",
        "type": "object",
        "required": ["a_b"],
        "properties": {
            "a_b": {"title": "A B", "type": "string"},
            "d": {"title": "D", "anyOf": [{"type": "integer"}, {"type": "null"}], "default": None},
        },
    }
    assert list(json_schema("Thing", fields, by_alias=False)["properties"]) == ["a_b", "c"]
    assert "required" not in json_schema("Thing", {})


def test_a_signature() -> None:
    """Names of the wire, and what is there without."""
    fields = {
        "a_b": FieldInfo(str),
        "c": FieldInfo(int | None, None, alias="d"),
        "e": FieldInfo(list, default_factory=list),
    }

    assert str(signature(fields)) == "(*, a_b: str, d: int | None = None, e: list = [])"
