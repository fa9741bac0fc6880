# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""What an agent cost.  GET /api/v1/costs/agents/{agent_id}"""

from __future__ import annotations

from promptport.model import (
    History,
    Operation,
    Parameter,
    Request,
    contract_of,
    load,
    reads,
)
from promptport.model import Shape as _Shape

from ... import models

OPERATION = Operation(
    "costs_get_agent_summary",
    "GET",
    "/api/v1/costs/agents/{agent_id}",
    "https://api.promptrails.ai",
    security=("key",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("agent_id", "agent_id", "path", "string", required=True),
        Parameter("from_date", "from", "query", "string"),
        Parameter("to_date", "to", "query", "string"),
    ),
    history=History(
        name="costs.get_agent_summary", until="0.8.0", removed_in="0.9.0", replaced_by=("traces.get_summary",)
    ),
)


def request(agent_id: str, *, from_date: str | None = None, to_date: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "agent_id": agent_id,
            "from_date": from_date or None,
            "to_date": to_date or None,
        },
    )


def parse(content: bytes) -> models.CostSummary:
    """Read a successful answer."""
    answer: models.CostSummary = reads(lambda: models.CostSummary)(
        load(content, "data", shape=_Shape("object", fields=lambda: contract_of(models.CostSummary), known=True))
    )
    return answer
