"""Traces: their spans, and the sessions that these belong to."""

from __future__ import annotations

from promptport_local.clock import read
from promptport_local.promptrails.errors import not_found
from promptport_local.promptrails.lists import USUAL_LIMIT, paged
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.resources import RESOURCES
from promptport_local.promptrails.state import State
from promptport_local.promptrails.totals import cost, grouped, tokens


class Traces:
    """Finds spans by what they belong to.

    Args:
        state: What is held.
        records: The records as clients see them.
    """

    def __init__(self, state: State, records: Records) -> None:
        self._state = state
        self._records = records

    def spans(self, trace_id: str) -> list[Json]:
        """The spans of a trace, a parent before its children, however they came.

        Raises:
            Refusal: 404; there is no such trace.
        """
        found = self._state.all("traces", trace_id=trace_id)
        if not found:
            raise not_found(RESOURCES["traces"].noun)
        depths = _depths(found)
        return [self._records.view("traces", each) for each in sorted(found, key=lambda span: depths[span["span_id"]])]

    def sessions(self, page: int = 1, limit: int = USUAL_LIMIT) -> Json:
        """A page of the sessions that spans belong to, the last one first."""
        return paged(sorted(self._sessions(), key=lambda each: read(each["last_seen"]), reverse=True), page, limit)

    def session(self, session_id: str) -> Json:
        """A session that spans belong to.

        Raises:
            Refusal: 404; no span belongs to it.
        """
        found = self._sessions(session_id)
        if not found:
            raise not_found("session")
        return found[0]

    def _sessions(self, session_id: str | None = None) -> list[Json]:
        spans = [each for each in self._state.all("traces") if session_id in (None, each["session_id"])]
        groups = grouped([each for each in spans if each["session_id"]], lambda span: str(span["session_id"]))
        return [_session(ident, each) for ident, each in groups.items()]


def _depths(spans: list[Json]) -> dict[str, int]:
    """How deep the spans of a trace lie, by their ids: 0 for one whose parent is none of them."""
    parents = {each["span_id"]: each["parent_span_id"] for each in spans}
    depths: dict[str, int] = {}
    for begin in list(parents):
        way: list[str] = []
        here = begin
        while here in parents and here not in depths and here not in way:
            way.append(here)
            here = parents[here]
        above = depths.get(here, -1)
        depths |= {each: above + count for count, each in enumerate(reversed(way), 1)}
    return depths


def _session(ident: str, spans: list[Json]) -> Json:
    # A root holds what its children took; both together would count it twice.
    roots = [each for each in spans if not each["parent_span_id"]]
    begins = sorted((each["started_at"] for each in spans), key=read)
    return {
        "session_id": ident,
        "trace_count": len({each["trace_id"] for each in spans}),
        "total_tokens": tokens(roots),
        "total_cost": cost(roots),
        "error_count": sum(each["status"] == "error" for each in roots),
        "first_seen": begins[0],
        "last_seen": begins[-1],
    }
