"""Promptic's HTTP where stored objects are concerned: answers that say where they are."""

from __future__ import annotations

from promptport_local.answer import Answer
from promptport_local.call import Call
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.resources import Json
from promptport_local.promptic.storage import Grant
from promptport_local.promptic.storage_host import StorageHost, content_answer
from promptport_local.vendor import Behaviour

_DISPOSITIONS = ("inline", "attachment")


class StorageDoor:
    """Sends callers on to the storage.

    Args:
        backend: Promptic.
        host: The storage.

    Attributes:
        behaviours: By operation id, what answers it.
    """

    def __init__(self, backend: Backend, host: StorageHost) -> None:
        self._backend = backend
        self._host = host
        self.behaviours: dict[str, Behaviour] = {
            "presign_storage_object": self._presign,
            "get_artifact_content": self._artifact_content,
            "get_storage_object_content": self._object_content,
            "get_storage_object_url": self._object_url,
        }

    def _presign(self, call: Call) -> Answer:
        record, grant = self._backend.presign_storage_object(call.who, call.body)
        return Answer.json(self._host.upload(record, grant, _host(call)))

    def _artifact_content(self, call: Call) -> Answer:
        return self._content(call, self._backend.artifact_object(call.who, call.path["artifactId"]))

    def _object_content(self, call: Call) -> Answer:
        return self._content(call, self._object(call))

    def _object_url(self, call: Call) -> Answer:
        record = self._object(call)
        grant = self._backend.download(record)
        where = {"storageObjectId": record["id"], "downloadUrl": self._host.url(grant, _host(call))}
        return Answer.json({**where, "expiresAt": grant.expires})

    def _object(self, call: Call) -> Json:
        return self._backend.storage_object(call.who.workspace, call.path["storageObjectId"])

    def _content(self, call: Call, record: Json) -> Answer:
        asked = dict(call.pairs)
        shown = asked.get("disposition") if asked.get("disposition") in _DISPOSITIONS else None
        if not self._backend.options.storage_redirects:
            content = self._backend.object_content(record["id"])
            return content_answer(content, record["contentType"], shown, asked.get("filename"))
        grant: Grant = self._backend.download(record, shown, asked.get("filename"))
        return Answer(302, b"", None, (("Location", self._host.url(grant, _host(call))),))


def _host(call: Call) -> str:
    return call.header("host") or "localhost"
