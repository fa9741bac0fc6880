"""Proves that the local PromptRails can be filled by data; a slip in it is named, and nothing added."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.state import Options


def test_a_seed_adds_and_replaces(rails: Backend) -> None:
    rails.seed(
        {
            "agents": [{"id": "agent-id", "name": "Renamed"}, {"name": "New"}],
            "agent_versions": [{"id": "v2", "agent_id": "agent-id", "version": "2.0.0", "is_current": True}],
            "credentials": [{"id": "c", "name": "c", "value": "0123456789"}],
            "keys": [{"token": "other"}],
            "options": {"flat_errors": True},
        }
    )
    agent = rails.records.get("agents", "agent-id")
    assert (agent["name"], agent["current_version"]["id"]) == ("Renamed", "v2")
    assert rails.records.get("agent_versions", "agent-version-id")["is_current"] is False
    assert rails.records.get("credentials", "c")["masked_content"] == "0123**6789"
    assert "0123456789" not in str(rails.records.all("credentials"))
    assert rails.authenticate("other")["active"]
    assert rails.options.flat_errors
    rails.reset()
    assert rails.state()["options"] == vars(Options())
    assert [each["name"] for each in rails.records.all("agents")] == ["Support"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"agentz": []}, "holds a field that is not known"),
        ({"agents": {}}, "promptrails.agents must be array"),
        ({"agents": [{"nam": "x"}]}, "promptrails.agents.0 holds a field that is not known: nam"),
        ({"agents": [{}, {"name": 1}]}, "promptrails.agents.1: name must be string"),
        ({"agents": [{"created_at": "today"}]}, "promptrails.agents.0: must be a moment in ISO 8601"),
        ({"guardrails": [{"agent_id": "nobody"}]}, "promptrails.guardrails.0: agent not found"),
        ({"agent_versions": [{"version": "1"}]}, "promptrails.agent_versions.0: agent not found"),
        ({"keys": [{}]}, "promptrails.keys.0.token is required"),
        ({"options": {"failure": ""}}, "promptrails.options.failure must not be empty"),
        ({"agents": [{"name": "x"}], "options": {"flat": 1}}, "not known"),
        ({"credentials": [{"name": "x", "value": 5}]}, "promptrails.credentials.0: value must be string"),
        ({"webhook_triggers": [{"secret": 5}]}, "promptrails.webhook_triggers.0: secret must be string"),
        ({"agent_files": [{"agent_id": "agent-id"}]}, "promptrails.agent_files.0: path is required"),
        ({"agent_files": [{"agent_id": "agent-id", "path": "/notes/today.md/x"}]}, "/notes/today.md is a file"),
    ],
)
def test_a_slip_in_a_seed_is_named_and_changes_nothing(rails: Backend, data: Any, text: str) -> None:
    before = rails.state()
    with pytest.raises(ValueError, match=text):
        rails.seed(data)
    assert rails.state() == before
