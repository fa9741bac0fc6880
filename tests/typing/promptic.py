"""What a type checker says of programs with Promptic's clients: mypy runs over this file, and each line must be right."""

from __future__ import annotations

from typing import Any, assert_type

from promptport.promptic import (
    AgentEvaluation,
    AsyncPrompticClient,
    DeployedPrompt,
    Experiment,
    ExperimentStatus,
    ModelProvider,
    PrompticAPIError,
    PrompticClient,
)


def use(client: PrompticClient) -> None:
    """Answers are typed dicts; fields to change are taken in both spellings, also as dicts."""
    experiment = client.create_experiment("c", "m", hyperparameters={"epochs": 3}, provider="openai")
    assert_type(experiment, Experiment)
    assert_type(experiment["id"], str)
    assert_type(experiment["createdAt"], str)
    assert_type(experiment["provider"], ModelProvider)
    assert_type(experiment["initialPredictionModelSchema"], Any)
    experiment["targt"]  # type: ignore[typeddict-item] # a misspelt field is found
    assert_type(client.get_deployed_prompt("c"), DeployedPrompt | None)
    assert_type(client.wait_for_experiment("e", on_progress=print), Experiment)
    client.update_experiment("e", target_model="m", initialPrompt=None)
    client.update_experiment("e", targetModel="m", name="n")
    client.create_observations("e", [{"variables": {"a": 1}, "expected": "b"}])
    rows: list[dict[str, Any]] = [{"variables": {"a": 1}, "expected": "b"}]
    client.create_observations("e", rows)


async def use_async(client: AsyncPrompticClient) -> None:
    """The same, awaited."""
    assert_type(await client.wait_for_evaluation("c", "e"), AgentEvaluation)
    assert_type((await client.list_experiments())["data"][0]["experimentStatus"], ExperimentStatus)


def errors(error: PrompticAPIError) -> tuple[int, str, ExperimentStatus]:
    """The documented attributes."""
    return error.status_code, error.message, "pending"
