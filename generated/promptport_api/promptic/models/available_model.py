# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""A model that an experiment can be for."""

from __future__ import annotations

from typing import Literal, Required

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

AvailableModel = TypedDict(
    "AvailableModel",
    {
        "id": Required["str"],  # The model's id, as `create_experiment` takes it.
        "name": Required["str"],  # Its name.
        "provider": Required["str"],  # Who serves it, as people call them.
        "group": Required[
            "Literal['openai', 'platform', 'google', 'custom', 'openrouter']"
        ],  # `openai`, `platform`, `google`, `custom` or `openrouter`.
        "judgeEligible": Required["bool"],  # Whether evaluators can judge with it.
        "region": "Literal['eu', 'us', 'global']",  # Where it runs: `eu`, `us` or `global`; not always there.
    },
    total=False,
)
describe(
    AvailableModel,
    _Fields(
        {
            "id": "string",
            "name": "string",
            "provider": "string",
            "group": "string",
            "judgeEligible": "boolean",
            "region": "string",
        },
        ("id", "name", "provider", "group", "judgeEligible"),
    ),
)
