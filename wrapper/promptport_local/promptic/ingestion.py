"""Spans as they come in: kept once, put into their traces, and filed into datasets and runs as their labels say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from promptport_local.otlp import NO_ID, Export, Taken, moment
from promptport_local.promptic.artifacts import Artifacts, referred
from promptport_local.promptic.components import Components
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.runs import Runs
from promptport_local.promptic.spans import lasted, meaning, total
from promptport_local.promptic.state import State
from promptport_local.promptic.traces import Traces


class Ingestion:
    """Takes spans in.

    Args:
        state: What is held.
        traces: The traces.
        components: The components that spans name.
        datasets: The datasets that they name.
        runs: The runs that they name.
        artifacts: The artifacts that they refer to.
    """

    def __init__(
        self,
        state: State,
        traces: Traces,
        components: Components,
        datasets: Datasets,
        runs: Runs,
        artifacts: Artifacts,
    ) -> None:
        self._state = state
        self._traces = traces
        self._components = components
        self._datasets = datasets
        self._runs = runs
        self._artifacts = artifacts

    def ingest_otlp_traces(self, caller: Caller, export: Export, unknown: frozenset[str] = frozenset()) -> Taken:
        """Keep what an export brings. A span that is known already counts once.

        Args:
            caller: Who calls.
            export: The export.
            unknown: Attributes of Promptic's own that mean nothing.

        Returns:
            How many spans were not taken, and why: their ids are none, or they name a dataset by an id that is not one of
            the AI application's, or of another component than theirs.
        """
        read = [(each.trace_id, meaning(each, unknown)) for each in export.spans]
        objections = [self._objection(caller.workspace, span["labels"]) for _, span in read]
        self.take(caller.workspace, [each for each, objection in zip(read, objections, strict=True) if not objection])
        reasons = [*([NO_ID] * export.rejected), *(each for each in objections if each)]
        return Taken(len(reasons), tuple(dict.fromkeys(reasons)))

    def take(self, workspace: str, sent: Iterable[tuple[str, Json]], given: Json | None = None) -> None:
        """Keep spans, and what follows from them: their traces, items of datasets, runs.

        Args:
            workspace: Where.
            sent: Spans, as `meaning` makes them, each with the id of its trace in OpenTelemetry.
            given: Fields of new traces that are as they are given.
        """
        by_trace: dict[str, list[Json]] = {}
        for trace_id, span in sent:
            by_trace.setdefault(trace_id, []).append(span)
        for trace_id, spans in by_trace.items():
            trace = self._traces.by_otel(workspace, trace_id) or self._new_trace(workspace, trace_id, given or {})
            self._keep_new(trace, spans)
            trace = self._state.put("traces", {**trace, **self._summary(trace), **(given or {})})
            for span in spans:
                self._file(trace, span["labels"])
            if any(each["parentSpanId"] is None for each in spans):
                self._datasets.refresh_cases(trace)

    def _new_trace(self, workspace: str, trace_id: str, given: Json) -> Json:
        trace = self._state.make("traces", {"traceId": trace_id, "workspaceId": workspace, "tags": []}, given)
        self._state.collection("otel").put(workspace, trace_id, value=trace["id"])
        return trace

    def _keep_new(self, trace: Json, spans: Iterable[Json]) -> None:
        """Keep the spans of a trace that are not known yet."""
        known = {each["spanId"] for each in self._traces.spans(trace)}
        for span in spans:
            if span["spanId"] not in known:
                known.add(span["spanId"])
                self._keep(trace, span)

    def _keep(self, trace: Json, span: Json) -> None:
        ids = {"id": self._state.uuid(), "traceId": trace["traceId"], "traceDbId": trace["id"]}
        component = self._components.named(trace["workspaceId"], span["labels"]["component"])
        events = [{"id": self._state.number("events"), "spanDbId": ids["id"], **each} for each in span["events"]]
        fields = {**span, **ids, "events": events, "componentId": component and component["id"]}
        made = self._state.make("spans", {**fields, "artifacts": referred(span.values())})
        self._artifacts.link(trace, made)

    def _summary(self, trace: Json) -> Json:
        """The fields of a trace that follow from its spans."""
        spans = self._traces.spans(trace)
        root = next((each for each in spans if each["parentSpanId"] is None), None)
        root_first = [*([root] if root else []), *(each for each in spans if each is not root)]
        # As long as the root has not come, the trace is as long as what has.
        begun = root["begun"] if root else spans[0]["begun"]
        ends = [each["endTime"] for each in ([root] if root else spans) if each["endTime"] is not None]
        return {
            "name": root["name"] if root else None,
            "startTime": root["startTime"] if root else moment(begun),
            "endTime": max(ends, default=None),
            "durationMs": root["durationMs"] if root else _length(spans),
            "status": "error" if any(each["status"] == "error" for each in spans) else "ok",
            "totalTokens": total(spans, "totalTokens"),
            "totalCostUsd": total(spans, "costUsd"),
            "metadata": root_first[0]["resource"],
            "aiComponentId": self._component_of(trace, root_first),
            **{
                field: next((each[field] for each in root_first if each[field]), None)
                for field in ("sessionId", "userId")
            },
        }

    def _component_of(self, trace: Json, spans: Iterable[Json]) -> str | None:
        """The component of the first of these spans that is of one that there is."""
        for each in spans:
            if each["componentId"] and self._state.find("components", trace["workspaceId"], each["componentId"]):
                return str(each["componentId"])
        return None

    def _objection(self, workspace: str, labels: Json) -> str | None:
        """Why a span is not taken: the dataset that it names by an id must be there. Nobody makes one by that."""
        named = labels["dataset_id"]
        if named is None:
            return None
        dataset = self._datasets.by_id(workspace, named)
        if dataset is None:
            return f"promptic.dataset.id: there is no dataset {named!r}"
        component = self._components.named(workspace, labels["component"])
        if component is not None and component["id"] != dataset["aiComponentId"]:
            return f"promptic.dataset.id: the dataset {named!r} is not one of {component['name']!r}"
        return None

    def _file(self, trace: Json, labels: Json) -> None:
        """Put a trace where the labels of one of its spans say: into a dataset, and into a run of it."""
        dataset = self._dataset_of(trace["workspaceId"], labels)
        if dataset is None:
            return
        if not self._datasets.closed(dataset):
            self._datasets.add_traces(dataset, [trace])
        if labels["run"] is not None:
            named = {"name": labels["run"]}
            runs = self._state.under("runs", dataset["aiComponentId"], datasetId=dataset["id"], **named)
            self._runs.link(runs[0] if runs else self._runs.make(dataset, named, []), trace)

    def _dataset_of(self, workspace: str, labels: Json) -> Json | None:
        """The dataset that is named by its id; or by its name within a component, where it is made if there is none."""
        if labels["dataset_id"] is not None:
            return self._datasets.by_id(workspace, labels["dataset_id"])
        component = self._components.named(workspace, labels["component"])
        if component is None or labels["dataset"] is None:
            return None
        named = {"name": labels["dataset"]}
        found = self._state.under("datasets", component["id"], experimentId=None, **named)
        return found[0] if found else self._datasets.make(workspace, component["id"], named)


def _length(spans: Sequence[Json]) -> int | None:
    """How many milliseconds lie between the beginning of the first span and the end of the last, where one has an end."""
    ends = [each["begun"] + each["durationMs"] * 1_000_000 for each in spans if each["durationMs"] is not None]
    return lasted(spans[0]["begun"], max(ends)) if ends else None
