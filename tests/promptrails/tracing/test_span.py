"""Proves what a span says to the platform, and that it ends once."""

from __future__ import annotations

from typing import Any

from promptport.promptrails.tracing import Span


def test_what_is_always_told_and_what_only_when_it_was_set() -> None:
    span = Span("x")
    assert set(span.to_payload()) == {"trace_id", "span_id", "name", "kind", "status", "level", "started_at"}
    assert (len(span.trace_id), len(span.span_id)) == (32, 16)
    assert Span("x").trace_id != span.trace_id
    told = Span("x", trace_id="t", parent_span_id="p", session_id="s").to_payload()
    assert [told[name] for name in ("trace_id", "parent_span_id", "session_id", "name", "kind", "status", "level")] == [
        *("t", "p", "s", "x", "chain", "ok", "default")
    ]


def test_nothing_is_left_out_for_being_empty_but_not_none() -> None:
    """An empty input is an input, and a cost of nothing is a cost; an empty text is no model."""
    told = Span("x").set_input({}).set_output("").set_cost(0).set_usage(0, 0).set_model("").set_session("").to_payload()
    assert {name: told.get(name) for name in ("input", "output", "cost", "prompt_tokens", "total_tokens")} == {
        "input": {},
        "output": "",
        "cost": 0,
        "prompt_tokens": 0,
        "total_tokens": 0,
    }
    assert told.keys().isdisjoint({"model_name", "session_id", "tags", "attributes"})


def test_what_is_set_can_be_chained_and_adds_up() -> None:
    span = Span("x").set_tags("a").set_tags("b", "c").set_attributes(one=1).set_attributes(one=2, two=3)
    assert (span.tags, span.attributes) == (["a", "b", "c"], {"one": 2, "two": 3})
    assert span.set_usage(prompt_tokens=3, completion_tokens=4).total_tokens == 7
    assert span.set_usage(prompt_tokens=3).total_tokens is None
    assert span.set_usage(total_tokens=9).to_payload()["total_tokens"] == 9


def test_an_error_is_told_also_where_it_has_no_text() -> None:
    class Silent(Exception):
        def __str__(self) -> str:
            raise RuntimeError

    told = Span("x").set_error(ValueError("boom")).to_payload()
    assert [told[name] for name in ("status", "level", "error_message", "error_type")] == [
        *("error", "error", "boom", "ValueError")
    ]
    assert Span("x").set_error(Silent()).error_message == "<Silent>"


def test_it_ends_once() -> None:
    ended: list[Any] = []
    span = Span("x", on_end=ended.append)
    assert span.ended_at is None
    span.end()
    at = span.ended_at
    span.end()
    assert (ended, span.ended_at) == ([span], at)
    assert span.to_payload()["ended_at"].endswith("+00:00")
    Span("nobody is handed this one").end()
