# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of a data source, which never changes: its query, and where it goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import field, frozen
from promptport.model import (
    NOTHING,
    Field,
    Model,
)
from promptport.model import Shape as _Shape


@frozen(eq=False, repr=False, match_args=False, weakref_slot=False)
class DataSourceVersion(Model):
    """A version of a data source, which never changes: its query, and where it goes.

    Attributes:
        id: Its identifier.
        data_source_id: The data source's identifier.
        version: A label of the author's choice, such as `1.0.0`.
        credential_id: The credential that opens the connection.
        connection_config: Where the source is.
        query_template: The query, with its variables in double braces.
        parameters: What the variables are, each of `name`, `type`, `required` and `description`.
        is_current: Whether it is the one that runs.
        message: What its author said of it.
        created_at: When it was made, as RFC 3339 has it.
        cache_timeout: For how many seconds a result may be used again.
        output_format: `json` or `csv`.
    """

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("id", "id", "id", "string", required=True, absent=""),
        Field("data_source_id", "data_source_id", "data_source_id", "string", absent=""),
        Field("version", "version", "version", "string", absent=""),
        Field("credential_id", "credential_id", "credential_id", "string|null"),
        Field("connection_config", "connection_config", "connection_config", "object|null", absent={}),
        Field("query_template", "query_template", "query_template", "string", absent=""),
        Field("parameters", "parameters", "parameters", _Shape("array|null", items=_Shape("object")), absent=[]),
        Field("is_current", "is_current", "is_current", "boolean", absent=False),
        Field("message", "message", "message", "string", absent=""),
        Field("created_at", "created_at", "created_at", "string", absent=""),
        Field("cache_timeout", "cache_timeout", "cache_timeout", "integer|null"),
        Field("output_format", "output_format", "output_format", "string|null"),
    )
    ITSELF: ClassVar[str] = "data"

    id: str = ""
    data_source_id: str = ""
    version: str = ""
    credential_id: str | None = None
    connection_config: dict[str, Any] = field(factory=dict)
    query_template: str = ""
    parameters: list[dict[str, Any]] = field(factory=list)
    is_current: bool = False
    message: str = ""
    created_at: str = ""
    cache_timeout: int | None = None
    output_format: str | None = None
    _more: Mapping[str, Any] = field(default=NOTHING, alias="_more")
    _keys: tuple[str, ...] | None = field(default=None, alias="_keys")
