"""Traces that are given as data: spans by the names of Promptic's own fields."""

from __future__ import annotations

from promptport_local.clock import read, written
from promptport_local.otlp import moment
from promptport_local.promptic.access import Access
from promptport_local.promptic.ingestion import Ingestion
from promptport_local.promptic.resources import WORKSPACE, Json
from promptport_local.promptic.spans import added, nanoseconds
from promptport_local.promptic.state import State
from promptport_local.promptic.traces import Traces

_SPAN = ("statusMessage", "input", "output", "metadata", "model", "provider", "inputTokens", "outputTokens", "costUsd")


class SeededTraces:
    """Adds traces.

    Args:
        state: What is held.
        access: The workspaces.
        traces: The traces.
        ingestion: What takes their spans in.
    """

    def __init__(self, state: State, access: Access, traces: Traces, ingestion: Ingestion) -> None:
        self._state = state
        self._access = access
        self._traces = traces
        self._ingestion = ingestion

    def add(self, given: Json) -> None:
        """Add a trace; of one that is known, its spans that are new.

        Raises:
            ValueError: There is no such workspace.
        """
        workspace = given.get("workspaceId", WORKSPACE)
        self._access.check_workspace(workspace)
        trace_id = given.get("traceId") or self._hex()
        ids = [each.get("spanId") or self._hex()[:16] for each in given["spans"]]
        spans = [
            (trace_id, self._span(each, span_id, None if at == 0 else ids[0], given.get("component")))
            for at, (each, span_id) in enumerate(zip(given["spans"], ids, strict=True))
        ]
        fields = ("id", "createdAt", "sessionId", "userId", "metadata", "tags")
        self._ingestion.take(workspace, spans, {name: given[name] for name in fields if name in given})

    def last(self) -> Json:
        """The trace that was made last, with its spans."""
        trace = self._state.collection("traces").last(1)[0]
        return {**trace, "spans": self._traces.spans(trace)}

    def find(self, workspace: str, id: str) -> Json:
        """A trace by its id in OpenTelemetry or in the database.

        Raises:
            ValueError: There is none.
        """
        trace = self._traces.by_otel(workspace, id) or self._state.find("traces", workspace, id)
        if trace is None:
            raise ValueError(f"there is no trace {id!r}")
        return trace

    def _hex(self) -> str:
        return self._state.uuid().replace("-", "")

    def _span(self, given: Json, id: str, parent: str | None, component: str | None) -> Json:
        """A span as `promptport_local.promptic.spans.meaning` makes them."""
        begun = nanoseconds(read(given["startTime"]) if "startTime" in given else self._state.environment.now())
        length = given.get("durationMs", 0)
        return {
            "spanId": id,
            "parentSpanId": given.get("parentSpanId", parent),
            "name": given["name"],
            "kind": given.get("kind", "llm" if given.get("model") else "task"),
            "startTime": moment(begun),
            "endTime": None if length is None else moment(begun + length * 1_000_000),
            "durationMs": length,
            "status": given.get("status", "ok"),
            **{name: given.get(name) for name in _SPAN},
            "totalTokens": added(given.get("inputTokens"), given.get("outputTokens")),
            "modelParameters": given.get("modelParameters"),
            "events": [_event(each, begun) for each in given.get("events", [])],
            "begun": begun,
            "sessionId": None,
            "userId": None,
            "labels": {"component": component, **dict.fromkeys(("dataset", "dataset_id", "run"))},
            "resource": None,
        }


def _event(given: Json, begun: int) -> Json:
    """Something that happened within a span, at its beginning unless it says when."""
    when = written(read(given["timestamp"]), "milliseconds") if "timestamp" in given else moment(begun)
    return {"name": given["name"], "timestamp": when, "body": given.get("body", {})}
