# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A source that agents can query."""

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
class DataSource(Model):
    """A source that agents can query.

    Attributes:
        id: Its identifier.
        workspace_id: The workspace's identifier.
        name: Its name.
        type: `postgresql`, `mysql`, `bigquery`, `snowflake`, `redshift`, `mssql`, `clickhouse` or `static_file`.
        created_at: When it was made, as RFC 3339 has it.
        updated_at: When it was last changed, as RFC 3339 has it.
        description: What it is for.
        status: `active` or `archived`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("workspace_id", "workspace_id", "workspace_id", "string", absent=""),
        Field("name", "name", "name", "string", absent=""),
        Field("type", "type", "type", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("updated_at", "updated_at", "updated_at", "string", absent=""),
        Field("description", "description", "description", "string"),
        Field("status", "status", "status", "string"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    workspace_id: str = ""
    name: str = ""
    type: str = ""
    created_at: str = ""
    updated_at: str = ""
    description: str | None = None
    status: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
