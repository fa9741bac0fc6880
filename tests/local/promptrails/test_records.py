"""Proves that records of every resource of the local PromptRails are made, read, changed and removed in one way."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.resource import Resource
from promptport_local.promptrails.resources import masked

from ..conftest import Clock
from .every_resource import EVERY_RESOURCE, sample
from .rails import refused


@EVERY_RESOURCE
def test_what_is_given_is_kept_and_changed(resource: Resource, rails: Backend, clock: Clock) -> None:
    """What a resource takes is read back, what it does not take is passed over; a change is of what changes alone."""
    records = rails.records
    parent = None if resource.parent is None else records.all(resource.parent.resource)[0]["id"]
    given = {name: sample(resource, name) for name in resource.takes}
    if resource.name == "agent_files":
        given["path"] = "/made"
    made = records.create(resource.name, {**given, "workspace_id": "other", "nonsense": 1}, parent)
    known = records.fields.names(resource.name)
    assert {name: made[name] for name in given if name in known} == {n: v for n, v in given.items() if n in known}
    assert made.get("workspace_id") in (None, "workspace-id")
    assert "nonsense" not in made
    assert made == records.get(resource.name, made["id"])

    clock.forward(hours=1)
    changes = {name: sample(resource, name) for name in resource.changes}
    changed = records.change(resource.name, made["id"], {**changes, "id": "other", "created_at": "never"})
    assert {**changed, "updated_at": 0} == {
        **made,
        **{n: v for n, v in changes.items() if n in known},
        "updated_at": 0,
    } | ({"masked_content": masked("value 1")} if resource.name == "credentials" else {})
    if "updated_at" in known:
        assert changed["updated_at"] > made["updated_at"] == made["created_at"]

    records.delete(resource.name, made["id"])
    for act in (records.get, records.delete):
        with refused(404, "not_found"):
            act(resource.name, made["id"])
    with refused(404, "not_found"):
        records.change(resource.name, made["id"], {})


def test_null_leaves_what_is_there_unless_it_is_an_object(rails: Backend) -> None:
    tool = rails.records.change("mcp_tools", "tool-id", {"schema": {"a": 1}, "description": "d"})
    assert (tool["schema"], tool["description"]) == ({"a": 1}, "d")
    tool = rails.records.change(
        "mcp_tools", "tool-id", {"schema": None, "config": None, "description": None, "is_active": None}
    )
    assert (tool["schema"], tool["config"], tool["description"], tool["is_active"]) == (None, None, "d", True)


def test_what_belongs_to_an_agent_goes_with_it(rails: Backend) -> None:
    for name in ("agent_versions", "guardrails", "memories", "agent_triggers", "executions", "chat_sessions"):
        assert rails.records.all(name, agent_id="agent-id")
    rails.records.delete("agents", "agent-id")
    for name in ("agent_versions", "guardrails", "memories", "agent_triggers"):
        assert rails.records.all(name, agent_id="agent-id") == []
    assert "agent" not in rails.records.get("executions", "execution-id")
    assert rails.records.all("chat_sessions", agent_id="agent-id")


def test_records_are_shown_inside_of_others(rails: Backend) -> None:
    execution = rails.records.get("executions", "execution-id")
    link = execution["agent"]["current_version"]["prompts"][0]
    assert link["prompt"]["current_version"]["llm_model"]["model_id"] == "gpt-4o"
    assert not [name for name in execution if name.startswith("_")]
