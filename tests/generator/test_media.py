"""Proves which media types are sent and asked for."""

from __future__ import annotations

from typing import Any

import pytest
from generator.media import asked, described, kind, sent

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(("name", "of"), [
    ("application/json", "json"), ("application/vnd.x+json; charset=utf-8", "json"), ("Application/JSON", "json"),
    ("application/x-www-form-urlencoded", "form"), ("multipart/form-data", "multipart"), ("text/csv", "text"),
    ("application/xml", "xml"), ("image/svg+xml", "xml"), ("text/xml", "xml"), ("text/event-stream", "events"),
    ("application/pdf", "bytes"), ("*/*", "bytes"), ("application/jsonl", "bytes"),
])  # fmt: skip
def test_kinds(name: str, of: str) -> None:
    assert kind(name) == of


def test_which_of_several() -> None:
    """XML goes out behind others, which are not for callers to write; JSON is asked for before anything."""
    several: Any = {"text/xml": {}, "text/csv": {}, "application/json": {}}
    assert (sent(several), sent({"text/xml": {}}), sent({})) == (
        ["text/csv", "application/json", "text/xml"],
        ["text/xml"],
        [],
    )
    assert described(several) == ["text/csv", "application/json"]
    assert (asked(several), asked({"text/xml": {}, "text/csv": {}}), asked({})) == ("application/json", "text/xml", "")
