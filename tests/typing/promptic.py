"""What a type checker says of programs with Promptic's clients: mypy runs over this file, and each line must be right."""

from __future__ import annotations

from datetime import datetime
from typing import Any, assert_type

from promptport.promptic import (
    AgentEvaluation,
    AsyncPrompticClient,
    DeployedPrompt,
    Experiment,
    ExperimentStatus,
    PrompticAPIError,
    PrompticClient,
)


def use(client: PrompticClient) -> None:
    """Answers are typed; fields to change are known in both spellings."""
    experiment = client.create_experiment("c", "m", hyperparameters={"epochs": 3}, provider="openai")
    assert_type(experiment, Experiment)
    assert_type(experiment.id, str)
    assert_type(experiment.created_at, datetime | None)
    assert_type(experiment["anything"], Any)
    assert_type(client.get_deployed_prompt("c"), DeployedPrompt | None)
    assert_type(client.wait_for_experiment("e", on_progress=print), Experiment)
    client.update_experiment("e", target_model="m", initialPrompt=None)
    client.update_experiment("e", targt_model="m")  # type: ignore[call-arg] # a misspelt field is found
    client.update_experiment("e", target_model=7)  # type: ignore[arg-type] # and a wrong value
    client.create_observations("e", [{"variables": {"a": 1}, "expected": "b"}])
    client.create_observations("e", [{"expected": "b"}])  # type: ignore[typeddict-item] # and a missing part


async def use_async(client: AsyncPrompticClient) -> None:
    """The same, awaited."""
    assert_type(await client.wait_for_evaluation("c", "e"), AgentEvaluation)
    assert_type((await client.list_experiments()).data[0].experiment_status, str)


def errors(error: PrompticAPIError) -> tuple[int, str, ExperimentStatus]:
    """The documented attributes."""
    return error.status_code, error.message, "pending"
