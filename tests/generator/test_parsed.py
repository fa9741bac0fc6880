"""Proves what the generator's own parser is given, and that what it leaves out is told."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_python_client.parser.errors import GeneratorError
from parsed import check_shape, numbered, refusal, simplified
from places import Refusal

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def test_values_are_none_of_its_business() -> None:
    """Nor are our extensions; what is called like a word of OpenAPI stays where names stand."""
    schema = {"type": "string", "default": "a", "enum": ["a"], "title": "T", "example": 1, "x-absent": ""}
    assert simplified({"schema": schema}) == {"schema": {"type": "string"}}
    assert simplified({"properties": {"default": schema, "x-a": {}}}) == {
        "properties": {"default": {"type": "string"}, "x-a": {}}
    }
    assert simplified({"info": {"title": "T"}}) == {"info": {"title": "T"}}
    assert simplified({"schema": {"type": "object"}}) == {"schema": {}}
    assert simplified({"get": {"operationId": "a", "x-hidden": True}, "put": {}}) == {"put": {}}


def test_fields_have_numbers() -> None:
    inner: dict[str, Any] = {"properties": {"userId": {}, "user_id": {}}}
    assert numbered({"properties": {"properties": inner}}) == {
        "properties": {"field_0": {"properties": {"field_0": {}, "field_1": {}}}}
    }


@pytest.mark.parametrize(("change", "message", "place"), [
    ({"paths": {"/a": {"get": {"tags": "x", "responses": {}}}}}, r"get\.tags is no OpenAPI", ("paths", "/a", "get", "tags")),
    ({"info": {"title": "T"}}, r"info is no OpenAPI: write its version", ("info",)),
    ({"openapi": "2.0.0"}, "openapi is no OpenAPI", ("openapi",)),
    ({"servers": []}, "the document has no servers", ()),
    ({"components": None}, "the document has no components", ()),
])  # fmt: skip
def test_shapes(change: dict[str, Any], message: str, place: Any) -> None:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {}},
                "servers": [{"url": "https://h"}]} | change  # fmt: skip
    with pytest.raises(Refusal, match=message) as refused:
        check_shape(document)
    assert refused.value.place == place


def test_its_own_errors() -> None:
    """In their words, at the place that they name."""
    found = refusal(GeneratorError(header="WARNING parsing GET /a/{b} within things.", detail="no\nway"))
    assert (str(found), found.place) == ("no way", ("paths", "/a/{b}", "get"))
    found = refusal(GeneratorError(header="Cannot parse /components/schemas/Thing"))
    assert found.place == ("components", "schemas", "Thing")
