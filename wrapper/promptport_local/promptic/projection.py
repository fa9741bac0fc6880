"""The projection of a value onto a schema of the contract: only the fields that it names."""

from __future__ import annotations

from typing import Any

from promptport_local.contract import Contract
from promptport_local.promptic.resources import Json


def project(contract: Contract, schema: Json, value: Any) -> Any:
    """A copy of a value in which objects have only the fields of their schemas, in their order.

    What a schema leaves free (`additionalProperties`, or no properties at all) stays as it is.

    Args:
        contract: Where the schema's references lead.
        schema: The schema.
        value: A value of JSON.
    """
    schema = contract.follow(schema)
    if "oneOf" in schema:
        # Which of them is meant is told by the kind of the value.
        kind = {dict: "object", list: "array", type(None): "null"}.get(type(value))
        fitting = [each for each in map(contract.follow, schema["oneOf"]) if each.get("type") == kind]
        return project(contract, fitting[0], value) if fitting else value
    if isinstance(value, list) and "items" in schema:
        return [project(contract, schema["items"], each) for each in value]
    if isinstance(value, dict) and "properties" in schema and schema.get("additionalProperties") is not True:
        return {
            name: project(contract, about, value[name]) for name, about in schema["properties"].items() if name in value
        }
    return value
