"""Proves which spans are of a version of a prompt, and which exports are refused whole."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.langfuse.backend import Backend
from promptport_local.otlp import read_json_export

from ..promptic.exports import CHILD, ROOT, TRACE, export, span

PROMPT = {"langfuse.observation.prompt.name": "mail/welcome", "langfuse.observation.prompt.version": 2}
GENERATION = {"langfuse.observation.type": "generation", **PROMPT}


@pytest.mark.parametrize(
    ("attributes", "linked"),
    [
        (GENERATION, True),
        ({**GENERATION, "langfuse.observation.type": "embedding"}, False),
        (PROMPT, False),
        ({**GENERATION, "langfuse.observation.prompt.version": 9}, False),
        ({**GENERATION, "langfuse.observation.prompt.version": "2"}, False),
        ({**GENERATION, "langfuse.observation.prompt.name": "nobody"}, False),
        ({"langfuse.observation.type": "generation", "langfuse.prompt.name": "welcome"}, False),
        (
            {"langfuse.observation.type": "generation", "langfuse.prompt.name": "tone", "langfuse.prompt.version": 1},
            True,
        ),
    ],
)
def test_what_links_a_generation_and_its_prompt(langfuse: Backend, attributes: dict[str, Any], linked: bool) -> None:
    """A generation alone; both attributes, under either name; a version that there is."""
    assert langfuse.take_spans(read_json_export(export(span("g", attributes=attributes)))) == {"message": "OK"}
    (found,) = langfuse.observations
    assert (found["promptName"] is not None, found["promptVersion"] is not None) == (linked, linked)
    assert (found["traceId"], found["id"], found["attributes"]) == (TRACE, ROOT, attributes)


def test_spans_are_kept_once(langfuse: Backend) -> None:
    """One that comes again replaces the one before; nothing is answered for nothing."""
    child = span("c", CHILD, ROOT, status={"code": 2}, endTimeUnixNano="0")
    for _ in range(2):
        langfuse.take_spans(read_json_export(export(span("a"), child)), "4")
    first, second = langfuse.observations
    assert (first["startTime"], first["endTime"]) == ("2026-01-15T09:30:00.000Z", "2026-01-15T09:30:00.050Z")
    assert (first["level"], first["type"], first["parentObservationId"]) == ("DEFAULT", "span", None)
    assert (second["level"], second["endTime"], second["parentObservationId"]) == ("ERROR", None, ROOT)
    assert langfuse.take_spans(read_json_export({})) == {}


@pytest.mark.parametrize(("one", "ingestion"), [(span("b", span_id="zz"), None), (span("b"), "5")])
def test_an_export_is_refused_whole(langfuse: Backend, one: dict[str, Any], ingestion: str | None) -> None:
    with pytest.raises(Refusal) as caught:
        langfuse.take_spans(read_json_export(export(span("a", CHILD), one)), ingestion)
    assert (caught.value.status, list(caught.value.body)) == (400, ["error"])
    assert langfuse.observations == []
