"""Proves where in an export is looked for artifacts, and how what is left reads: `test_leaves.py` has the rules themselves."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, ArrayValue, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, ScopeSpans, Span

from promptport.promptic.tracing.offloading import contents, may_hold_any, read, replace

PNG = "data:image/png;base64," + b64encode(bytes(30)).decode()
WAV = "data:audio/wav;base64," + b64encode(bytes(30)).decode()
LONG = "x" * (1 << 18)


def value(given: Any) -> AnyValue:
    if isinstance(given, list):
        return AnyValue(array_value=ArrayValue(values=[value(each) for each in given]))
    kind = {str: "string_value", int: "int_value", bytes: "bytes_value"}[type(given)]
    return AnyValue(**{kind: given})


def export(attributes: dict[str, Any], events: dict[str, Any] | None = None) -> ExportTraceServiceRequest:
    pairs = [KeyValue(key=name, value=value(given)) for name, given in attributes.items()]
    more = [KeyValue(key=name, value=value(given)) for name, given in (events or {}).items()]
    span = Span(attributes=pairs, events=[Span.Event(), Span.Event(attributes=more)])
    return ExportTraceServiceRequest(resource_spans=[ResourceSpans(scope_spans=[ScopeSpans(spans=[span])])])


def looked(made: ExportTraceServiceRequest) -> tuple[dict[str, str], dict[str, Any]]:
    """What was found, by its place; and what reads there once that is replaced by its media type."""
    before = made.SerializeToString()
    found = {each.source_path: each.mime_type for each in contents(made)}
    assert made.SerializeToString() == before
    replace(made, lambda each: f"<{each.mime_type}>")
    (span,) = made.resource_spans[0].scope_spans[0].spans
    pairs = [*span.attributes, *span.events[1].attributes]
    return found, {
        each.key: [one.string_value for one in each.value.array_value.values]
        if each.value.HasField("array_value")
        else getattr(each.value, each.value.WhichOneof("value") or "string_value")
        for each in pairs
    }


def test_attributes_events_and_lists() -> None:
    found, left = looked(
        export({"a": PNG, "n": 7, "b": PNG.encode(), "list": ["x", PNG, json.dumps([PNG])]}, {"e": WAV})
    )
    assert found == {"a": "image/png", "list[1]": "image/png", "events[1].e": "audio/wav"}
    assert left == {
        "a": "<image/png>", "n": 7, "b": PNG.encode(), "list": ["x", "<image/png>", json.dumps([PNG])], "e": "<audio/wav>",
    }  # fmt: skip


def test_json_is_looked_through() -> None:
    """What it is written anew, it has no blanks; what has nothing that is replaced stays as it is, to the letter."""
    message = [{"role": "user", "content": [{"image_url": {"url": PNG}}, {"é": "ü", "n": 1.50}]}]
    same = ' {"a":  [1, "é", {"b": null}]}'
    found, left = looked(export({"m": "  " + json.dumps(message, indent=2), "same": same}))
    assert found == {"m[0].content[0].image_url.url": "image/png"}
    assert left["same"] == same
    assert left["m"] == (
        '[{"role":"user","content":[{"image_url":{"url":"<image/png>"}},{"\\u00e9":"\\u00fc","n":1.5}]}]'
    )


def test_json_within_json_is_not() -> None:
    found, left = looked(export({"m": json.dumps({"inner": json.dumps({"a": PNG})})}))
    assert (found, json.loads(left["m"])) == ({}, {"inner": json.dumps({"a": PNG})})


def test_a_whole_text_is_one_where_nothing_within_it_is() -> None:
    found, left = looked(
        export({"long": json.dumps([LONG[:100_000]] * 3), "part": json.dumps({"a": LONG}), "no": "{" + LONG})
    )
    assert found == {"long": "text/plain", "part.a": "text/plain", "no": "text/plain"}
    assert left == {"long": "<text/plain>", "part": '{"a":"<text/plain>"}', "no": "<text/plain>"}


def test_what_is_nested_too_deeply_is_a_text() -> None:
    deep = "[" * 100_000 + "]" * 100_000
    found, left = looked(export({"deep": deep + " " * 100_000, "less": deep}))
    assert (found, left["less"]) == ({"deep": "text/plain"}, deep)


def test_most_exports_need_not_be_read() -> None:
    small = export({"a": "x" * 5_000}).SerializeToString()
    assert not may_hold_any(small)
    assert may_hold_any(export({"a": PNG.replace("base64", "BASE64")}).SerializeToString())
    assert may_hold_any(export({"a": "x" * 8_192}).SerializeToString())
    whole = read(small)
    assert whole is not None
    assert whole.SerializeToString() == small
    assert read(b"\xff") is None
