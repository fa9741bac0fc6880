"""Spans as Langfuse takes them in: observations, and which of them are of a version of a prompt."""

from __future__ import annotations

from typing import Any

from promptport_local.errors import Refusal
from promptport_local.langfuse.dependencies import Dependency
from promptport_local.langfuse.prompts import Prompts
from promptport_local.langfuse.state import Json, State
from promptport_local.otlp import NO_ID, Export, Sent, moment

NEWEST_INGESTION = 4
_TYPE = "langfuse.observation.type"
_NAMES = ("langfuse.observation.prompt.name", "langfuse.prompt.name")
_VERSIONS = ("langfuse.observation.prompt.version", "langfuse.prompt.version")


class Observations:
    """Observations, each a span, by the ids of trace and span.

    Args:
        state: What the local Langfuse holds.
        prompts: Finds the prompts that spans name.
    """

    def __init__(self, state: State, prompts: Prompts) -> None:
        self._state = state
        self._prompts = prompts

    def take(self, export: Export, ingestion: str | None = None) -> Json:
        """Keep the spans of an export, in place of those with their ids: what is answered.

        Args:
            export: The export.
            ingestion: The version of the ingest that its sender asks for.

        Raises:
            Refusal: 400; a span has no ids, or the version is none yet. Then nothing was kept.
        """
        if ingestion is not None and ingestion.isdecimal() and int(ingestion[:9]) > NEWEST_INGESTION:
            raise unreadable(f"x-langfuse-ingestion-version is {NEWEST_INGESTION} at the most")
        if export.rejected:
            raise unreadable(NO_ID)
        with self._state.environment.transaction():
            for span in export.spans:
                self._state.spans.put(span.trace_id, span.span_id, value=self._record(span))
        return {"message": "OK"} if export.spans else {}

    def _record(self, span: Sent) -> Json:
        kind = span.attributes.get(_TYPE, "span")
        name, version = self._prompt(span.attributes) if kind == "generation" else (None, None)
        return {
            "traceId": span.trace_id,
            "id": span.span_id,
            "parentObservationId": span.parent,
            "type": kind,
            "name": span.name,
            "startTime": moment(span.begun),
            "endTime": moment(span.ended) if span.ended else None,
            "level": "ERROR" if span.failed else "DEFAULT",
            "promptName": name,
            "promptVersion": version,
            "attributes": span.attributes,
            "resource": span.resource,
        }

    def _prompt(self, attributes: Json) -> tuple[str | None, int | None]:
        """The name and the number of the version that attributes name, where there is one."""
        name, version = (_first(attributes, names) for names in (_NAMES, _VERSIONS))
        if not isinstance(name, str) or not isinstance(version, int):
            return None, None
        return (name, version) if self._prompts.find(Dependency(name, version, None)) else (None, None)


def unreadable(text: str) -> Refusal:
    """An export can't be taken in: a refusal that says why under `error`, and no more."""
    return Refusal(400, {"error": text})


def _first(attributes: Json, names: tuple[str, ...]) -> Any:
    return next((attributes[name] for name in names if name in attributes), None)
