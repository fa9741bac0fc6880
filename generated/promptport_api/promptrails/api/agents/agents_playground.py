# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""Run an agent with other texts of its prompt; no version is kept.  POST /api/v1/agents/{agent_id}/playground"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    load,
    loose,
)
from promptport.model import Shape as _Shape

OPERATION = Operation(
    "agents_playground",
    "POST",
    "/api/v1/agents/{agent_id}/playground",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=False,
    accept="application/json",
    content="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("input", "input", "body", "object", required=True),
        Parameter("prompt_override", "prompt_override", "body", "object", required=True),
        Parameter("version_id", "version_id", "body", "string"),
    ),
    history=History(name="agents.playground", since="0.9.0"),
)


def request(
    agent_id: str, *, input: Mapping[str, Any], prompt_override: Mapping[str, Any], version_id: str | None = None
) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "input": input,
            "prompt_override": prompt_override,
            "version_id": version_id,
        },
    )


def parse(content: bytes) -> dict[str, Any]:
    """Read a successful answer."""
    answer: dict[str, Any] = loose("data")(load(content, "data", shape=_Shape("object")))
    return answer
