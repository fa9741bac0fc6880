"""Proves what the generator's own parser is given, and that what it leaves out is told."""

from __future__ import annotations

from typing import Any

import pytest
from openapi_python_client.parser.errors import GeneratorError
from parsed import numbered, refusal, simplified

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


def test_its_own_errors() -> None:
    """In their words, at the place that they name."""
    found = refusal(GeneratorError(header="WARNING parsing GET /a/{b} within things.", detail="no\nway"))
    assert (str(found), found.place) == ("no way", ("paths", "/a/{b}", "get"))
    found = refusal(GeneratorError(header="Cannot parse /components/schemas/Thing"))
    assert found.place == ("components", "schemas", "Thing")
