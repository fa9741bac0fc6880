"""Traces: taken in span by span, listed, counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from promptport_local.clock import read
from promptport_local.promptic.datasets import Datasets
from promptport_local.promptic.otlp import Export
from promptport_local.promptic.records import Caller, Json, Refusal, not_found
from promptport_local.promptic.spans import lasted, meaning, moment
from promptport_local.promptic.state import newest_first


class Traces(Datasets):
    """Traces and their spans."""

    def list_traces(
        self,
        caller: Caller,
        limit: int = 50,
        offset: int = 0,
        status: str = "",
        start_after: str | None = None,
        start_before: str | None = None,
    ) -> Json:
        """A part of the traces, the newest first; perhaps of one status, or begun after or before a moment.

        Raises:
            Refusal: 400; a moment is not in ISO 8601.
        """
        after, before = _bound(start_after, "start_after"), _bound(start_before, "start_before")
        rows = [
            each
            for each in newest_first(self._under("traces", caller.workspace), "startTime")
            if status in ("", each["status"])
            and (after is None or read(each["startTime"]) > after)
            and (before is None or read(each["startTime"]) < before)
        ]
        return {"traces": self._list_items(rows[offset : offset + limit]), "total": len(rows)}

    def get_trace(self, caller: Caller, trace_id: str) -> Json:
        """A trace with its spans, in the order in which they began.

        Args:
            caller: Who calls.
            trace_id: Its id in OpenTelemetry.
        """
        trace = self._by_otel(caller.workspace, trace_id)
        if trace is None:
            raise not_found()
        return {**trace, "spans": self._spans(trace)}

    def get_stats(self, caller: Caller, days_back: int = 30) -> Json:
        """What the traces of the last days come to."""
        rows = self._under("traces", caller.workspace)
        try:
            since = self._environment.now() - timedelta(days=days_back)
        except OverflowError:
            pass  # before all time
        else:
            rows = [each for each in rows if read(each["startTime"]) >= since]
        return {"totalTraces": len(rows), **sums(rows)}

    def ingest_otlp_traces(self, caller: Caller, export: Export) -> None:
        """Keep what an export brings. A span that is known already counts once."""
        self._take(caller.workspace, [(each.trace_id, meaning(each)) for each in export.spans])

    def _take(self, workspace: str, sent: Iterable[tuple[str, Json]], given: Json | None = None) -> None:
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
            trace = self._by_otel(workspace, trace_id) or self._new_trace(workspace, trace_id, given or {})
            known = {each["spanId"] for each in self._spans(trace)}
            for span in spans:
                if span["spanId"] not in known:
                    known.add(span["spanId"])
                    self._keep_span(trace, span)
            trace = self._put("traces", {**trace, **self._told(trace, given or {})})
            for span in spans:
                self._file(trace, span["labels"])
            if any(each["parentSpanId"] is None for each in spans):
                self._refresh(trace)

    def _new_trace(self, workspace: str, trace_id: str, given: Json) -> Json:
        trace = self._make("traces", {"traceId": trace_id, "workspaceId": workspace, "tags": []}, given)
        self._collection("otel").put(workspace, trace_id, value=trace["id"])
        return trace

    def _keep_span(self, trace: Json, span: Json) -> None:
        ids = {"id": self._uuid(), "traceId": trace["traceId"], "traceDbId": trace["id"]}
        component = self._component_named(trace["workspaceId"], span["labels"]["component"])
        events = [{"id": self._number("events"), "spanDbId": ids["id"], **each} for each in span["events"]]
        self._make("spans", {**span, **ids, "events": events, "componentId": component and component["id"]})

    def _told(self, trace: Json, given: Json) -> Json:
        """What the spans of a trace say of it."""
        spans = self._spans(trace)
        roots = [each for each in spans if each["parentSpanId"] is None]
        root = roots[0] if roots else None
        # As long as the root has not come, the trace is as long as what has.
        begun = root["begun"] if root else spans[0]["begun"]
        ends = [each["endTime"] for each in ([root] if root else spans) if each["endTime"] is not None]
        told: Json = {
            "name": root["name"] if root else None,
            "startTime": root["startTime"] if root else moment(begun),
            "endTime": max(ends, default=None),
            "durationMs": root["durationMs"] if root else _length(spans),
            "status": "error" if any(each["status"] == "error" for each in spans) else "ok",
            "totalTokens": _sum(spans, "totalTokens"),
            "totalCostUsd": _sum(spans, "costUsd"),
            "metadata": next((each["resource"] for each in _first(root, spans)), None),
            "aiComponentId": self._component_of(trace, _first(root, spans)),
        }
        for field in ("sessionId", "userId"):
            told[field] = next((each[field] for each in _first(root, spans) if each[field]), None)
        return {**told, **given}

    def _component_of(self, trace: Json, spans: Sequence[Json]) -> str | None:
        for each in spans:
            if each["componentId"] and self._find("components", trace["workspaceId"], each["componentId"]):
                return str(each["componentId"])
        return None


def _first(root: Json | None, spans: Sequence[Json]) -> list[Json]:
    """The spans, the root before the others."""
    return [*([root] if root else []), *(each for each in spans if each is not root)]


def _length(spans: Sequence[Json]) -> int | None:
    ends = [each["begun"] + each["durationMs"] * 1_000_000 for each in spans if each["durationMs"] is not None]
    return lasted(spans[0]["begun"], max(ends)) if ends else None


def _sum(rows: Iterable[Json], field: str) -> Any:
    """The sum of a field; None where no row has it."""
    values = [each[field] for each in rows if each[field] is not None]
    return sum(values) if values else None


def sums(rows: Sequence[Json]) -> Json:
    """What some traces come to: tokens, costs, and the part of them that failed."""
    failed = sum(each["status"] == "error" for each in rows)
    return {
        "totalTokens": _sum(rows, "totalTokens") or 0,
        "totalCostUsd": _sum(rows, "totalCostUsd") or 0,
        "errorRate": failed / len(rows) if rows else 0,
    }


def _bound(text: str | None, name: str) -> datetime | None:
    if text is None:
        return None
    try:
        return read(text)
    except ValueError as error:
        raise Refusal(400, f"{name} {error}") from None
