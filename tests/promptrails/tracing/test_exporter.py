"""Proves that what was submitted arrives, in batches, whatever it is and whenever it comes."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from promptport.promptrails import PromptRails
from promptport.promptrails.tracing import Span, SpanExporter, Tracer
from promptport.promptrails.tracing import exporter as module
from promptport.testing import Platform

pytestmark = pytest.mark.one_python("it is about what arrives")
KEY = "your-api-key"


def ingested(platform: Platform) -> list[list[dict[str, Any]]]:
    """The spans of every request that the platform took."""
    return [
        json.loads(each.body)["spans"]
        for each in platform.requests
        if each.operation == "traces_ingest" and each.status == 200
    ]


def named(count: int) -> list[dict[str, Any]]:
    return [Span(f"span {number}").to_payload() for number in range(count)]


def test_what_has_ended_can_be_read_back(platform: Platform, client: PromptRails) -> None:
    tracer = Tracer(KEY, base_url=platform.url("promptrails"))
    with tracer.span("answer", kind="agent", session_id="s-1") as root:
        root.set_input({"q": "x", "client": object()}).set_tags("prod")
        with tracer.span("ask", kind="llm") as child:
            child.set_model("gpt-4o").set_usage(3, 4).set_cost(0.5)
    books = tracer.flush()
    assert (books.accepted, books.delivered, books.waiting) == (2, 2, 0)
    one, other = client.traces.get_by_trace_id(root.trace_id)
    assert (one.name, one.kind, one.input, one.tags, one.session_id) == (
        *("answer", "agent", {"q": "x", "client": "<object>"}, ["prod"], "s-1"),
    )
    assert other.token_usage is not None
    assert (other.parent_span_id, other.model_name, other.token_usage["total_tokens"], other.cost) == (
        *(root.span_id, "gpt-4o", 7, 0.5),
    )
    assert one.attributes == {"source": "sdk"}
    tracer.shutdown()


def test_batches_by_count_and_by_bytes(platform: Platform) -> None:
    exporter = SpanExporter(PromptRails(KEY, base_url=platform.url("promptrails")), max_batch_size=4, flush_interval=5)
    for each in named(10):
        exporter.submit(each)
    exporter.flush()
    assert [len(each) for each in ingested(platform)] == [4, 4, 2]
    assert [each["name"] for batch in ingested(platform) for each in batch] == [
        f"span {number}" for number in range(10)
    ]
    exporter.shutdown()
    platform.reset()
    exporter = SpanExporter(PromptRails(KEY, base_url=platform.url("promptrails")), flush_interval=5)
    for each in named(3):
        exporter.submit({**each, "input": "x" * 500_000})
    exporter.flush()
    assert [len(each) for each in ingested(platform)] == [2, 1]
    exporter.shutdown()


def test_one_that_the_platform_refuses_harms_no_other(platform: Platform, outbox_folder: Path) -> None:
    exporter = SpanExporter(PromptRails(KEY, base_url=platform.url("promptrails")), flush_interval=5)
    for each in [*named(3), {**named(1)[0], "kind": "no such kind"}, *named(3)]:
        exporter.submit(each)
    books = exporter.flush()
    assert (books.accepted, books.delivered, books.waiting, sum(books.aside.values())) == (7, 6, 0, 1)
    (reason,) = books.aside
    assert "400" in reason
    assert [path.read_text().count("no such kind") for path in outbox_folder.rglob("*.jsonl")] == [1]
    assert not [path for path in outbox_folder.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    exporter.shutdown()


def test_a_large_one_goes_alone_and_one_that_the_platform_finds_too_large_is_set_aside_alone(
    platform: Platform,
) -> None:
    exporter = SpanExporter(PromptRails(KEY, base_url=platform.url("promptrails")), flush_interval=5)
    small, large, huge, last = named(4)
    for each in (small, {**large, "input": "x" * 3_000_000}, {**huge, "input": "x" * 10_000_000}, last):
        exporter.submit(each)
    books = exporter.flush()
    assert (books.delivered, books.waiting, sum(books.aside.values())) == (3, 0, 1)
    assert [each.startswith("HTTP 413") for each in books.aside] == [True]
    assert [large["name"]] in [[each["name"] for each in batch] for batch in ingested(platform)]
    exporter.shutdown()


def test_one_that_is_too_large_for_any_is_recorded_without_what_makes_it_so(
    client: PromptRails, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST", 1000)
    tracer = Tracer(http=client)
    with caplog.at_level(logging.WARNING, "promptrails.tracing"), tracer.span("huge") as span:
        span.set_input("x" * 1000).set_output({"y": 1}).set_attributes(a="z" * 1000)
    assert tracer.flush().delivered == 1
    (found,) = client.traces.get_by_trace_id(span.trace_id)
    assert "too much" in str(found.input)
    assert found.attributes.keys() == {"left_out", "source"}
    assert "without what makes it large" in caplog.text
    tracer.shutdown()


def test_shutdown_is_idempotent_and_no_end(platform: Platform, client: PromptRails) -> None:
    """Spans that end after it are delivered as those before, also where the client was closed meanwhile."""
    with PromptRails(KEY, base_url=platform.url("promptrails")) as own:
        tracer = Tracer(http=own._http, flush_interval=5)
    tracer.start_span("before").end()
    tracer.shutdown()
    tracer.shutdown()
    assert [len(each) for each in ingested(platform)] == [1]
    tracer.start_span("after").end()
    assert tracer.flush().waiting == 0
    assert [each[0]["name"] for each in ingested(platform)] == ["before", "after"]
    tracer.shutdown()


def test_a_refused_key_keeps_them(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is raised, nothing is lost; another process may have a better key."""
    platform.backend("promptrails").add_key("read-only", scopes=["traces:read"])
    tracer = Tracer("read-only", base_url=platform.url("promptrails"))
    tracer.start_span("x").end()
    with caplog.at_level(logging.WARNING):
        books = tracer.flush(1)
    assert (books.accepted, books.delivered, books.waiting) == (1, 0, 1)
    assert "traces:write" in caplog.text
    tracer.shutdown()


async def _flushed(tracer: Tracer) -> int:
    return (await tracer.aflush()).delivered


def test_tracers_of_one_account_share_what_delivers(platform: Platform) -> None:
    import asyncio
    import threading

    before = threading.active_count()
    tracers = [Tracer(KEY, base_url=platform.url("promptrails")) for _ in range(20)]
    for each in tracers:
        each.start_span("x").end()
    assert asyncio.run(_flushed(tracers[0])) == 20
    assert threading.active_count() <= before + 1
    tracers[1].start_span("y").end()
    tracers[1].shutdown()  # it is not the last one, and delivers all the same
    assert sum(map(len, ingested(platform))) == 21
    for each in tracers:
        each.shutdown()


def test_memory_only(platform: Platform, outbox_folder: Path) -> None:
    tracer = Tracer(KEY, base_url=platform.url("promptrails"), spool=False)
    tracer.start_span("x").end()
    assert (tracer.flush().delivered, outbox_folder.exists()) == (1, False)
    tracer.shutdown()
