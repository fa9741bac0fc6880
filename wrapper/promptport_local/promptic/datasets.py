"""Datasets: cases that were put together, of traces or of anything else."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from promptport_local.promptic.cases import Cases
from promptport_local.promptic.errors import refused
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, chosen, listed, newest_first
from promptport_local.promptic.traces import Traces


class Datasets:
    """The datasets of components. An experiment has one of its own, which is not among those that are listed.

    Args:
        state: What is held.
        traces: The traces.
        cases: The cases.
    """

    def __init__(self, state: State, traces: Traces, cases: Cases) -> None:
        self._state = state
        self._traces = traces
        self._cases = cases

    def list_datasets(self, caller: Caller, component: str) -> Json:
        """The datasets of a component, the newest first."""
        self._state.need("components", caller.workspace, component)
        held = self._state.under("datasets", component, experimentId=None)
        return listed([self._counted(each) for each in newest_first(held)])

    def create_dataset(self, caller: Caller, component: str, body: Json) -> Json:
        """Make a dataset with a case for each of some traces.

        Raises:
            Refusal: 404; there is no such component, or a trace is unknown.
        """
        self._state.need("components", caller.workspace, component)
        traces = self._traces.need_all(caller.workspace, body.get("traceIds", []))
        return self._counted(self.make(caller.workspace, component, body, traces))

    def get_dataset(self, caller: Caller, component: str, dataset: str) -> Json:
        """A dataset with its cases, and as items those of them that stand for traces."""
        record = self.need(caller, component, dataset)
        cases = self._cases.of(dataset)
        items = [self._item(record, each) for each in cases if each["traceDbId"] is not None]
        return {**self._counted(record), "cases": cases, "items": items}

    def delete_dataset(self, caller: Caller, component: str, dataset: str) -> None:
        """Remove a dataset with its runs, annotations and evaluations.

        Raises:
            Refusal: 404 where there is none; 400 where it is an experiment's own, with which it goes.
        """
        record = self.need(caller, component, dataset)
        if record["experimentId"] is not None:
            raise refused(400, "The dataset belongs to an experiment; delete the experiment")
        self._state.remove("datasets", record)

    def need(self, caller: Caller, component: str, dataset: str) -> Json:
        """A dataset of a component.

        Raises:
            Refusal: 404; there is no such component or, in it, dataset.
        """
        self._state.need("components", caller.workspace, component)
        return self._state.need("datasets", component, dataset)

    def need_open(self, caller: Caller, component: str, dataset: str) -> Json:
        """A dataset whose cases can be changed.

        Raises:
            Refusal: 404 where there is none; 409 where it belongs to an experiment that was started.
        """
        record = self.need(caller, component, dataset)
        if self.closed(record):
            raise refused(409, "The experiment has started already")
        return record

    def by_id(self, workspace: str, id: str) -> Json | None:
        """The dataset of an AI application with this id, in whatever form of a UUID; None where there is none."""
        try:
            wanted = str(uuid.UUID(id))
        except ValueError:
            return None
        held = self._state.collection("datasets").all()
        return next((each for each in held if (each["id"], each["workspaceId"]) == (wanted, workspace)), None)

    def closed(self, dataset: Json) -> bool:
        """Whether a dataset is that of an experiment that was started, so that its cases stay as they are."""
        if dataset["experimentId"] is None:
            return False
        experiment = self._state.need("experiments", dataset["workspaceId"], dataset["experimentId"])
        return bool(experiment["experimentStatus"] != "pending")

    def make(
        self, workspace: str, component: str, body: Json, traces: Iterable[Json] = (), experiment: str | None = None
    ) -> Json:
        """Make a dataset of a component that there is.

        Args:
            workspace: Where.
            component: The component.
            body: Its fields as they are given.
            traces: The traces that it begins with.
            experiment: The experiment that it is for, and that it goes with.
        """
        fields = {
            "name": body["name"],
            "description": body.get("description"),
            "aiComponentId": component,
            "experimentId": experiment,
            "workspaceId": workspace,
            "aiApplicationId": workspace,
        }
        dataset = self._state.make("datasets", fields, chosen(body))
        self.add_traces(dataset, traces)
        return dataset

    def add_traces(self, dataset: Json, traces: Iterable[Json]) -> None:
        """Add cases for the traces that a dataset lacks."""
        held = {each["traceDbId"] for each in self._cases.of(dataset["id"])}
        lacking = [each for each in traces if each["id"] not in held]
        self._cases.add(dataset["id"], [self._case(each) for each in lacking])
        if lacking:
            self._state.change("datasets", dataset, {})

    def refresh_cases(self, trace: Json) -> None:
        """Let the cases of a trace say what its root says: the root may come after the first of its other spans.

        One that somebody has changed stays as it is.
        """
        for case in self._cases.of_trace(trace["id"]):
            if "changed" not in case:
                self._state.put("cases", {**case, "inputPayload": self._case(trace)["inputPayload"]})

    def _case(self, trace: Json) -> Json:
        """The case that a trace makes."""
        said = {"input": self._traces.ends_of(trace)["input"]}
        return {"inputPayload": said, "metadata": {"traceDbId": trace["id"]}, "traceDbId": trace["id"]}

    def _item(self, dataset: Json, case: Json) -> Json:
        trace = self._state.need("traces", dataset["workspaceId"], case["traceDbId"])
        return {**case, **self._traces.ends_of(trace)}

    def _counted(self, dataset: Json) -> Json:
        cases = self._cases.of(dataset["id"])
        traces = sum(each["traceDbId"] is not None for each in cases)
        return {**dataset, "caseCount": len(cases), "itemCount": len(cases), "traceCount": traces}
