# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The figures of an insight; which ones depends on its type."""

from __future__ import annotations

from promptport.model import Fields as _Fields
from promptport.model import (
    describe,
)
from typing_extensions import TypedDict

InsightDetail = TypedDict(
    "InsightDetail",
    {
        "toolName": "str",  # The tool that it is about.
        "errorRate": "float",  # The part of the tool's calls that failed, from 0 to 1.
        "tokensWasted": "int",  # How many tokens were spent for nothing.
        "stepIndex": "int",  # The step that it is about.
        "costPercentage": "float",  # The part of the costs.
        "usageRate": "float",  # The part of the runs that use the tool, from 0 to 1.
    },
    total=False,
)
describe(
    InsightDetail,
    _Fields(
        {
            "toolName": "string",
            "errorRate": "number",
            "tokensWasted": "integer",
            "stepIndex": "integer",
            "costPercentage": "number",
            "usageRate": "number",
        },
        (),
    ),
)
