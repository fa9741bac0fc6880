# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of an agent to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from promptport.model import (
    AsDict,
)

AgentVersionCreate = TypedDict(
    "AgentVersionCreate",
    {
        "version": "str",  # A label of your choice, such as `1.0.0`; the platform gives one where there is none.
        "config": "Required[Mapping[str, Any] | AsDict]",  # How the agent works: one of the typed configs, or a mapping of the same shape.
        "input_schema": "Mapping[str, Any]",  # A JSON schema of the input.
        "output_schema": "Mapping[str, Any]",  # A JSON schema of the output.
        "set_current": "bool",  # Whether it becomes the one that runs.
        "message": "str",  # What to say of it.
        "model_config": "Mapping[str, Any] | AsDict",  # Since promptrails 0.9.0. The model and its sampling: a `ModelConfig`, or a mapping of the same shape.
        "run_budget": "Mapping[str, Any] | AsDict",  # Since promptrails 0.9.0. What a run may take with all that it begins: a `RunBudget`, or a mapping.
        "approval_policy": "Mapping[str, Any] | AsDict",  # Since promptrails 0.9.0. Who decides on executions that wait: an `ApprovalPolicy`, or a mapping.
        "cache_timeout": "int",  # Since promptrails 0.9.0. For how many seconds an answer may be used again.
        "vfs_enabled": "bool",  # Since promptrails 0.9.0. Whether it may use the agent's files.
        "masking_enabled": "bool",  # Since promptrails 0.9.0. Whether what is about persons is masked.
        "tools": "Sequence[Mapping[str, Any] | AsDict]",  # Since promptrails 0.9.0. The tools that it can call: each a `ToolAttachment`, or a mapping.
        "sub_agents": "Sequence[Mapping[str, Any] | AsDict]",  # Since promptrails 0.9.0. The agents that it can call: each a `SubAgentAttachment`, or a mapping.
        "guardrails": "Sequence[Mapping[str, Any] | AsDict]",  # Since promptrails 0.9.0. The checks of its own: each a `GuardrailSpec`, or a mapping.
    },
    total=False,
)
