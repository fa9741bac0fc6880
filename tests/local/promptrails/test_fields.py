"""Proves that the local PromptRails' records have the fields of the contract, and no other types."""

from __future__ import annotations

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.resource import Resource

from .every_resource import CONTRACT, EVERY_RESOURCE


@EVERY_RESOURCE
def test_a_blank_record_keeps_to_the_contract(resource: Resource, rails: Backend) -> None:
    record = rails.records.state.add(resource.name)
    rails.records.fields.check(resource.name, rails.records.view(resource.name, record))
    assert set(rails.records.fields.names(resource.name)) == set(record)
    assert set(record) | set(resource.embeds) == set(
        CONTRACT.follow({"$ref": f"#/components/schemas/{resource.schema}"})["properties"]
    )


def test_a_wrong_type_is_told_by_its_field(rails: Backend) -> None:
    with pytest.raises(Refusal) as no:
        rails.records.create("guardrails", {"type": "input", "scanner_type": "pii", "sort_order": "first"}, "agent-id")
    assert (no.value.status, no.value.body["error"]["details"]) == (400, {"sort_order": "must be integer"})
