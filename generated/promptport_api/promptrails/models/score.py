# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A verdict on a trace."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Score(Model):
    """A verdict on a trace.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        trace_id: The trace that it is about.
        span_id: The span that it is about.
        execution_id: The execution that it is about.
        agent_id: The agent that it is about.
        name: What was judged.
        value: The verdict, where it is a number.
        string_value: The verdict, where it is one of several words.
        bool_value: The verdict, where it is yes or no.
        data_type: `numeric`, `categorical` or `boolean`.
        source: Who judged: `manual`, `api`, or a model.
        config_id: The definition that it follows.
        comment: What was said beside it.
        created_by: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True),
        Field("workspace_id", "workspace_id", "workspace_id", "string"),
        Field("trace_id", "trace_id", "trace_id", "string"),
        Field("span_id", "span_id", "span_id", "string|null"),
        Field("execution_id", "execution_id", "execution_id", "string|null"),
        Field("agent_id", "agent_id", "agent_id", "string|null"),
        Field("name", "name", "name", "string"),
        Field("value", "value", "value", "number|null"),
        Field("string_value", "string_value", "string_value", "string|null"),
        Field("bool_value", "bool_value", "bool_value", "boolean|null"),
        Field("data_type", "data_type", "data_type", "string"),
        Field("source", "source", "source", "string"),
        Field("config_id", "config_id", "config_id", "string|null"),
        Field("comment", "comment", "comment", "string|null"),
        Field("created_by", "created_by", "created_by", "string|null"),
        Field("created_at", "created_at", "created_at", "string"),
        Field("updated_at", "updated_at", "updated_at", "string"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str
    workspace_id: str | None = None
    trace_id: str | None = None
    span_id: str | None = None
    execution_id: str | None = None
    agent_id: str | None = None
    name: str | None = None
    value: float | None = None
    string_value: str | None = None
    bool_value: bool | None = None
    data_type: str | None = None
    source: str | None = None
    config_id: str | None = None
    comment: str | None = None
    created_by: str | None = None
    created_at: str | None = None
    updated_at: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
