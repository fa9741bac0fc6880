# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A data source to be."""

from __future__ import annotations

from typing import Required, TypedDict

DataSourceCreate = TypedDict(
    "DataSourceCreate",
    {
        "name": "Required[str]",  # Its name.
        "type": "Required[str]",  # `postgresql`, `mysql`, `bigquery`, `snowflake`, `redshift`, `mssql`,...
    },
    total=False,
)
