"""Proves that what is large goes to the platform once, and that a value stays where that fails."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from promptport.promptic import PrompticClient
from promptport.testing import Platform

from .traced import KEY, begin, flush, received, sent, span

IMAGE = bytes(range(256)) * 40
PNG = "data:image/png;base64," + b64encode(IMAGE).decode()
PRESIGN, CREATE = "presign_storage_object", "create_artifact"


def counts(platform: Platform) -> list[int]:
    return [len(sent(platform, each)) for each in (PRESIGN, CREATE)]


def test_the_platform_has_the_bytes_and_the_trace_a_reference(platform: Platform) -> None:
    """One, however often the content stands in the trace; each type is an artifact of its own."""
    begin(platform)
    message = json.dumps([{"content": [{"url": PNG}, {"url": PNG}, {"url": PNG.replace("png", "jpeg")}]}])
    span("a", **{"gen_ai.input.messages": message})
    assert flush()
    found = received(platform)["a"]
    first, second, third = (each["url"] for each in json.loads(found["input"])[0]["content"])
    assert first == second != third
    assert counts(platform) == [2, 2]
    with PrompticClient(KEY, endpoint=platform.url("promptic")) as client:
        artifacts = client.list_trace_artifacts(found["traceId"])["data"]
        assert sorted(each["mimeType"] for each in artifacts) == ["image/jpeg", "image/png"]
        assert client.get_artifact_content(first.removeprefix("promptic-artifact://")) == IMAGE


def test_a_delivery_that_fails_uploads_nothing_twice(platform: Platform) -> None:
    """Neither in the next try, nor in halves, nor in the next process: what was made is noted first."""
    begin(platform)
    platform.script("promptic", {"operation": "ingest_otlp_traces", "status": 413, "json": {"error": "too large"}})
    for name in ("a", "b"):
        span(name, image=PNG)
    assert flush()
    assert {*received(platform)} == {"a", "b"}
    assert [each.status for each in sent(platform)] == [413, 200, 200]
    assert counts(platform) == [2, 2]


def test_a_value_stays_where_it_can_become_no_artifact(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """It is said once; a platform that can't be reached is asked for nothing more in this delivery."""
    begin(platform)
    refused = {"status": 403, "json": {"error": "no"}, "times": 4}
    platform.script("promptic", {"operation": PRESIGN, **refused}, {"operation": CREATE, **refused})
    for name in "abcd":
        span(name, image=PNG)
    assert flush()
    assert {each["metadata"]["image"] for each in received(platform).values()} == {PNG}
    warnings = [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]
    assert len(warnings) == 1
    assert warnings[0].startswith("A value stays in its span: image could not be uploaded: [403]")


def test_a_storage_that_hangs_up_is_left_alone(platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    begin(platform)
    platform.script("promptic", {"operation": CREATE, "drop": True})
    for name in "abc":
        span(name, image=PNG)
    assert flush()
    assert {each["metadata"]["image"] for each in received(platform).values()} == {PNG}
    assert counts(platform)[1] <= 1  # a connection that ended without an answer is logged by nobody


def test_what_is_broken_is_sent_as_it_is(platform: Platform, tmp_path: Path) -> None:
    """The platform judges it: nothing here does."""
    begin(platform)
    from promptport.promptic.tracing import setup

    processor: Any = setup._tracing[0]._processor
    processor._leased.put("span", b"\xff" * 10_000)
    flush()
    assert [each.status for each in sent(platform)] == [400]
