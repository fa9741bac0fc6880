"""Experiments and prompts of the local Promptic that tests begin with."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Caller

COMPONENT = "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10"

EXPERIMENT = "7d4e2b6a-91c3-4f58-a0d2-6e1b3c5f8a24"

DATASET = "2f6b9d0c-8e14-4a73-b5c1-9d3e7f0a2c46"

GREETING = [
    {"role": "system", "content": "You are a friendly assistant. Answer in {{language}}."},
    {"role": "user", "content": "Welcome {{customer_name}} and offer your help."},
]


def deployed(promptic: Backend, me: Caller, name: str) -> dict[str, Any]:
    """The deployed prompt of the component of a name."""
    (component,) = (each for each in promptic.list_components(me)["data"] if each["name"] == name)
    prompt = promptic.get_deployed_prompt(me, component["id"])
    assert prompt is not None
    return prompt


EVALUATORS: list[dict[str, Any]] = [
    {"name": "accuracy", "type": "f1", "weight": 3, "scaleMin": 0, "scaleMax": 10},
    {"name": "tone", "type": "generalJudge", "config": {"messages": []}},
]


def ready(promptic: Backend, me: Caller, epochs: int = 3, **fields: Any) -> str:
    """An experiment that can start."""
    component = promptic.create_component(me, {"name": "c"})["id"]
    body = {"aiComponentId": component, "targetModel": "m", "initialPrompt": "Sort it.", **fields}
    body["hyperparameters"] = {"epochs": epochs, **fields.get("hyperparameters", {})}
    experiment: str = promptic.create_experiment(me, body)["id"]
    promptic.create_observations(me, experiment, [{"variables": {"x": 1}, "expected": "y"}] * 4)
    promptic.create_evaluators(me, experiment, EVALUATORS)
    return experiment


def status(promptic: Backend, experiment: str) -> Any:
    """The status, without a look that moves it."""
    (row,) = (each for each in promptic.state()["experiments"] if each["id"] == experiment)
    return row["experimentStatus"]


def refused(act: Any, *arguments: Any) -> int:
    with pytest.raises(Refusal) as caught:
        act(*arguments)
    return caught.value.status
