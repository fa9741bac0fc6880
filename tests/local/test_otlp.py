"""Proves that exports of OpenTelemetry are read; tests/local/promptic/test_otlp.py sends them in all their forms."""

from __future__ import annotations

import gzip
import zlib

import pytest

from promptport_local.otlp import ExportError, moment, read_json_export, read_protobuf, unpacked

from .promptic.exports import ROOT, TRACE, export, span


def test_spans_and_how_many_have_no_ids() -> None:
    found = read_json_export(export(span("a", attributes={"n": [1, "x"]}), span("b", span_id="zz")))
    (sent,) = found.spans
    assert (sent.trace_id, sent.span_id, sent.parent, sent.attributes) == (TRACE, ROOT, None, {"n": [1, "x"]})
    assert (sent.resource, found.rejected) == ({"service.name": "shop"}, 1)
    assert read_protobuf(b"").spans == ()
    assert moment(sent.begun) == "2026-01-15T09:30:00.000Z"


@pytest.mark.parametrize(
    ("coding", "body"), [("gzip", gzip.compress(b"x", mtime=0)), ("deflate", zlib.compress(b"x")), (None, b"x")]
)
def test_codings(coding: str | None, body: bytes) -> None:
    assert unpacked(body, coding, 100) == b"x"


def test_what_cannot_be_read() -> None:
    """What is too large says so by its status, packed or not."""
    for act, status in (
        (lambda: unpacked(b"x" * 101, None, 100), 413), (lambda: unpacked(gzip.compress(b"x" * 101), "gzip", 100), 413),
        (lambda: unpacked(b"x", "br", 100), 400), (lambda: read_protobuf(b"\xff"), 400), (lambda: read_json_export([]), 400),
    ):  # fmt: skip
        with pytest.raises(ExportError) as caught:
            act()
        assert caught.value.status == status
        assert str(caught.value)
