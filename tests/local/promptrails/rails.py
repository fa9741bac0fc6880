"""What the tests of the local PromptRails share."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptrails.backend import Backend


def refused(status: int, code: str) -> Any:
    """A block that PromptRails refuses, with this status and code."""
    return pytest.raises(Refusal, check=lambda no: (no.status, no.body["error"]["code"]) == (status, code))


def with_approval(rails: Backend, **config: Any) -> dict[str, Any]:
    """Run the agent of the fixture with a version that asks for approval."""
    config = {"type": "simple", "prompt_id": "prompt-id", "approval_required": True, **config}
    rails.versions.create("agent_versions", "agent-id", {"config": config, "set_current": True})
    return rails.runs.execute("agent-id", {"message": "Hello"})


def with_version(rails: Backend, config: dict[str, Any] | None = None, **given: Any) -> None:
    """Give the agent of the fixture a version of 0.9 as its current one."""
    config = {"type": "agent", "prompt_id": "prompt-id", **(config or {})}
    rails.versions.create("agent_versions", "agent-id", {"config": config, "set_current": True, **given})


def agent_with(rails: Backend, name: str, config: dict[str, Any] | None = None, **given: Any) -> str:
    """Make an agent with a version of 0.9; its id."""
    ident = str(rails.records.create("agents", {"name": name, "type": "agent"})["id"])
    config = {"type": "agent", "prompt_id": "prompt-id"} if config is None else config
    rails.versions.create("agent_versions", ident, {"config": config, "set_current": True, **given})
    return ident
