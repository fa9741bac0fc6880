"""Proves that the local PromptRails keeps the spans that applications report, all of a batch or none."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.promptrails.backend import Backend

from .rails import refused

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


def span(ident: str, parent: str = "", **more: Any) -> dict[str, Any]:
    begun = {"started_at": "2026-01-15T10:00:00.000001+00:00", "ended_at": "2026-01-15T10:00:01.5+00:00"}
    about = {"trace_id": TRACE, "span_id": ident, "name": ident, "kind": "chain", "status": "ok", "level": "default"}
    return {**about, **begun, **({"parent_span_id": parent} if parent else {}), **more}


def test_spans_are_kept_and_read(rails: Backend) -> None:
    model = {
        "kind": "llm",
        "model_name": "gpt-4o",
        "prompt_tokens": 3,
        "completion_tokens": 4,
        "total_tokens": 7,
        "cost": 0,
    }
    sent = [
        span(
            "inner", "middle", **model, input={"a": 1}, output="text", tags=["x"], attributes={"k": 1, "source": "mine"}
        ),
        span("middle", "outer", session_id="s"),
        span("outer", status="error", level="error", error_type="ValueError", error_message="no"),
    ]
    assert rails.ingest.take(sent) == {"ingested": 3}
    outer, middle, inner = rails.traces.spans(TRACE)
    assert [each["span_id"] for each in (outer, middle, inner)] == ["outer", "middle", "inner"]
    assert (inner["duration_ms"], inner["started_at"]) == (1500, "2026-01-15T10:00:00.000001Z")
    assert inner["token_usage"] == {"prompt_tokens": 3, "completion_tokens": 4, "total_tokens": 7}
    assert (inner["cost"], inner["tags"], inner["model_name"], inner["output"]) == (0, ["x"], "gpt-4o", "text")
    assert inner["attributes"] == {"k": 1, "source": "sdk"}
    assert (middle["cost"], middle["token_usage"], middle["session_id"], middle["level"]) == (None, {}, "s", "default")
    assert (middle["agent_id"], middle["execution_id"], middle["workspace_id"]) == (None, None, "workspace-id")
    assert (outer["level"], outer["error_type"], outer["error_message"]) == ("error", "ValueError", "no")
    assert rails.traces.session("s")["trace_count"] == 1


def test_a_span_that_comes_again_replaces_itself(rails: Backend) -> None:
    rails.ingest.take([span("one"), span("two")])
    before = {each["span_id"]: each["id"] for each in rails.traces.spans(TRACE)}
    rails.ingest.take([span("one", name="renamed"), span("one", name="renamed twice"), span("one", trace_id="other")])
    after = rails.traces.spans(TRACE)
    assert {each["span_id"]: each["id"] for each in after} == before
    assert {each["name"] for each in after} == {"renamed twice", "two"}


def test_a_span_says_little(rails: Backend) -> None:
    for more, level in (
        ({}, "default"),
        ({"status": "error"}, "error"),
        ({"ended_at": "2026-01-15T09:00:00Z"}, "default"),
    ):
        given = {"trace_id": TRACE, "span_id": "s", "name": "n", "started_at": "2026-01-15T10:00:00"}
        rails.ingest.take([{**given, **more}])
        (kept,) = rails.traces.spans(TRACE)
        assert (kept["kind"], kept["level"]) == ("chain", level)
        assert kept["duration_ms"] == (0 if "ended_at" in more else None)
        rails.reset()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"span_id": ""}, "spans.1.span_id"),
        ({"trace_id": None}, "spans.1.trace_id"),
        ({"started_at": "now"}, "spans.1.started_at"),
        ({"started_at": "0001-01-01T00:00:00+14:00"}, "spans.1.started_at"),
        ({"ended_at": "later"}, "spans.1.ended_at"),
        ({"kind": "thought"}, "spans.1.kind"),
        ({"status": "fine"}, "spans.1.status"),
        ({"level": "info"}, "spans.1.level"),
    ],
)
def test_one_wrong_span_and_nothing_is_kept(rails: Backend, wrong: dict[str, Any], field: str) -> None:
    with refused(400, "bad_request") as no:
        rails.ingest.take([span("good"), {**span("bad"), **wrong}])
    assert list(no.value.body["error"]["details"]) == [field]
    assert rails.records.all("traces", trace_id=TRACE) == []


def test_how_many_spans_there_may_be(rails: Backend) -> None:
    assert rails.ingest.take([]) == {"ingested": 0}
    with refused(400, "bad_request"):
        rails.ingest.take([span(f"s{index}") for index in range(1001)])
    assert rails.ingest.take([span(f"s{index}") for index in range(1000)]) == {"ingested": 1000}
