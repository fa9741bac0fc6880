"""Datasets that are given as data, with their runs, annotations and evaluations."""

from __future__ import annotations

from promptport_local.promptic.annotations import Annotations
from promptport_local.promptic.cases import Cases
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.evaluations import Evaluations
from promptport_local.promptic.resources import USER, Json
from promptport_local.promptic.runs import Runs
from promptport_local.promptic.seeded_traces import SeededTraces
from promptport_local.promptic.state import State


class SeededDatasets:
    """Adds datasets.

    Args:
        state: What is held.
        traces: Finds traces by either id.
        datasets: The datasets.
        cases: Their cases.
        runs: Their runs.
        annotations: The annotations of these.
        evaluations: The evaluations.
    """

    def __init__(
        self,
        state: State,
        traces: SeededTraces,
        datasets: Datasets,
        cases: Cases,
        runs: Runs,
        annotations: Annotations,
        evaluations: Evaluations,
    ) -> None:
        self._state = state
        self._traces = traces
        self._datasets = datasets
        self._cases = cases
        self._runs = runs
        self._annotations = annotations
        self._evaluations = evaluations

    def add(self, component: Json, given: Json) -> None:
        """Add a dataset to a component, in place of those with the same name.

        Raises:
            ValueError: There is no such trace.
        """
        workspace = component["workspaceId"]
        for each in self._state.under("datasets", component["id"], experimentId=None, name=given["name"]):
            if given.get("id", each["id"]) == each["id"]:
                self._state.remove("datasets", each)
        dataset = self._datasets.make(workspace, component["id"], given, self._listed(workspace, given))
        self._cases.add(dataset["id"], given.get("cases", []))
        for run in given.get("runs", []):
            record = self._runs.make(dataset, run, self._listed(workspace, run))
            for each in run.get("annotations", []):
                trace = self._traces.find(workspace, each["traceId"])
                self._annotations.make(record, each.get("userId", USER), {**each, "traceDbId": trace["id"]})
        for each in given.get("evaluations", []):
            self._evaluate(dataset, each)

    def _evaluate(self, dataset: Json, given: Json) -> None:
        record = self._evaluations.make(dataset, given)
        status = given.get("status", "completed")
        if status == "failed":
            self._evaluations.fail_evaluation(record["id"])
        elif status != "pending":
            steps = self._state.options.evaluation_steps if status == "completed" else 1
            self._evaluations.advance_evaluation(record["id"], steps)

    def _listed(self, workspace: str, given: Json) -> list[Json]:
        return [self._traces.find(workspace, each) for each in given.get("traceIds", [])]
