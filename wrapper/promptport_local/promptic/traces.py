"""Traces: listed, shown with their spans, counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from promptport_local.clock import read
from promptport_local.promptic.errors import not_found, refused
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.spans import total
from promptport_local.promptic.state import State, newest_first

_SERVICE, _ENVIRONMENT = "service.name", "deployment.environment.name"


class Traces:
    """The traces of a workspace.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def list_traces(
        self,
        caller: Caller,
        limit: int = 50,
        offset: int = 0,
        status: str = "",
        start_after: str | None = None,
        start_before: str | None = None,
        ai_component: str = "",
        service: str = "",
        environment: str = "",
    ) -> Json:
        """A part of the traces, the newest first; perhaps of one status, or begun after or before a moment.

        Args:
            caller: Who calls.
            limit: How many at the most.
            offset: How many to pass over.
            status: Of which status.
            start_after: Begun after which moment.
            start_before: Begun before which moment.
            ai_component: Of which component, by its name or its id.
            service: Of which service, the resource's `service.name`.
            environment: Of which environment, the resource's `deployment.environment.name`.

        Raises:
            Refusal: 400; a moment is not in ISO 8601.
        """
        after, before = _bound(start_after, "start_after"), _bound(start_before, "start_before")
        rows = [
            each
            for each in newest_first(self._from(caller.workspace, service, environment), "startTime")
            if status in ("", each["status"])
            and (after is None or read(each["startTime"]) > after)
            and (before is None or read(each["startTime"]) < before)
        ]
        rows = [each for each in self.with_components(rows) if _of_component(each, ai_component)]
        return {"traces": rows[offset : offset + limit], "total": len(rows)}

    def get_trace(self, caller: Caller, trace_id: str) -> Json:
        """A trace with its spans, in the order in which they began.

        Args:
            caller: Who calls.
            trace_id: Its id in OpenTelemetry.
        """
        trace = self.by_otel(caller.workspace, trace_id)
        if trace is None:
            raise not_found()
        return {**trace, "spans": self.spans(trace)}

    def get_stats(self, caller: Caller, days_back: int = 30, service: str = "", environment: str = "") -> Json:
        """What the traces of the last days come to, perhaps those of one service or one environment."""
        rows = self._from(caller.workspace, service, environment)
        try:
            since = self._state.environment.now() - timedelta(days=days_back)
        except OverflowError:
            pass  # before all time
        else:
            rows = [each for each in rows if read(each["startTime"]) >= since]
        return {"totalTraces": len(rows), **totals(rows)}

    def _from(self, workspace: str, service: str, environment: str) -> list[Json]:
        """The traces of a workspace, perhaps those of one service or one environment."""
        wanted = {_SERVICE: service, _ENVIRONMENT: environment}
        return [
            each
            for each in self._state.under("traces", workspace)
            if all(value in ("", (each["metadata"] or {}).get(name)) for name, value in wanted.items())
        ]

    def by_otel(self, workspace: str, trace_id: str) -> Json | None:
        """The trace with this id in OpenTelemetry, or None."""
        known = self._state.collection("otel").get(workspace, trace_id)
        return None if known is None else self._state.find("traces", workspace, known)

    def need_all(self, workspace: str, ids: Iterable[str]) -> list[Json]:
        """The traces with these ids in the database, each once.

        Raises:
            Refusal: 404; there is none with one of the ids.
        """
        return [self._state.need("traces", workspace, each) for each in dict.fromkeys(ids)]

    def spans(self, trace: Json) -> list[Json]:
        """The spans of a trace, in the order in which they began."""
        return sorted(self._state.under("spans", trace["id"]), key=lambda each: int(each["begun"]))

    def ends_of(self, trace: Json) -> Json:
        """The `input` and the `output` of a trace's root span; None each as long as that has not come."""
        roots = [each for each in self.spans(trace) if each["parentSpanId"] is None]
        return {name: roots[0][name] if roots else None for name in ("input", "output")}

    def with_components(self, traces: Iterable[Json]) -> list[Json]:
        """Traces as they are in lists: with the names of their components."""
        rows = []
        for each in traces:
            component = None
            if each["aiComponentId"]:
                component = self._state.find("components", each["workspaceId"], each["aiComponentId"])
            rows.append({**each, "componentName": component["name"] if component else None})
        return rows


def _of_component(trace: Json, wanted: str) -> bool:
    return wanted in ("", trace["componentName"], trace["aiComponentId"])


def totals(rows: Sequence[Json]) -> Json:
    """What some traces come to: tokens, costs, and the part of them that failed."""
    failed = sum(each["status"] == "error" for each in rows)
    return {
        "totalTokens": total(rows, "totalTokens") or 0,
        "totalCostUsd": total(rows, "totalCostUsd") or 0,
        "errorRate": failed / len(rows) if rows else 0,
    }


def _bound(text: str | None, name: str) -> datetime | None:
    if text is None:
        return None
    try:
        return read(text)
    except ValueError as error:
        raise refused(400, f"{name} {error}") from None
