"""Runs: what an agent made of a dataset, as traces."""

from __future__ import annotations

from collections.abc import Sequence

from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.errors import refused
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, chosen, listed, newest_first
from promptport_local.promptic.traces import Traces


class Runs:
    """The runs of components' datasets.

    Args:
        state: What is held.
        traces: The traces.
        datasets: The datasets.
    """

    def __init__(self, state: State, traces: Traces, datasets: Datasets) -> None:
        self._state = state
        self._traces = traces
        self._datasets = datasets

    def list_runs(self, caller: Caller, component: str) -> Json:
        """The runs of a component, the newest first."""
        self._state.need("components", caller.workspace, component)
        return listed([self._with_traces(each) for each in newest_first(self._state.under("runs", component))])

    def create_run(self, caller: Caller, component: str, body: Json) -> Json:
        """Make a run of a dataset from some traces; those that the dataset lacks are added to it.

        Raises:
            Refusal: 404 where there is no such component or, in it, dataset, or where a trace is unknown; 400 where the
                dataset belongs to an experiment that was started.
        """
        dataset = self._datasets.need(caller, component, body["datasetId"])
        if self._datasets.closed(dataset):
            raise refused(400, "The dataset belongs to an experiment that has started")
        traces = self._traces.need_all(caller.workspace, body.get("traceIds", []))
        return self._with_traces(self.make(dataset, body, traces))

    def get_run(self, caller: Caller, component: str, run: str) -> Json:
        """A run with its traces."""
        return self._with_traces(self.need(caller, component, run))

    def delete_run(self, caller: Caller, component: str, run: str) -> None:
        """Remove a run with its annotations."""
        self._state.remove("runs", self.need(caller, component, run))

    def need(self, caller: Caller, component: str, run: str) -> Json:
        """A run of a component.

        Raises:
            Refusal: 404; there is no such component or, in it, run.
        """
        self._state.need("components", caller.workspace, component)
        return self._state.need("runs", component, run)

    def make(self, dataset: Json, body: Json, traces: Sequence[Json]) -> Json:
        """Make a run of a dataset from traces that there are; those that the dataset lacks are added to it."""
        fields = {name: dataset[name] for name in ("aiComponentId", "workspaceId")}
        fields.update(name=body.get("name"), datasetId=dataset["id"], status="completed")
        run = self._state.make("runs", fields, chosen(body))
        self._datasets.add_traces(dataset, traces)
        for trace in traces:
            self.link(run, trace)
        return run

    def link(self, run: Json, trace: Json) -> None:
        """Add a trace to a run, once."""
        if not self._state.under("links", run["id"], traceDbId=trace["id"]):
            self._state.make("links", {"runId": run["id"], "traceDbId": trace["id"]})
            self._state.change("runs", run, {})

    def _with_traces(self, run: Json) -> Json:
        links = self._state.under("links", run["id"])
        traces = self._traces.need_all(run["workspaceId"], (each["traceDbId"] for each in links))
        return {**run, "traceCount": len(traces), "traces": self._traces.with_components(traces)}
