# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""A version of an agent to be."""

from __future__ import annotations

from collections.abc import Mapping
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
    },
    total=False,
)
