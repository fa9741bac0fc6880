"""The fields of every resource, as the contract's schemas have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from promptport_local.contract import Contract
from promptport_local.promptrails.errors import wrong_fields
from promptport_local.promptrails.resource import Json, Resource
from promptport_local.promptrails.resources import RESOURCES, WORKSPACE
from promptport_local.schemas import Problem

# What a field holds where nothing was given; one that may be null holds null, unless it is an object or a list.
_USUAL: dict[str, Any] = {"string": "", "boolean": False, "integer": 0, "number": 0.0, "object": {}, "array": []}


class Fields:
    """Knows which fields resources have, and what may stand in them.

    Args:
        contract: PromptRails' contract.
    """

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._blank = {name: self._blanks(resource) for name, resource in RESOURCES.items()}

    def names(self, name: str) -> list[str]:
        """The names of the fields of a resource, `id` first."""
        return ["id", *self._blank[name]]

    def blank(self, name: str) -> Json:
        """Every field of a resource but `id`, with what it holds where nothing was given."""
        return deepcopy(self._blank[name])

    def check(self, name: str, given: Mapping[str, Any]) -> None:
        """Refuse what no record of a resource can hold.

        Raises:
            Refusal: 400; its details name every field that is wrong.
        """
        problems = self.problems(RESOURCES[name].schema, {"id": "", **given})
        if problems:
            raise wrong_fields({".".join(map(str, each.where)): each.text for each in problems})

    def problems(self, schema: str, value: Any) -> Sequence[Problem]:
        """What is wrong with a value by one of the contract's schemas; nothing if it is fine."""
        return self._contract.schemas.problems(("components", "schemas", schema), value)

    def is_free(self, name: str, field: str) -> bool:
        """Whether a field of a resource takes any object, or null."""
        types = _types(self._properties(RESOURCES[name]).get(field, {}))
        return "object" in types and "null" in types

    def _blanks(self, resource: Resource) -> Json:
        blank: Json = {}
        for name, schema in self._properties(resource).items():
            if name != "id" and name not in resource.embeds:
                types = _types(schema)
                free = next((each for each in types if each in ("object", "array")), None)
                usual = _USUAL[free] if free else None if "null" in types or not types else _USUAL[types[0]]
                # Copied one by one: a copy of all at once would keep two lists the one that they were.
                blank[name] = deepcopy(resource.defaults.get(name, usual))
        return {**blank, "workspace_id": WORKSPACE} if "workspace_id" in blank else blank

    def _properties(self, resource: Resource) -> Json:
        schema = self._contract.follow({"$ref": f"#/components/schemas/{resource.schema}"})
        properties: Json = schema["properties"]
        return properties


def _types(schema: Json) -> list[str]:
    types = schema.get("type", [])
    return [types] if isinstance(types, str) else list(types)
