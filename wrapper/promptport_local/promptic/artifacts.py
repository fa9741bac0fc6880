"""Artifacts: files that traces refer to by `promptic-artifact://` and an id."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable

from promptport_local.promptic.errors import not_found, refused
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, chosen, listed
from promptport_local.promptic.storage import LARGEST_OBJECT, Storage
from promptport_local.promptic.traces import Traces

_SCHEME = "promptic-artifact://"
_REFERENCE = re.compile(_SCHEME + r"([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})")
_LINKS = ("traceDbId", "spanDbId", "traceId", "spanId")


class Artifacts:
    """The artifacts of AI applications.

    Args:
        state: What is held.
        storage: Where their bytes lie.
        traces: The traces.
    """

    def __init__(self, state: State, storage: Storage, traces: Traces) -> None:
        self._state = state
        self._storage = storage
        self._traces = traces

    def create_artifact(self, caller: Caller, body: Json) -> Json:
        """Make an artifact of an object that was stored, or of its bytes in base64.

        Raises:
            Refusal: 400 where it names neither or both, the bytes are no base64, or they are not those that it says; 404
                where there is no such object; 413 where they are too many.
        """
        if ("storageObjectId" in body) == ("contentBase64" in body):
            raise refused(400, "Give either storageObjectId or contentBase64")
        if "storageObjectId" in body:
            stored = self._storage.need(caller.workspace, body["storageObjectId"])
        else:
            name = body.get("name") or "artifact"
            content = _decoded(body["contentBase64"])
            stored = self._storage.add(caller.workspace, content, body["mimeType"], name, {})
        for field in ("sizeBytes", "sha256"):
            if str(body.get(field, stored[field])).lower() != str(stored[field]):
                raise refused(400, f"{field} is not that of what was stored")
        return self.make(caller.workspace, stored, body)

    def get_artifact(self, caller: Caller, artifact: str) -> Json:
        """What is known of an artifact."""
        return self._state.need("artifacts", caller.workspace, artifact)

    def list_trace_artifacts(self, caller: Caller, trace_id: str) -> Json:
        """The artifacts that a trace refers to, or that were linked with it, the oldest first.

        Args:
            caller: Who calls.
            trace_id: The trace's id in OpenTelemetry.
        """
        trace = self._traces.by_otel(caller.workspace, trace_id)
        if trace is None:
            raise not_found()
        named = {each for span in self._traces.spans(trace) for each in span.get("artifacts", [])}
        held = self._state.under("artifacts", caller.workspace)
        found = [each for each in held if each["id"] in named or each["traceDbId"] == trace["id"]]
        return listed(sorted(found, key=lambda each: str(each["createdAt"])))

    def stored(self, caller: Caller, artifact: str) -> Json:
        """The stored object of an artifact."""
        return self._storage.need(caller.workspace, self.get_artifact(caller, artifact)["storageObjectId"])

    def make(self, workspace: str, stored: Json, body: Json) -> Json:
        """Make an artifact of an object that is stored. Nothing refers to it yet."""
        record = self._state.make("artifacts", {
            **dict.fromkeys(("workspaceId", "aiApplicationId"), workspace),
            **dict.fromkeys(_LINKS),
            "sourcePath": body.get("sourcePath", "$"),
            "sourceField": body.get("sourceField", "metadata"),
            "source": body.get("source", "api_upload"),
            "name": body.get("name"),
            "mimeType": body["mimeType"],
            "sizeBytes": stored["sizeBytes"],
            "sha256": stored["sha256"],
            "storageProvider": "local",
            "storageKey": None,
            "storageObjectId": stored["id"],
            "preview": body.get("preview"),
        }, chosen(body))  # fmt: skip
        places = {"uri": _SCHEME + record["id"], "contentUrl": f"/api/v1/artifacts/{record['id']}/content"}
        return self._state.put("artifacts", {**record, **places})

    def link(self, trace: Json, span: Json) -> None:
        """Link the artifacts that a span refers to, each with the first that does; what is not known is passed over."""
        for each in span["artifacts"]:
            artifact = self._state.find("artifacts", trace["workspaceId"], each)
            if artifact is not None and artifact["traceDbId"] is None:
                self.tie(artifact, trace, span)

    def tie(self, artifact: Json, trace: Json, span: Json | None) -> None:
        """Say of an artifact which trace it belongs to, and which span of it."""
        of_span = (span["id"], span["spanId"]) if span else (None, None)
        links = zip(_LINKS, (trace["id"], of_span[0], trace["traceId"], of_span[1]), strict=True)
        self._state.put("artifacts", {**artifact, **dict(links)})


def referred(fields: Iterable[object]) -> list[str]:
    """The ids of the artifacts that some values refer to, each once, in the order in which they stand there."""
    text = json.dumps(list(fields), ensure_ascii=False)
    return list(dict.fromkeys(each.lower() for each in _REFERENCE.findall(text)))


def _decoded(text: str) -> bytes:
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise refused(400, "contentBase64 is not base64") from None
    if len(content) > LARGEST_OBJECT:
        raise refused(413, f"The artifact is larger than {LARGEST_OBJECT} bytes")
    return content
