"""Proves where a contract's marks are told of; what becomes of them has rows in `table/history.yaml`."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from generator.annotated import Annotated
from generator.history import HISTORY, Mark, PartHistory

pytestmark = pytest.mark.one_python("what is generated is the same on all")

OPERATION: dict[str, Any] = {
    "operationId": "a_b", "tags": ["a"], "x-until": "1", "x-replaced-by": "a_c",
    "parameters": [{"name": "q", "in": "query", "x-since": "2", "schema": {"type": "string"}}],
    "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}},
}  # fmt: skip
DOCUMENT: dict[str, Any] = {
    "paths": {
        "/a": {"get": OPERATION, "post": {"operationId": "a_c", "tags": ["a"], "parameters": [], "responses": {}}}
    },
    "components": {
        "schemas": {"Thing": {"properties": {"f": {"x-since": "2", HISTORY: "foreign"}, "g": {}}}, "All": True}
    },
}


def test_marks_are_told_where_they_stand() -> None:
    """What has ended is deprecated; the document itself stays as it is, as it goes into the package."""
    given = DOCUMENT | {"x-package": "toy", "x-releases": ["1", "2"]}
    before = deepcopy(given)
    found = Annotated(given).document

    assert given == before
    ended, other = found["paths"]["/a"]["get"], found["paths"]["/a"]["post"]
    assert ended[HISTORY] == PartHistory(Mark("toy", "", "1", "2", ("a.c",), ("a.c",)))
    assert (ended["deprecated"], HISTORY in other) == (True, False)
    assert ended["parameters"][0][HISTORY].mark.since == "2"
    fields = found["components"]["schemas"]["Thing"]["properties"]
    assert (fields["f"][HISTORY].mark.since, HISTORY in fields["g"]) == ("2", False)


def test_a_contract_without_releases() -> None:
    assert Annotated(DOCUMENT).document is DOCUMENT
