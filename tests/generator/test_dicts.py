"""Proves which answers are plain dicts, how they are typed and read, and what means nothing of them."""

from __future__ import annotations

from typing import Any

import pytest
from generator.answers import Answers
from generator.dicts import plain_dicts
from generator.keys import keys
from generator.places import Refusal
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")

SCHEMAS: dict[str, Any] = {
    "Thing": {"properties": {"at": {"type": "string", "format": "date-time"}, "kind": {"type": "string", "enum": ["a", "b"]},
                             "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}},
              "required": ["at"]},
    "Part": {"properties": {"thing": {"$ref": "#/components/schemas/Thing"}}},
    "Things": {"properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}, "x-items": "data"},
    "Token": {"properties": {"secret": {"type": "string", "x-secret": True}}},
    "Login": {"properties": {"token": {"$ref": "#/components/schemas/Token"}, "thing": {"$ref": "#/components/schemas/Thing"}}},
    "Logins": {"properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Login"}}}},
    "Password": {"properties": {"it": {"type": "string", "format": "password"}}},
    "Word": {"type": "string"},
}  # fmt: skip


def types() -> Types:
    """The schemas, whose answers are dicts."""
    return Types(SCHEMAS, plain_dicts(SCHEMAS, SCHEMAS))


def parsed(name: str, **schema: Any) -> str:
    """The expression that reads an answer of a schema."""
    content = {"application/json": {"schema": schema or {"$ref": f"#/components/schemas/{name}"}}}
    return str(Answers(types(), "").parse({"operationId": "o", "responses": {"200": {"content": content}}}))


def test_what_holds_a_secret_stays_an_object() -> None:
    """However deep it holds it."""
    assert plain_dicts(SCHEMAS, SCHEMAS) == {"Thing", "Part", "Things"}
    assert plain_dicts(SCHEMAS, {"Thing", "Token"}) == {"Thing"}


def test_keys() -> None:
    """A time is the text that came; an enumeration is that of the vendor's type."""
    assert [(each.name, each.type) for each in keys(types(), "Thing")] == [
        ("'at'", '"Required[str]"'), ("'kind'", "\"Literal['a', 'b']\""), ("'parts'", '"list[models.Part]"'),
    ]  # fmt: skip


@pytest.mark.parametrize("extension", ["x-absent", "x-aliases", "x-python-name"])
def test_what_means_nothing_of_a_dict(extension: str) -> None:
    """It is refused, where it stands."""
    schemas = {"Thing": {"properties": {"a": {"type": "string", extension: "b"}}}}
    with pytest.raises(Refusal, match=f"{extension} means nothing where answers are dicts") as caught:
        keys(Types(schemas, {"Thing"}), "Thing")
    assert caught.value.place == ("properties", "a", extension)
    assert keys(Types(schemas, ()), "Thing")


@pytest.mark.parametrize(("name", "read"), [
    ("Thing", "as_it_came('object')(load(content))"),
    ("Things", "as_it_came('object', 'data')(load(content))"),
    ("Token", "models.Token.from_dict(load(content))"),
    ("Logins", "models.Logins.from_dict(load(content))"),
    ("Word", "as_it_came('scalar')(load(content))"),
])  # fmt: skip
def test_how_an_answer_is_read(name: str, read: str) -> None:
    assert parsed(name) == read


def test_answers_without_a_name() -> None:
    """Lists, what may be null, and what may be anything."""
    thing = {"$ref": "#/components/schemas/Thing"}
    assert parsed("", type="array", items=thing) == "as_it_came('array')(load(content))"
    assert parsed("", oneOf=[thing, {"type": "null"}]) == "optional(as_it_came('object'))(load(content))"
    assert parsed("", description="whatever") == "load(content)"
    tokens = parsed("", type="array", items={"$ref": "#/components/schemas/Token"})
    assert tokens == "array(models.Token.from_dict)(load(content))"
