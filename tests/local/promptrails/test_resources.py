"""Proves that the local PromptRails' table of resources is what the contract says, and the fixture has one of each."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.resource import Resource
from promptport_local.promptrails.resources import RESOURCES

from .every_resource import CONTRACT, EVERY_RESOURCE


@EVERY_RESOURCE
def test_a_resource_is_what_the_contract_says(resource: Resource) -> None:
    """Its fields are those of the contract's schema, and every name in the table is one of them."""
    known = set(CONTRACT.follow({"$ref": f"#/components/schemas/{resource.schema}"})["properties"])
    assert {*resource.defaults, *resource.embeds, *resource.lists, *resource.columns} <= known
    assert {*resource.takes, *resource.changes} - known <= {"value"}
    assert {each.split(".")[0] for filter_ in resource.filters.values() for each in filter_.fields} <= known
    assert resource.order in {*known, "newest", "oldest"}
    assert resource.parent is None or (resource.parent.field in known and resource.parent.resource in RESOURCES)
    assert all(child in RESOURCES for child in resource.drops)


@EVERY_RESOURCE
def test_the_fixture_has_one_of_each(resource: Resource, rails: Backend) -> None:
    if resource.name != "chat_messages":
        assert rails.records.all(resource.name)
