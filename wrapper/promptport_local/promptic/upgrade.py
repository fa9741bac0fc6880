"""Brings what an older local platform kept in a file to today's form: its examples lay in two tables, and now in one."""

from __future__ import annotations

from promptport_local.promptic.cases import case_of
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.resources import Json
from promptport_local.promptic.state import State


def upgrade(state: State, datasets: Datasets) -> None:
    """Change what was kept before experiments had datasets; what is kept by today's platform stays as it is.

    Args:
        state: What is held.
        datasets: The datasets.
    """
    with state.environment.transaction():
        components = state.collection("components").all()
        if all("aiApplicationId" in each for each in components):
            return
        for each in components:
            state.put("components", {**each, "aiApplicationId": each["workspaceId"]})
        for each in state.collection("datasets").all():
            state.put("datasets", {**each, "experimentId": None, "aiApplicationId": each["workspaceId"]})
        for each in state.collection("evaluations").all():
            target = "dataset" if each["runId"] is None else "run"
            fields = {"subject": "trajectory", "targetType": target, "traceDbId": None, "budget": None}
            state.put("evaluations", {**fields, **each})
        _move(state, datasets)


def _move(state: State, datasets: Datasets) -> None:
    """Make cases of items and observations. They keep their numbers, which were told to somebody."""
    for item in state.collection("items").all():
        case = {"inputPayload": {"input": item["input"]}, "metadata": {"traceDbId": item["traceDbId"]}}
        _put(state, item["datasetId"], {**item, **case, "expectedPayload": None, "split": None, "idx": None})
        state.collection("items").remove(item["datasetId"], str(item["id"]))
    for experiment in state.collection("experiments").all():
        name = {"name": experiment["name"] or "Experiment"}
        dataset = datasets.make(
            experiment["workspaceId"], experiment["aiComponentId"], name, experiment=experiment["id"]
        )
        state.put("experiments", {**experiment, "datasetId": dataset["id"], "inputVariables": []})
        for observation in state.collection("observations").under(experiment["id"]):
            _put(state, dataset["id"], {**case_of(observation), "metadata": {}, "traceDbId": None})
            state.collection("observations").remove(experiment["id"], str(observation["id"]))
    counters = state.collection("counters")
    counters.put("cases", value=max(counters.get(name) or 0 for name in ("items", "observations", "cases")))


def _put(state: State, dataset: str, case: Json) -> None:
    state.put("cases", {**case, "datasetId": dataset})
