"""Spans that applications report by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from promptport_local.clock import read, written
from promptport_local.promptrails.errors import wrong_fields
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State

_MOST = 1000
_NEEDED = ("trace_id", "span_id", "name", "started_at")
_COUNTS = ("prompt_tokens", "completion_tokens", "total_tokens")
_KEPT = (
    *("trace_id", "span_id", "parent_span_id", "name", "kind", "status", "level", "session_id", "model_name"),
    *("error_message", "error_type", "input", "output", "cost", "tags"),
    *_COUNTS,
)  # fmt: skip
KINDS = (
    *("agent", "llm", "tool", "datasource", "prompt", "guardrail", "chain", "workflow", "agent_step", "mcp_call"),
    *("preprocessing", "postprocessing", "memory", "embedding", "speech", "image", "video", "storage"),
)  # fmt: skip
"""What a span can be."""

_WORDS = {"kind": KINDS, "status": ("ok", "error"), "level": ("debug", "default", "warning", "error")}


class Ingest:
    """Takes spans.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def take(self, spans: Sequence[Mapping[str, Any]]) -> Json:
        """Keep spans, all or none; one with the trace and the id of another takes its place.

        Args:
            spans: At most a thousand. Each has a `trace_id`, a `span_id`, a `name` and the moment `started_at`.

        Returns:
            How many were kept, as `ingested`.

        Raises:
            Refusal: 400; there are too many, or one is not what it must be. The details name every place.
        """
        if len(spans) > _MOST:
            raise wrong_fields({"spans": f"must be at most {_MOST}"})
        problems = {
            f"spans.{index}.{field}": text
            for index, span in enumerate(spans)
            for field, text in _problems(span).items()
        }
        if problems:
            raise wrong_fields(problems)
        with self._state.environment.transaction():
            known = {(each["trace_id"], each["span_id"]): each for each in self._state.all("traces")}
            for span in spans:
                key = (span["trace_id"], span["span_id"])
                former = known.get(key, {})
                same = {name: former[name] for name in ("id", "created_at") if name in former}
                known[key] = self._state.add("traces", **_kept(span), **same)
        return {"ingested": len(spans)}


def _problems(span: Mapping[str, Any]) -> dict[str, str]:
    found = {name: "is required" for name in _NEEDED if not span.get(name)}
    for name, words in _WORDS.items():
        if span.get(name) is not None and span[name] not in words:
            found[name] = f"must be one of {', '.join(words)}"
    for name in ("started_at", "ended_at"):
        if name not in found and span.get(name):
            try:
                _moment(span[name])
            except (ValueError, OverflowError):
                found[name] = "must be a moment in ISO 8601"
    return found


def _kept(span: Mapping[str, Any]) -> Json:
    """A span as it is kept."""
    kept = {name: span[name] for name in _KEPT if span.get(name) is not None}
    kept.setdefault("kind", "chain")
    kept.setdefault("level", "error" if kept.get("status") == "error" else "default")
    began = _moment(span["started_at"])
    if span.get("ended_at"):
        ended = _moment(span["ended_at"])
        took = max((ended - began).total_seconds(), 0.0)  # the clocks of two machines
        kept.update(ended_at=written(ended), duration_ms=round(took * 1000))
    return {
        **kept,
        "cost": kept.get("cost"),
        "started_at": written(began),
        "attributes": {**(span.get("attributes") or {}), "source": "sdk"},
        "token_usage": {name: kept[name] for name in _COUNTS if name in kept},
    }


def _moment(text: str) -> datetime:
    moment = read(text)
    written(moment)  # one that has no date in UTC can't be kept
    return moment
