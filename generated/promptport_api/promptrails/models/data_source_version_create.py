# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of a data source to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

DataSourceVersionCreate = TypedDict(
    "DataSourceVersionCreate",
    {
        "version": "Required[str]",  # A label of your choice, such as `1.0.0`.
        "query_template": "str",  # The query, with its variables in double braces.
        "credential_id": "str",  # The credential that opens the connection.
        "connection_config": "Mapping[str, Any]",  # Where the source is.
        "parameters": "Sequence[Mapping[str, Any]]",  # What the variables are, each of `name`, `type`, `required` and `description`.
        "set_current": "bool",  # Whether it becomes the one that runs.
        "message": "str",  # What to say of it.
    },
    total=False,
)
