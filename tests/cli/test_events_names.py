"""Proves that entries are listed by what an application has called them, whatever they are."""

from __future__ import annotations

import sys

import pytest

from promptport.cli.events_names import name_of
from promptport.outbox.entry import Entry

from ..promptic.tracing import traced

pytestmark = pytest.mark.one_python("what a command says is the same on all")


@pytest.mark.parametrize("field", ["event", "score", "name"])
def test_names(field: str) -> None:
    assert name_of(Entry("i", "event", 1.0, {"value": "no", field: "yes"})) == "yes"


def test_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what reads them is installed."""
    (span,) = traced.entries("answer")
    assert name_of(span) == "answer"
    monkeypatch.setitem(sys.modules, "opentelemetry.proto.collector.trace.v1.trace_service_pb2", None)
    assert name_of(span) == span.kind


@pytest.mark.parametrize(
    "body", [{"name": ["x"]}, {"name": ""}, {}, [1], "text", None, 3, b"", b"\x0a\xff", b"\x0a\x00"]
)
def test_what_has_no_name(body: object) -> None:
    """It is called by what it is."""
    assert name_of(Entry("i", "span", 1.0, body)) == "span"
