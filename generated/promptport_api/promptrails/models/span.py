# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A span as it is reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

Span = TypedDict(
    "Span",
    {
        "trace_id": "Required[str]",  # Its trace, 32 hexadecimal digits.
        "span_id": "Required[str]",  # Its identifier, 16 hexadecimal digits.
        "parent_span_id": "str",  # The span that it is part of.
        "name": "Required[str]",  # What was done.
        "kind": "Literal['agent', 'llm', 'tool', 'datasource', 'prompt', 'guardrail', 'chain', 'workflow', 'agent_step', 'mcp_call', 'preprocessing', 'postprocessing', 'memory', 'embedding', 'speech', 'image', 'video', 'storage'] | str",  # What kind of thing was done.
        "status": "Literal['ok', 'error'] | str",  # How it went.
        "level": "Literal['debug', 'default', 'warning', 'error'] | str",  # How much it matters.
        "started_at": "Required[str]",  # When it began, as RFC 3339 has it.
        "ended_at": "str",  # When it ended, as RFC 3339 has it.
        "input": "Any",  # What went in.
        "output": "Any",  # What came out.
        "attributes": "Mapping[str, Any]",  # What else is known of it.
        "tags": "Sequence[str]",  # Its labels.
        "model_name": "str",  # The name of the model.
        "session_id": "str",  # The session that it belongs to.
        "prompt_tokens": "int",  # Tokens that the model read.
        "completion_tokens": "int",  # Tokens that it wrote.
        "total_tokens": "int",  # Both together.
        "cost": "float",  # What it cost, in dollars.
        "error_message": "str",  # What went wrong.
        "error_type": "str",  # The kind of error.
    },
    total=False,
)
