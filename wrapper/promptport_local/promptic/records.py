"""What the local Promptic keeps: its kinds of records, who calls, how it behaves, and the refusal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Drive = Literal["reads", "instant", "clock", "manual"]
DRIVES = ("reads", "instant", "clock", "manual")
# Whose everything is that nobody is named for.
USER = "user_1"
WORKSPACE = "5b0f2c1e-7a34-4d1c-9a57-0f6f3a1d2c4b"


class Refusal(Exception):
    """Promptic says no.

    Attributes:
        status: The HTTP status that it says it with.
        error: What stands under `error`.
    """

    def __init__(self, status: int, error: str) -> None:
        super().__init__(status, error)
        self.status = status
        self.error = error


def not_found() -> Refusal:
    """What is answered where there is no such thing, or the id can't be one."""
    return Refusal(404, "Not found")


@dataclass(frozen=True)
class Kind:
    """One kind of records.

    Attributes:
        name: Its name, that of its collection too.
        home: The field that says under what a record is found. What is elsewhere is not found.
        parts: What goes when a record goes: kinds, and their fields that hold its id.
        numbered: Whether ids are increasing numbers and not UUIDs.
    """

    name: str
    home: str
    parts: tuple[tuple[str, str], ...] = ()
    numbered: bool = False


KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "components",
            "workspaceId",
            (("experiments", "aiComponentId"), ("datasets", "aiComponentId"), ("deployments", "aiComponentId")),
        ),
        Kind(
            "experiments",
            "workspaceId",
            (
                ("observations", "experimentId"),
                ("evaluators", "experimentId"),
                ("iterations", "experimentId"),
                ("deployments", "experimentId"),
            ),
        ),
        Kind("observations", "experimentId", numbered=True),
        Kind("evaluators", "experimentId"),
        Kind("iterations", "experimentId", numbered=True),
        Kind("deployments", "workspaceId"),  # its id is that of the component
        Kind("traces", "workspaceId"),
        Kind("spans", "traceDbId"),
        Kind(
            "datasets",
            "aiComponentId",
            (
                ("items", "datasetId"),
                ("runs", "datasetId"),
                ("annotations", "datasetId"),
                ("evaluations", "datasetId"),
            ),
        ),
        Kind("items", "datasetId", numbered=True),
        Kind("runs", "aiComponentId", (("links", "runId"), ("annotations", "runId"))),
        Kind("links", "runId", numbered=True),
        Kind("annotations", "datasetId"),
        Kind("evaluations", "aiComponentId"),
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


@dataclass
class Options:
    """How the local Promptic behaves where tests want it one way or another.

    Attributes:
        strict: Whether a field that the contract does not know is refused with a 400; else it is passed over.
        experiments: What moves an experiment that was started, step by step: first it runs, then each step is an
            iteration. `reads`: each `get_experiment` one step. `instant`: the start itself, all of them. `clock`: every
            `step_seconds` of the environment's clock. `manual`: nothing but `Backend.advance_experiment`.
        evaluations: The same of evaluations, by `get_evaluation` and `Backend.advance_evaluation`.
        evaluation_steps: With which step an evaluation is over; with the first it runs.
        step_seconds: How long a step takes by the clock.
        experiments_end: How experiments end.
        evaluations_end: How evaluations end.
        most_epochs: How many iterations an experiment writes at the most, whatever it was asked for.
        unavailable_models: Models that are gone from the workspaces.
        paid: Whether the plan allows a start; else it is refused with a 402.
        largest_export: The largest body of an export of traces, in bytes; a larger one is refused with a 413.
        login_pending: How many questions for a token are told to wait.
        login_slow_down: How many of them, before the others, are told to slow down.
        login_end: What comes then.
        login_user: The user who answers.
        login_interval: Seconds between two questions, as the device is told.
        login_seconds: After how many seconds the codes of a device are of no use.
        session_seconds: After how many seconds the token of a device ends.
    """

    strict: bool = True
    experiments: Drive = "reads"
    evaluations: Drive = "reads"
    evaluation_steps: int = 2
    step_seconds: float = 1.0
    experiments_end: Literal["completed", "failed"] = "completed"
    evaluations_end: Literal["completed", "failed"] = "completed"
    most_epochs: int = 100
    unavailable_models: list[str] = field(default_factory=list)
    paid: bool = True
    largest_export: int = 5_000_000
    login_pending: int = 1
    login_slow_down: int = 0
    login_end: Literal["token", "denied", "expired"] = "token"
    login_user: str = USER
    login_interval: int = 5
    login_seconds: int = 1800
    session_seconds: int = 604_800
