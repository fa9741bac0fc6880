"""Proves that what is large goes to the platform once, and that a value stays where that fails."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections.abc import Sequence

import pytest

from promptport.outbox.accounts import Notes
from promptport.outbox.entry import Entry
from promptport.outbox.result import Outcome
from promptport.promptic import PrompticClient
from promptport.promptic.tracing.credentials import Destination
from promptport.promptic.tracing.delivery import SpanDelivery
from promptport.promptic.tracing.exporter import ExporterSettings
from promptport.testing import Platform

from .traced import KEY, begin, entries, flush, received, sent, span

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

IMAGE = bytes(range(256)) * 40
PNG = "data:image/png;base64," + b64encode(IMAGE).decode()
PRESIGN, CREATE = "presign_storage_object", "create_artifact"


def counts(platform: Platform) -> list[int]:
    return [len(sent(platform, each)) for each in (PRESIGN, CREATE)]


def deliver(platform: Platform, *batches: Sequence[Entry]) -> list[Outcome]:
    """What deliveries come to, one after the other, by the same notes."""

    async def all_of_them() -> list[Outcome]:
        notes, made = Notes(None), SpanDelivery(Destination(KEY, platform.url("promptic")), ExporterSettings())
        try:
            return [(await made.deliver(each, notes)).outcome for each in batches]
        finally:
            await made.aclose()

    return asyncio.run(all_of_them())


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
    """Neither in the next try, nor in halves: what was made is noted before the spans go out."""
    platform.script("promptic", {"operation": "ingest_otlp_traces", "status": 413, "json": {"error": "too large"}})
    batch = entries("a", "b", image=PNG)
    assert deliver(platform, batch, batch[:1], batch[1:]) == [Outcome.TOO_LARGE, Outcome.DELIVERED, Outcome.DELIVERED]
    assert counts(platform) == [2, 2]
    assert b"promptic-artifact://" in sent(platform)[0].body


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


def test_a_platform_that_hangs_up_is_asked_for_no_more_artifacts(platform: Platform) -> None:
    """In this delivery; in the next one it may be there again."""
    platform.script("promptic", {"operation": CREATE, "drop": True})
    assert deliver(platform, entries("a", "b", "c", image=PNG), entries("d", image=PNG)) == [Outcome.DELIVERED] * 2
    assert counts(platform)[0] == 2
    first, second = (each.body for each in sent(platform))
    assert (first.count(PNG.encode()), second.count(b"promptic-artifact://")) == (3, 1)


def test_what_is_broken_is_sent_as_it_is(platform: Platform) -> None:
    """The platform judges it: nothing here does."""
    assert deliver(platform, [Entry("broken", "span", 0.0, b"\xff" * 10_000)]) == [Outcome.REFUSED]
    assert [each.status for each in sent(platform)] == [400]
