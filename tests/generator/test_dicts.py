"""Proves which answers are plain dicts, how they are typed and read, and what means nothing of them."""

from __future__ import annotations

from typing import Any

import pytest
from generator.answers import Answers
from generator.dicts import plain_dicts
from generator.keys import keys
from generator.places import Refusal
from generator.python_types import Types

from .test_answers import shown

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
    return shown(Answers(types(), "").parse({"operationId": "o", "responses": {"200": {"content": content}}}))


def test_what_holds_a_secret_stays_an_object() -> None:
    """However deep it holds it."""
    assert plain_dicts(SCHEMAS, SCHEMAS) == {"Thing", "Part", "Things"}
    assert plain_dicts(SCHEMAS, {"Thing", "Token"}) == {"Thing"}


def test_keys() -> None:
    """A time is the text that came; an enumeration is that of the vendor's type."""
    assert [(each.name, each.type) for each in keys(types(), "Thing")] == [
        ("'at'", 'Required["str"]'), ("'kind'", "\"Literal['a', 'b']\""), ("'parts'", '"list[models.Part]"'),
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
    ("Thing", "load(content, shape=SHAPE)"),
    ("Things", "load(content, shape=SHAPE)"),
    ("Token", "reads(lambda: models.Token)(load(content, shape=SHAPE))"),
    ("Logins", "reads(lambda: models.Logins)(load(content, shape=SHAPE))"),
    ("Word", "load(content, shape=SHAPE)"),
])  # fmt: skip
def test_how_an_answer_is_read(name: str, read: str) -> None:
    assert parsed(name) == read


def test_answers_without_a_name() -> None:
    """Lists, what may be null, and what may be anything."""
    thing = {"$ref": "#/components/schemas/Thing"}
    assert parsed("", type="array", items=thing) == "load(content, shape=SHAPE)"
    assert parsed("", oneOf=[thing, {"type": "null"}]) == "load(content, shape=SHAPE)"
    assert parsed("", description="whatever") == "load(content, shape=SHAPE)"
    tokens = parsed("", type="array", items={"$ref": "#/components/schemas/Token"})
    assert tokens == "array(reads(lambda: models.Token))(load(content, shape=SHAPE))"
