"""Proves that a method becomes the operation that a person would write for it, as far as that was seen."""

from __future__ import annotations

from typing import Any

import pytest

from tools.vendors.guess import LOOK, Known
from tools.vendors.operation import operation
from tools.vendors.release import Method, Parameter, Request, Type

TYPES = {"Thing": Type("acme", "dataclass", {"id": "str", "size": "int"})}
KNOWN = Known({"Thing", "PaginationMeta"}, {})


def parameter(name: str, kind: str = "KEYWORD_ONLY", default: str | None = None, annotation: str = "str") -> Parameter:
    """A parameter; required without a default."""
    return Parameter(name, kind, default is None, default or "", annotation)


def made(request: Request, *parameters: Parameter, returns: str = "None", read: tuple[str, ...] = ()) -> dict[str, Any]:
    """The operation of a method that was called with samples."""
    arguments = {each.name: 7 if each.type == "int" else f"{each.name}-1" for each in parameters}
    method = Method("things.act", parameters, returns, (request,), read, "", arguments)
    return operation(method, request, TYPES, KNOWN, "meta.pages")


def test_paths_and_queries() -> None:
    """Keys have the names of the wire; an argument of another name is told by what was sent for it."""
    request = Request(
        "GET", "/things/{thing_id}", {"limit": "7", "q": "query-1", "v": "2"}, None, None, frozenset({"limit"})
    )
    found = made(
        request,
        parameter("thing_id", "POSITIONAL_OR_KEYWORD"),
        parameter("query", "POSITIONAL_OR_KEYWORD"),
        parameter("limit", default="20", annotation="Optional[int]"),
        returns="Thing",
        read=("data", "data.id", "data.size"),
    )

    assert (found["operationId"], found["tags"], found["x-positional"]) == ("things_act", ["things"], ["q"])
    assert found["parameters"] == [
        {"name": "thing_id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}},
        {"name": "q", "in": "query", "required": True, "x-python-name": "query", "schema": {"type": "string"}},
        {"name": "v", "in": "query", "schema": {"type": "string", LOOK: "sent as 2"}},
    ]
    assert found["responses"]["200"]["x-unwrap"] == "data"


def test_a_body() -> None:
    """What is always sent has a default, what nobody gave is hidden; a field has its name on the wire."""
    body = {"name": "name-1", "from": "src-1", "dueAt": "due_at-1", "source": "sdk", "mode": "mode-1"}
    found = made(
        Request("POST", "/things", {}, body, None, frozenset({"name", "from", "source", "mode"})),
        parameter("name"), parameter("src", "POSITIONAL_OR_KEYWORD"), parameter("due_at", default="None"),
        parameter("mode", default="'w'"),
    )  # fmt: skip

    schema = found["requestBody"]["content"]["application/json"]["schema"]
    assert schema["required"] == ["name", "from", "source"]
    assert schema["properties"]["from"] == {"type": "string", "x-python-name": "src"}
    assert schema["properties"]["dueAt"] == {"type": "string"}
    assert schema["properties"]["mode"] == {"type": "string", "default": "w"}
    hidden = schema["properties"]["source"]
    assert (hidden["default"], hidden["x-hidden"]) == ("sdk", True)
    assert found["x-positional"] == ["from"]
    assert [*found["responses"]] == ["204"]


def test_a_body_that_is_no_object() -> None:
    found = made(
        Request("POST", "/things", {}, None, ["cases-1"]),
        parameter("cases", "POSITIONAL_OR_KEYWORD", annotation="list[Thing]"),
    )

    schema = found["requestBody"]["content"]["application/json"]["schema"]
    assert (schema["type"], found["x-positional"]) == ("array", ["body"])


def test_a_body_of_any_fields() -> None:
    found = made(Request("PATCH", "/things", {}, {"any_field": "x"}), parameter("fields", "VAR_KEYWORD"))

    assert found["requestBody"]["content"]["application/json"]["schema"]["additionalProperties"] is True


@pytest.mark.parametrize(
    ("returns", "read", "unwrap", "schema"),
    [
        ("Thing", ("id", "size"), None, {"$ref": "#/components/schemas/Thing"}),
        ("list[Thing]", ("data", "data.items", "data.items.[].id"), ["data", "items"], {"type": "array"}),
        ("int", ("data", "data.deleted"), ["data", "deleted"], {"type": "integer"}),
        ("Dict[str, Any]", ("data",), "data", {"type": "object"}),
        (
            "PaginatedResponse[Thing]",
            ("data", "data.[].id", "meta", "meta.total"),
            None,
            {"x-items": "data", "x-pages": "meta.pages"},
        ),
    ],
)
def test_an_answer(returns: str, read: tuple[str, ...], unwrap: Any, schema: dict[str, Any]) -> None:
    found = made(Request("GET", "/things", {}, None), returns=returns, read=read)["responses"]["200"]

    assert found.get("x-unwrap") == unwrap
    inner = found["content"]["application/json"]["schema"]
    for key in [unwrap] if isinstance(unwrap, str) else unwrap or []:
        inner = inner["properties"][key]
    assert schema.items() <= inner.items()
