"""Datasets: traces that were put together, an item for each."""

from __future__ import annotations

from collections.abc import Iterable

from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, chosen, listed, newest_first
from promptport_local.promptic.traces import Traces


class Datasets:
    """The datasets of components.

    Args:
        state: What is held.
        traces: The traces.
    """

    def __init__(self, state: State, traces: Traces) -> None:
        self._state = state
        self._traces = traces

    def list_datasets(self, caller: Caller, component: str) -> Json:
        """The datasets of a component, the newest first."""
        self._state.need("components", caller.workspace, component)
        return listed([self._counted(each) for each in newest_first(self._state.under("datasets", component))])

    def create_dataset(self, caller: Caller, component: str, body: Json) -> Json:
        """Make a dataset with an item for each of some traces.

        Raises:
            Refusal: 404; there is no such component, or a trace is unknown.
        """
        self._state.need("components", caller.workspace, component)
        traces = self._traces.need_all(caller.workspace, body.get("traceIds", []))
        return self._counted(self.make(caller.workspace, component, body, traces))

    def get_dataset(self, caller: Caller, component: str, dataset: str) -> Json:
        """A dataset with its items."""
        record = self.need(caller, component, dataset)
        return {**self._counted(record), "items": self._state.under("items", dataset)}

    def delete_dataset(self, caller: Caller, component: str, dataset: str) -> None:
        """Remove a dataset with its runs, annotations and evaluations."""
        self._state.remove("datasets", self.need(caller, component, dataset))

    def need(self, caller: Caller, component: str, dataset: str) -> Json:
        """A dataset of a component.

        Raises:
            Refusal: 404; there is no such component or, in it, dataset.
        """
        self._state.need("components", caller.workspace, component)
        return self._state.need("datasets", component, dataset)

    def make(self, workspace: str, component: str, body: Json, traces: Iterable[Json]) -> Json:
        """Make a dataset of a component that there is, of traces that there are."""
        fields = {"name": body["name"], "aiComponentId": component, "workspaceId": workspace}
        dataset = self._state.make("datasets", {**fields, "description": body.get("description")}, chosen(body))
        self.add_items(dataset, traces)
        return dataset

    def add_items(self, dataset: Json, traces: Iterable[Json]) -> None:
        """Add items for the traces that a dataset lacks."""
        held = {each["traceDbId"] for each in self._state.under("items", dataset["id"])}
        lacking = [each for each in traces if each["id"] not in held]
        for trace in lacking:
            fields = {"datasetId": dataset["id"], "traceDbId": trace["id"]}
            self._state.make("items", {**fields, **self._traces.ends_of(trace)})
        if lacking:
            self._state.change("datasets", dataset, {})

    def refresh_items(self, trace: Json) -> None:
        """Let the items of a trace say what its root says: the root may come after the first of its other spans."""
        for item in self._state.collection("items").all():
            if item["traceDbId"] == trace["id"]:
                self._state.put("items", {**item, **self._traces.ends_of(trace)})

    def _counted(self, dataset: Json) -> Json:
        count = len(self._state.under("items", dataset["id"]))
        return {**dataset, "itemCount": count, "traceCount": count}
