"""Artifacts that are given as data."""

from __future__ import annotations

import base64

from promptport_local.promptic.access import Access
from promptport_local.promptic.artifacts import Artifacts
from promptport_local.promptic.resources import WORKSPACE, Json
from promptport_local.promptic.state import State
from promptport_local.promptic.storage import Storage
from promptport_local.promptic.traces import Traces


class SeededArtifacts:
    """Adds artifacts with their stored objects.

    Args:
        state: What is held.
        access: The AI applications.
        storage: Where the bytes lie.
        artifacts: The artifacts.
        traces: The traces that they belong to.
    """

    def __init__(self, state: State, access: Access, storage: Storage, artifacts: Artifacts, traces: Traces) -> None:
        self._state = state
        self._access = access
        self._storage = storage
        self._artifacts = artifacts
        self._traces = traces

    def add(self, given: Json) -> None:
        """Add an artifact, in place of the one with its id; where it names a trace, it belongs to that one's root.

        Raises:
            ValueError: There is no such AI application, or no such trace.
        """
        workspace = given.get("workspaceId", WORKSPACE)
        self._access.check_workspace(workspace)
        text = given.get("content", "")
        content = base64.b64decode(given["contentBase64"]) if "contentBase64" in given else text.encode()
        fields = {"mimeType": "text/plain", "source": "direct_upload", **given}
        stored = {"id": given["storageObjectId"]} if "storageObjectId" in given else {}
        name = given.get("name") or "artifact"
        stored_object = self._storage.add(workspace, content, fields["mimeType"], name, stored)
        artifact = self._artifacts.make(workspace, stored_object, fields)
        if "traceId" in given:
            trace = self._traces.by_otel(workspace, given["traceId"])
            if trace is None:
                raise ValueError(f"there is no trace {given['traceId']!r}")
            root = next((each for each in self._traces.spans(trace) if each["parentSpanId"] is None), None)
            self._artifacts.tie(artifact, trace, root)
