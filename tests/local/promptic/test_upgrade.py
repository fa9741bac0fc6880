"""Proves that what an older local Promptic kept in a file is there again, with the same ids."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from promptport_local.environment import Environment
from promptport_local.promptic.backend import Backend
from promptport_local.store import Store

from ..conftest import PROMPTIC_KEY, Clock
from .seeded import COMPONENT, DATASET, EXPERIMENT


def older(store: Store) -> None:
    """What the fixture looked like when observations and items were two tables."""

    def rows(name: str) -> Any:
        return store.collection(f"promptic.{name}")

    for component in rows("components").all():
        del component["aiApplicationId"]
        rows("components").put(component["workspaceId"], component["id"], value=component)
    for experiment in rows("experiments").all():
        for number, case in enumerate(rows("cases").under(experiment.pop("datasetId")), 1):
            names = {"variables": case["inputPayload"], "expected": case["expectedPayload"], "id": number}
            kept = {name: case[name] for name in ("idx", "split", "createdAt", "updatedAt")}
            value = {**kept, **names, "experimentId": experiment["id"]}
            rows("observations").put(experiment["id"], str(number), value=value)
        del experiment["inputVariables"]
        rows("experiments").put(experiment["workspaceId"], experiment["id"], value=experiment)
    for dataset in rows("datasets").all():
        rows("datasets").remove(dataset["aiComponentId"], dataset["id"])
        if dataset.pop("experimentId") is None:
            for number, case in enumerate(rows("cases").under(dataset["id"]), 1):
                said = {"id": number, "datasetId": dataset["id"], "traceDbId": case["traceDbId"], "output": None}
                value = {**said, **case["inputPayload"], "createdAt": case["createdAt"], "updatedAt": case["updatedAt"]}
                rows("items").put(dataset["id"], str(number), value=value)
            del dataset["aiApplicationId"]
            rows("datasets").put(dataset["aiComponentId"], dataset["id"], value=dataset)
    for evaluation in rows("evaluations").all():
        for name in ("subject", "targetType", "traceDbId", "budget"):
            del evaluation[name]
        rows("evaluations").put(evaluation["aiComponentId"], evaluation["id"], value=evaluation)
    for case in rows("cases").all():
        rows("cases").remove(case["datasetId"], str(case["id"]))
    rows("counters").remove("cases")
    rows("counters").put("observations", value=2)
    rows("counters").put("items", value=2)
    for span in rows("spans").all():
        del span["artifacts"]
        rows("spans").put(span["traceDbId"], span["id"], value=span)


def test_an_older_file_is_read(clock: Clock) -> None:
    with closing(Store()) as store:
        first = Backend(Environment("promptic", store, clock, seed=1))
        first.reset()
        me = first.caller(PROMPTIC_KEY)
        seen = first.list_observations(me, EXPERIMENT)
        evaluations = first.list_evaluations(me, COMPONENT)
        full = first.get_dataset(me, COMPONENT, DATASET)
        older(store)
        again = Backend(Environment("promptic", store, clock, seed=1))
        assert again.list_observations(me, EXPERIMENT) == seen
        assert again.list_evaluations(me, COMPONENT) == evaluations
        read = again.get_dataset(me, COMPONENT, DATASET)
        assert [each["id"] for each in read["items"]] == [1, 2]
        assert [each["traceDbId"] for each in read["items"]] == [each["traceDbId"] for each in full["items"]]
        assert (read["caseCount"], read["aiApplicationId"]) == (2, me.workspace)
        assert again.list_datasets(me, COMPONENT)["data"] == [
            {name: value for name, value in read.items() if name not in ("items", "cases")}
        ]
        made = again.create_dataset_cases(me, COMPONENT, DATASET, [{"inputPayload": {}}])["data"]
        assert [each["id"] for each in made] == [3]
        assert len(again.list_trace_artifacts(me, "4bf92f3577b34da6a3ce929d0e0e4736")["data"]) == 1
        before = again.state()
        assert Backend(Environment("promptic", store, clock, seed=1)).state() == before
