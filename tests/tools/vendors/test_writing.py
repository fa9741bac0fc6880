"""Proves that drafts are written as the contracts are."""

from __future__ import annotations

import pytest
import yaml

from tools.vendors.guess import LOOK
from tools.vendors.writing import written

pytestmark = pytest.mark.one_python("it writes YAML")


def test_a_document() -> None:
    """In one line where it is short and nobody must look; without aliases, though one part stands twice."""
    text = {"type": "string"}
    paths = {"/a": {"name": "n", "schema": text}, "/b": {"schema": text, LOOK: "which?"}}
    found = written({"paths": paths, "tags": [{"name": "t", LOOK: "is it?"}]})
    assert found == (
        "paths:\n  /a: {name: n, schema: {type: string}}\n  /b:\n    schema: {type: string}\n    # look: which?\n"
        "tags:\n  - name: t\n    # look: is it?\n"
    )
    assert yaml.safe_load(found)["tags"] == [{"name": "t"}]
