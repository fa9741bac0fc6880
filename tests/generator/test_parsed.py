"""Proves what the generator's own parser is given, and that what it leaves out is told."""

from __future__ import annotations

from typing import Any

import pytest
from generator.parsed import refusal, skeleton
from generator.view import View
from openapi_python_client.parser.errors import GeneratorError

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def test_names_of_modules_are_all_that_it_is_asked_for() -> None:
    """An operation has a number for a path, a schema for a name: nothing of theirs can confuse it."""
    thing = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
    operation: dict[str, Any] = {
        "operationId": "things_get",
        "tags": ["things", "more"],
        "parameters": [],
        "responses": {"200": thing},
    }
    found = skeleton(View({
        "info": {"title": "T"}, "paths": {"/a/{b}": {"post": operation}},
        "components": {"schemas": {"Thing": {"properties": {"a": {"default": 1}}}, "Unused": {"properties": {}}}},
    }))  # fmt: skip
    assert found["paths"] == {"/0": {"get": {"operationId": "things_get", "tags": ["things"],
                                             "responses": {"204": {"description": ""}}}}}  # fmt: skip
    assert found["components"]["schemas"] == {"Schema0": {"type": "object", "properties": {}}}


def test_its_own_errors() -> None:
    assert str(refusal(GeneratorError(header="WARNING", detail="no\nway"))) == "no way"
