"""The resources of the local Promptic, how they hang together, and who calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
# Whose everything is that nobody is named for.
USER = "user_1"
# The task of experiments that select tools, and the type of what judges them.
SELECTION = "toolSelection"
WORKSPACE = "5b0f2c1e-7a34-4d1c-9a57-0f6f3a1d2c4b"


@dataclass(frozen=True)
class Resource:
    """One kind of records.

    Attributes:
        name: Its name, that of its collection too.
        home: The field whose value a record is found under, such as `workspaceId`. Under any other value it is not found.
        parts: What is removed with a record: the names of resources, and their fields that hold its id.
        numbered: Whether ids are increasing numbers and not UUIDs.
    """

    name: str
    home: str
    parts: tuple[tuple[str, str], ...] = ()
    numbered: bool = False


RESOURCES = {
    each.name: each
    for each in (
        Resource(
            "components",
            "workspaceId",
            (("experiments", "aiComponentId"), ("datasets", "aiComponentId"), ("deployments", "aiComponentId")),
        ),
        Resource(
            "experiments",
            "workspaceId",
            (
                ("datasets", "experimentId"),
                ("evaluators", "experimentId"),
                ("iterations", "experimentId"),
                ("deployments", "experimentId"),
            ),
        ),
        Resource("evaluators", "experimentId"),
        Resource("iterations", "experimentId", numbered=True),
        Resource("deployments", "workspaceId"),  # its id is that of the component
        Resource("traces", "workspaceId"),
        Resource("spans", "traceDbId"),
        Resource(
            "datasets",
            "aiComponentId",
            (
                ("cases", "datasetId"),
                ("runs", "datasetId"),
                ("annotations", "datasetId"),
                ("evaluations", "datasetId"),
            ),
        ),
        Resource("cases", "datasetId", numbered=True),
        Resource("runs", "aiComponentId", (("links", "runId"), ("annotations", "runId"))),
        Resource("links", "runId", numbered=True),
        Resource("annotations", "datasetId"),
        Resource("evaluations", "aiComponentId"),
        Resource("objects", "workspaceId"),
        Resource("artifacts", "workspaceId"),
    )
}


@dataclass(frozen=True)
class Caller:
    """Who calls, and where.

    Attributes:
        workspace: The id of the workspace.
        user: The user who calls, or whose API key it is.
        person: Whether it is a user with a session, and not an API key.
    """

    workspace: str
    user: str
    person: bool = False
