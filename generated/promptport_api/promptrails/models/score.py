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
from promptport.model import deprecated as _Deprecated


@_Deprecated("Gone since promptrails 0.9.0.")
@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class Score(Model):
    """A verdict on a trace. Gone since promptrails 0.9.0.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        trace_id: The trace that it is about.
        span_id: The span that it is about.
        name: What was judged.
        value: The verdict, where it is a number.
        string_value: The verdict, where it is one of several words.
        data_type: `numeric`, `categorical` or `boolean`.
        source: Who judged: `manual`, `api`, or a model.
        config_id: The definition that it follows.
        comment: What was said beside it.
        created_by: Who made it.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        execution_id: The execution that it is about.
        agent_id: The agent that it is about.
        bool_value: The verdict, where it is yes or no.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("trace_id", "trace_id", "trace_id", "string", absent=""),
        Field("span_id", "span_id", "span_id", "string|null", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("value", "value", "value", "number|null"),
        Field("string_value", "string_value", "string_value", "string|null", absent=""),
        Field("data_type", "data_type", "data_type", "string", absent="numeric"),
        Field("source", "source", "source", "string", absent="manual"),
        Field("config_id", "config_id", "config_id", "string|null"),
        Field("comment", "comment", "comment", "string|null", absent=""),
        Field("created_by", "created_by", "created_by", "string|null", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field("execution_id", "execution_id", "execution_id", "string|null"),
        Field("agent_id", "agent_id", "agent_id", "string|null"),
        Field("bool_value", "bool_value", "bool_value", "boolean|null"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    trace_id: str = ""
    span_id: str = ""
    name: str = ""
    value: float | None = None
    string_value: str = ""
    data_type: str = "numeric"
    source: str = "manual"
    config_id: str | None = None
    comment: str = ""
    created_by: str = ""
    created_at: str = ""
    updated_at: str = ""
    execution_id: str | None = None
    agent_id: str | None = None
    bool_value: bool | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
