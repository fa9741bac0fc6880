"""The resources of the local PromptRails, one by one, with values for their fields."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.contract import Contract
from promptport_local.promptrails.resource import Resource
from promptport_local.promptrails.resources import RESOURCES

CONTRACT = Contract.load("promptrails")

EVERY_RESOURCE = pytest.mark.parametrize("resource", RESOURCES.values(), ids=RESOURCES)


def sample(resource: Resource, name: str) -> Any:
    """A value that the contract lets a field of a resource have, and no default."""
    schema = CONTRACT.follow({"$ref": f"#/components/schemas/{resource.schema}"})["properties"].get(name, {})
    if "enum" in schema:
        return schema["enum"][-1]
    types = schema.get("type", "string")
    first = types if isinstance(types, str) else types[0]
    return {"object": {"a": 1}, "array": [], "boolean": False, "integer": 3, "number": 0.25}.get(first, f"{name} 1")
