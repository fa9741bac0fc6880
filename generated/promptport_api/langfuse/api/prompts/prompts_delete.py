# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""Delete a version of a prompt, or all of them.  DELETE /api/public/v2/prompts/{promptName}"""

from __future__ import annotations

from promptport.model import (
    Operation,
    Parameter,
    Request,
    nothing,
)

OPERATION = Operation(
    "prompts_delete",
    "DELETE",
    "/api/public/v2/prompts/{name}",
    "https://cloud.langfuse.com",
    security=("basic",),
    repeatable=True,
    accept="application/json",
    parameters=(
        Parameter("name", "promptName", "path", "string", required=True),
        Parameter("version", "version", "query", "integer"),
        Parameter("label", "label", "query", "string"),
    ),
)


def request(name: str, *, version: int | None = None, label: str | None = None) -> Request:
    """The request of one call. The arguments are those of the resource's method."""
    return Request(
        OPERATION,
        {
            "name": name,
            "version": version,
            "label": label,
        },
    )


def parse(content: bytes) -> None:
    """Read a successful answer."""
    answer: None = nothing(content)
    return answer
