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
    for each in state.collection("items").all():
        case = {"inputPayload": {"input": each["input"]}, "metadata": {"traceDbId": each["traceDbId"]}}
        _put(state, each["datasetId"], {**each, **case, "expectedPayload": None, "split": None, "idx": None})
    for each in state.collection("experiments").all():
        name = {"name": each["name"] or "Experiment"}
        dataset = datasets.make(each["workspaceId"], each["aiComponentId"], name, experiment=each["id"])
        state.put("experiments", {**each, "datasetId": dataset["id"], "inputVariables": []})
        for observation in state.collection("observations").under(each["id"]):
            case = {**case_of(observation), "metadata": {}, "traceDbId": None}
            _put(state, dataset["id"], case)
    counters = state.collection("counters")
    counters.put("cases", value=max(counters.get(name) or 0 for name in ("items", "observations", "cases")))
    for name in ("items", "observations"):
        for each in state.collection(name).all():
            state.collection(name).remove(each["datasetId" if name == "items" else "experimentId"], str(each["id"]))


def _put(state: State, dataset: str, case: Json) -> None:
    state.put("cases", {**case, "datasetId": dataset})
