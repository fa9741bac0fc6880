"""Stored objects: the bytes of artifacts, and the short-lived permissions to bring and to fetch them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import asdict, dataclass, field

from promptport_local.clock import read
from promptport_local.promptic.errors import refused
from promptport_local.promptic.resources import Caller, Json
from promptport_local.promptic.state import State, chosen

LARGEST_OBJECT = 52_428_800
_UPLOAD_SECONDS = 900


@dataclass(frozen=True)
class Grant:
    """A permission to bring or to fetch one object, for a while.

    Attributes:
        token: What shows that one has it.
        use: `upload` or `download`.
        workspace: The AI application of the object.
        object: The object's id.
        expires: Until when.
        disposition: `inline` or `attachment`, as whom fetches it wants it to be shown.
        filename: Under which name.
    """

    token: str = field(repr=False)
    use: str
    workspace: str
    object: str
    expires: str
    disposition: str | None = None
    filename: str | None = None


class Storage:
    """The objects of AI applications. Their bytes lie apart, so that nobody reads them by the way.

    Args:
        state: What is held.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def presign_storage_object(self, caller: Caller, body: Json) -> tuple[Json, Grant]:
        """Make room for an object whose bytes are still to come, and the permission to bring them.

        Raises:
            Refusal: 413; it is to be larger than is allowed.
        """
        most = min(body.get("maxSizeBytes", LARGEST_OBJECT), LARGEST_OBJECT)
        if body.get("sizeBytes", 0) > most:
            raise refused(413, f"The object is larger than {most} bytes")
        fields = {name: body.get(name) for name in ("folder", "filename", "contentType", "sizeBytes")}
        fields.update(access=body.get("access", "private"), maxSizeBytes=most, uploaded=False, sha256=None)
        record = self._state.make("objects", {**fields, "workspaceId": caller.workspace})
        return record, self._grant("upload", record, _UPLOAD_SECONDS)

    def add(self, workspace: str, content: bytes, media: str, filename: str, given: Json) -> Json:
        """Keep an object whose bytes are there; its id may be given."""
        fields: Json = {"folder": "trace-artifacts", "filename": filename, "contentType": media, "access": "private"}
        fields.update(workspaceId=workspace, sizeBytes=len(content), maxSizeBytes=LARGEST_OBJECT)
        return self._fill(self._state.make("objects", fields, chosen(given)), content)

    def need(self, workspace: str, object: str) -> Json:
        """An object whose bytes have come.

        Raises:
            Refusal: 404 where there is none; 400 where its bytes have not come.
        """
        record = self._state.need("objects", workspace, object)
        if not record["uploaded"]:
            raise refused(400, "The object has not been uploaded")
        return record

    def content(self, object: str) -> bytes:
        """The bytes of an object that has them."""
        return base64.b64decode(self._state.collection("bytes").get(object))

    def download(self, record: Json, disposition: str | None = None, filename: str | None = None) -> Grant:
        """The permission to fetch an object, for `Options.download_seconds`."""
        return self._grant("download", record, self._state.options.download_seconds, disposition, filename)

    def granted(self, object: str, token: str, use: str) -> Json:
        """The object that a permission is for.

        Raises:
            Refusal: 403; there is no such permission, or it is over.
        """
        found: Json | None = self._state.collection("grants").get(token)
        if found is None or (found["object"], found["use"]) != (object, use) or self._over(found):
            raise refused(403, "The link is not valid, or is not valid any more")
        return {**self._state.need("objects", found["workspace"], object), "grant": Grant(**found)}

    def keep(self, object: Json, content: bytes, media: str) -> None:
        """Keep the bytes that come for an object.

        Raises:
            Refusal: 400 where their number or type is another than was said; 413 where they are too many.
        """
        if len(content) > object["maxSizeBytes"]:
            raise refused(413, f"The object is larger than {object['maxSizeBytes']} bytes")
        if object["sizeBytes"] not in (None, len(content)):
            raise refused(400, f"The object was to have {object['sizeBytes']} bytes and has {len(content)}")
        if media.split(";", maxsplit=1)[0].strip().lower() != object["contentType"].split(";")[0].strip().lower():
            raise refused(400, f"The object was to be of type {object['contentType']} and is {media or 'of none'}")
        self._fill(self._state.need("objects", object["workspaceId"], object["id"]), content)

    def _fill(self, record: Json, content: bytes) -> Json:
        self._state.collection("bytes").put(record["id"], value=base64.b64encode(content).decode())
        facts = {"uploaded": True, "sizeBytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        return self._state.put("objects", {**record, **facts})

    def _grant(
        self, use: str, record: Json, seconds: int, disposition: str | None = None, filename: str | None = None
    ) -> Grant:
        grants = self._state.collection("grants")
        for each in grants.all():
            if self._over(each):
                grants.remove(each["token"])
        token = f"{self._state.randomness('grants').getrandbits(160):040x}"
        expires = self._state.moment(seconds)
        made = Grant(token, use, record["workspaceId"], record["id"], expires, disposition, filename)
        grants.put(token, value=asdict(made))
        return made

    def _over(self, grant: Json) -> bool:
        return read(grant["expires"]) <= self._state.environment.now()


def _kind(media: str) -> str:
    """A media type without its parameters."""
    return media.partition(";")[0].strip().lower()
