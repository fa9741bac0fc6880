"""Datasets, the runs through them, and what people think of their traces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from promptport_local.promptic.components import Components
from promptport_local.promptic.records import Caller, Json, not_found
from promptport_local.promptic.state import chosen, listed


class Datasets(Components):
    """Datasets, runs and annotations."""

    def list_datasets(self, caller: Caller, component: str) -> Json:
        """The datasets of a component, the newest first."""
        self._need("components", caller.workspace, component)
        return listed([self._with_counts(each) for each in self._newest("datasets", component)])

    def create_dataset(self, caller: Caller, component: str, body: Json) -> Json:
        """Make a dataset with an item for each of some traces.

        Raises:
            Refusal: 404; there is no such component, or a trace is unknown.
        """
        self._need("components", caller.workspace, component)
        traces = self._known(caller.workspace, body.get("traceIds", []))
        return self._with_counts(self._new_dataset(caller.workspace, component, body, traces))

    def get_dataset(self, caller: Caller, component: str, dataset: str) -> Json:
        """A dataset with its items."""
        record = self._dataset(caller, component, dataset)
        return {**self._with_counts(record), "items": self._under("items", dataset)}

    def delete_dataset(self, caller: Caller, component: str, dataset: str) -> None:
        """Remove a dataset with its runs, annotations and evaluations."""
        self._remove("datasets", self._dataset(caller, component, dataset))

    def list_runs(self, caller: Caller, component: str) -> Json:
        """The runs of a component, the newest first."""
        self._need("components", caller.workspace, component)
        return listed([self._with_traces(each) for each in self._newest("runs", component)])

    def create_run(self, caller: Caller, component: str, body: Json) -> Json:
        """Make a run of a dataset from some traces; those that the dataset lacks are added to it.

        Raises:
            Refusal: 404; there is no such component or, in it, dataset; or a trace is unknown.
        """
        dataset = self._dataset(caller, component, body["datasetId"])
        traces = self._known(caller.workspace, body.get("traceIds", []))
        return self._with_traces(self._new_run(dataset, body, traces))

    def get_run(self, caller: Caller, component: str, run: str) -> Json:
        """A run with its traces."""
        return self._with_traces(self._run(caller, component, run))

    def delete_run(self, caller: Caller, component: str, run: str) -> None:
        """Remove a run with its annotations."""
        self._remove("runs", self._run(caller, component, run))

    def upsert_annotation(self, caller: Caller, component: str, run: str, body: Json) -> Json:
        """Keep what the caller thinks of a trace of a run, or more of it: what is not given stays as it was.

        Raises:
            Refusal: 404; there is no such component or, in it, run; or the trace is not one of the run's.
        """
        record = self._run(caller, component, run)
        if not self._under("links", run, traceDbId=body["traceDbId"]):
            raise not_found()
        for known in self._under("annotations", record["datasetId"], runId=run, traceDbId=body["traceDbId"]):
            if known["userId"] == caller.user:
                return self._change("annotations", known, body)
        return self._new_annotation(record, caller.user, body)

    def list_annotations(self, caller: Caller, component: str, run: str) -> Json:
        """The annotations of all runs of a run's dataset, the newest first."""
        return listed(self._newest("annotations", self._run(caller, component, run)["datasetId"]))

    def list_dataset_annotations(self, caller: Caller, component: str, dataset: str) -> Json:
        """The annotations of all runs of a dataset, the newest first."""
        return listed(self._newest("annotations", self._dataset(caller, component, dataset)["id"]))

    def delete_annotation(self, caller: Caller, component: str, run: str, annotation: str) -> None:
        """Remove an annotation of a run.

        Raises:
            Refusal: 404; there is no such run, or the annotation is not one of it.
        """
        record = self._need("annotations", self._run(caller, component, run)["datasetId"], annotation)
        if record["runId"] != run:
            raise not_found()
        self._remove("annotations", record)

    def _dataset(self, caller: Caller, component: str, dataset: str) -> Json:
        self._need("components", caller.workspace, component)
        return self._need("datasets", component, dataset)

    def _run(self, caller: Caller, component: str, run: str) -> Json:
        self._need("components", caller.workspace, component)
        return self._need("runs", component, run)

    def _known(self, workspace: str, ids: Iterable[str]) -> list[Json]:
        """The traces with these ids in the database, each once."""
        return [self._need("traces", workspace, each) for each in dict.fromkeys(ids)]

    def _new_dataset(self, workspace: str, component: str, body: Json, traces: Sequence[Json]) -> Json:
        fields = {"name": body["name"], "aiComponentId": component, "workspaceId": workspace}
        dataset = self._make("datasets", {**fields, "description": body.get("description")}, chosen(body))
        self._add_items(dataset, traces)
        return dataset

    def _add_items(self, dataset: Json, traces: Sequence[Json]) -> None:
        """Add items for the traces that a dataset lacks."""
        held = {each["traceDbId"] for each in self._under("items", dataset["id"])}
        lacking = [each for each in traces if each["id"] not in held]
        for trace in lacking:
            self._make("items", {"datasetId": dataset["id"], "traceDbId": trace["id"], **self._root_said(trace)})
        if lacking:
            self._change("datasets", dataset, {})

    def _new_run(self, dataset: Json, body: Json, traces: Sequence[Json]) -> Json:
        fields = {name: dataset[name] for name in ("aiComponentId", "workspaceId")}
        fields.update(name=body.get("name"), datasetId=dataset["id"], status="completed")
        run = self._make("runs", fields, chosen(body))
        self._add_items(dataset, traces)
        for trace in traces:
            self._link(run, trace)
        return run

    def _link(self, run: Json, trace: Json) -> None:
        if not self._under("links", run["id"], traceDbId=trace["id"]):
            self._make("links", {"runId": run["id"], "traceDbId": trace["id"]})
            self._change("runs", run, {})

    def _new_annotation(self, run: Json, user: str, body: Json) -> Json:
        fields = {"runId": run["id"], "datasetId": run["datasetId"], "traceDbId": body["traceDbId"], "userId": user}
        fields.update(rating=body.get("rating"), comment=body.get("comment"))
        return self._make("annotations", fields, chosen(body))

    def _with_counts(self, dataset: Json) -> Json:
        count = len(self._under("items", dataset["id"]))
        return {**dataset, "itemCount": count, "traceCount": count}

    def _with_traces(self, run: Json) -> Json:
        traces = [
            self._need("traces", run["workspaceId"], each["traceDbId"]) for each in self._under("links", run["id"])
        ]
        return {**run, "traceCount": len(traces), "traces": self._list_items(traces)}

    def _list_items(self, traces: Iterable[Json]) -> list[Json]:
        """Traces as they are in lists."""
        rows = []
        for each in traces:
            component = each["aiComponentId"] and self._find("components", each["workspaceId"], each["aiComponentId"])
            rows.append({**each, "componentName": component["name"] if component else None})
        return rows

    def _by_otel(self, workspace: str, trace_id: str) -> Json | None:
        """The trace with this id in OpenTelemetry."""
        known = self._collection("otel").get(workspace, trace_id)
        return None if known is None else self._find("traces", workspace, known)

    def _spans(self, trace: Json) -> list[Json]:
        """The spans of a trace, in the order in which they began."""
        return sorted(self._under("spans", trace["id"]), key=lambda each: int(each["begun"]))

    def _root_said(self, trace: Json) -> Json:
        roots = [each for each in self._spans(trace) if each["parentSpanId"] is None]
        return {name: roots[0][name] if roots else None for name in ("input", "output")}

    def _component_named(self, workspace: str, name: str | None) -> Json | None:
        return next(iter(self._under("components", workspace, name=name)), None)

    def _file(self, trace: Json, labels: Json) -> None:
        """Put a trace where the labels of one of its spans say: into a dataset and a run of it, found or made by name."""
        component = self._component_named(trace["workspaceId"], labels["component"])
        if component is None or labels["dataset"] is None:
            return
        named = {"name": labels["dataset"]}
        found = self._under("datasets", component["id"], **named)
        dataset = found[0] if found else self._new_dataset(trace["workspaceId"], component["id"], named, [])
        self._add_items(dataset, [trace])
        if labels["run"] is not None:
            named = {"name": labels["run"]}
            runs = self._under("runs", component["id"], datasetId=dataset["id"], **named)
            self._link(runs[0] if runs else self._new_run(dataset, named, []), trace)

    def _refresh(self, trace: Json) -> None:
        """Let the items of a trace say what its root says: the root may come after the first of its other spans."""
        for item in self._collection("items").all():
            if item["traceDbId"] == trace["id"]:
                self._put("items", {**item, **self._root_said(trace)})
