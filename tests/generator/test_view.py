"""Proves which operations, methods and schemas the templates see."""

from __future__ import annotations

from typing import Any

import pytest
from generator.view import View

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def operation(id_: str, tag: Any = "things", **more: Any) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Thing"}
    responses = {"200": {"content": {"application/json": {"schema": schema}}}}
    return {"operationId": id_, "tags": [tag], "parameters": [], "responses": responses, **more}


def view(*operations: dict[str, Any]) -> View:
    """A contract with these operations."""
    schemas = {
        name: {"type": "object", "properties": {"a": {"type": "string"}}} for name in ("Thing", "NewThing", "Unused")
    }
    paths = {f"/{number}": {"post": each} for number, each in enumerate(operations)}
    return View({"paths": paths, "components": {"schemas": schemas}})


def sent(name: str) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}


def test_methods_are_named_without_their_tag() -> None:
    """A flat client's as the operation; one that is shared has a name of its own there, and its module stays."""
    paged = operation("things_list", parameters=[{"name": "page", "x-page": True}], **{"x-also": {"parts": "list_all"}})
    found = view(paged, operation("ping", "client"))
    (method,) = found.methods("things")
    assert (method.name, method.module, method.package, method.walk) == ("list", "things_list", ".", "iter")
    assert [(each.name, each.package) for each in found.methods("parts")] == [("list_all", "..things")]
    assert [each.name for each in found.methods("client")] == ["ping"]
    assert found.operations["things_list"]["path"] == "/0"


@pytest.mark.parametrize("name", ["list", "thingslist"])
def test_an_id_begins_with_its_tag(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: the operationId must begin with things_"):
        view(operation(name)).methods("things")


def test_hidden_operations_are_not_seen() -> None:
    assert view(operation("things_feed", **{"x-hidden": True})).operations == {}


def test_schemas_are_sent_or_received() -> None:
    """What nobody uses is left out; what goes both ways is a schema of its own as it is sent."""
    found = view(operation("things_make", requestBody=sent("NewThing")))
    assert (found.sent, found.used) == ({"NewThing"}, {"NewThing", "Thing"})
    found = view(operation("things_make", requestBody=sent("Thing")))
    assert (found.sent, found.used, found.models) == ({"ThingParam"}, {"ThingParam", "Thing"}, ["Thing", "ThingParam"])


def test_schemas_of_events_are_received() -> None:
    stream = {"x-stream": {"events": {"new": "#/components/schemas/NewThing"}}}
    assert view(operation("things_watch", **stream)).used == {"NewThing"}
