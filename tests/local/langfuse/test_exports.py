"""Proves that the body of an export is read in each of its forms."""

from __future__ import annotations

import gzip
import json

import pytest

from promptport_local.call import read_call
from promptport_local.contract import Contract
from promptport_local.errors import Refusal
from promptport_local.langfuse import exports
from promptport_local.langfuse.exports import read_export

from ..promptic.exports import export, span

CONTRACT = Contract.load("langfuse")
JSON = json.dumps(export(span("a"))).encode()


def names(body: bytes, **headers: str) -> list[str]:
    match = CONTRACT.match("POST", "/api/public/otel/v1/traces")
    assert match.operation is not None
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return [each.name for each in read_export(read_call(CONTRACT, match.operation, {}, "", pairs, body)).spans]


def test_forms() -> None:
    assert names(JSON, content_type="application/json; charset=utf-8") == ["a"]
    assert names(gzip.compress(JSON), content_type="application/json", content_encoding="GZIP") == ["a"]
    assert names(b"", content_type="application/x-protobuf") == names(b"") == []


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"\xff", {}), (b"{", {"content_type": "application/json"}), (b"[]", {"content_type": "application/json"}),
        (b'{"resourceSpans": 5}', {"content_type": "application/json"}), (b"x", {"content_encoding": "gzip"}),
        (gzip.compress(b"\0" * 101, mtime=0), {"content_encoding": "gzip"}),
    ],
)  # fmt: skip
def test_what_is_none(monkeypatch: pytest.MonkeyPatch, body: bytes, headers: dict[str, str]) -> None:
    monkeypatch.setattr(exports, "LARGEST", 100)
    with pytest.raises(Refusal) as caught:
        names(body, **headers)
    assert (caught.value.status, list(caught.value.body)) == (400, ["error"])
