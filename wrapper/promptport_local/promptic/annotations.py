"""Annotations: what people think of the traces of a run."""

from __future__ import annotations

from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.errors import not_found
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.runs import Runs
from promptport_local.promptic.state import State, chosen, listed, newest_first


class Annotations:
    """The annotations of runs: one a trace and user.

    Args:
        state: What is held.
        datasets: The datasets.
        runs: The runs.
    """

    def __init__(self, state: State, datasets: Datasets, runs: Runs) -> None:
        self._state = state
        self._datasets = datasets
        self._runs = runs

    def upsert_annotation(self, caller: Caller, component: str, run: str, body: Json) -> Json:
        """Keep what the caller thinks of a trace of a run, or more of it: what is not given stays as it was.

        Raises:
            Refusal: 404; there is no such component or, in it, run; or the trace is not one of the run's.
        """
        record = self._runs.need(caller, component, run)
        if not self._state.under("links", run, traceDbId=body["traceDbId"]):
            raise not_found()
        for known in self._state.under("annotations", record["datasetId"], runId=run, traceDbId=body["traceDbId"]):
            if known["userId"] == caller.user:
                return self._state.change("annotations", known, body)
        return self.make(record, caller.user, body)

    def list_annotations(self, caller: Caller, component: str, run: str) -> Json:
        """The annotations of all runs of a run's dataset, the newest first."""
        return self._of(self._runs.need(caller, component, run)["datasetId"])

    def list_dataset_annotations(self, caller: Caller, component: str, dataset: str) -> Json:
        """The annotations of all runs of a dataset, the newest first."""
        return self._of(self._datasets.need(caller, component, dataset)["id"])

    def delete_annotation(self, caller: Caller, component: str, run: str, annotation: str) -> None:
        """Remove an annotation of a run.

        Raises:
            Refusal: 404; there is no such run, or the annotation is not one of it.
        """
        dataset = self._runs.need(caller, component, run)["datasetId"]
        record = self._state.need("annotations", dataset, annotation)
        if record["runId"] != run:
            raise not_found()
        self._state.remove("annotations", record)

    def make(self, run: Json, user: str, body: Json) -> Json:
        """Keep an annotation of a trace of a run."""
        fields = {"runId": run["id"], "datasetId": run["datasetId"], "traceDbId": body["traceDbId"], "userId": user}
        fields.update(rating=body.get("rating"), comment=body.get("comment"))
        return self._state.make("annotations", fields, chosen(body))

    def _of(self, dataset: str) -> Json:
        return listed(newest_first(self._state.under("annotations", dataset)))
