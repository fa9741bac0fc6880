"""How the local Promptic behaves where tests want it one way or another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from promptport_local.promptic.resources import USER

Drive = Literal["reads", "instant", "clock", "manual"]
DRIVES = ("reads", "instant", "clock", "manual")


@dataclass
class Options:
    """How the local Promptic behaves where tests want it one way or another.

    Attributes:
        strict: Whether a field that the contract does not know is refused with a 400; else it is passed over.
        experiments: What moves an experiment that was started, step by step: first it runs, then each step is an
            iteration. `reads`: each `get_experiment` one step. `instant`: the start itself, all of them. `clock`: every
            `step_seconds` of the environment's clock. `manual`: nothing but `Backend.advance_experiment`.
        evaluations: What moves an evaluation on, in the same words: `reads` by `get_evaluation`, `manual` by
            `Backend.advance_evaluation`.
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
