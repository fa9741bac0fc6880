"""The place where objects lie, as a host of its own: it takes permissions in the address, and no credentials at all."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlencode

from promptport_local.answer import Answer
from promptport_local.errors import Refusal
from promptport_local.promptic.backend import Backend
from promptport_local.promptic.errors import refused
from promptport_local.promptic.multipart import parts_of
from promptport_local.promptic.resources import Json
from promptport_local.promptic.storage import Grant
from promptport_local.request_log import LoggedRequest

_PREFIX = "/storage/"
# What an upload must bring along, as hosts of this kind do it: a client that leaves it out is found out.
HEADERS = {"x-amz-acl": "private"}
_OTHER_NAMES = {"localhost": "127.0.0.1", "127.0.0.1": "localhost", "[::1]": "localhost"}
# What can stand in a header; whatever else somebody called a type is answered as bytes.
_MEDIA = re.compile(r"[!-.0-:<-~]+/[!-:<-~]+(;[ -~]*)?")
_PLAIN = "application/octet-stream"


class StorageHost:
    """Answers who brings objects or fetches them.

    Args:
        backend: Promptic.
        prefix: What stands before the platform's paths, such as `/promptic`.
    """

    def __init__(self, backend: Backend, prefix: str) -> None:
        self._backend = backend
        self._prefix = prefix

    def url(self, grant: Grant, host: str) -> str:
        """Where a permission is good: on the other name of this machine, which is another origin to a client.

        Args:
            grant: The permission.
            host: The `Host` of the request that asks for it.
        """
        name, colon, port = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "")
        other = self._backend.options.storage_host or _OTHER_NAMES.get(name.lower(), name)
        return f"http://{other}{colon}{port}{self._prefix}{_PREFIX}{grant.object}?{urlencode({'token': grant.token})}"

    def upload(self, record: Json, grant: Grant, host: str) -> Json:
        """How an object is to be brought, as a client is told."""
        by_form = self._backend.options.upload_method == "POST"
        return {
            "storageObjectId": record["id"],
            "access": record["access"],
            "strategy": "url",
            "provider": "local",
            "uploadUrl": self.url(grant, host),
            "finalUrl": None,
            "method": "POST" if by_form else "PUT",
            "headers": {} if by_form else HEADERS,
            "fields": _fields(record) if by_form else {},
            "maxSizeBytes": record["maxSizeBytes"],
            "expiresAt": grant.expires,
        }

    def answer(self, request: LoggedRequest) -> Answer | None:
        """The answer to a request for this host; None where it is for somebody else."""
        if not request.path.startswith(_PREFIX):
            return None
        try:
            return self._answer(request, request.path.removeprefix(_PREFIX))
        except Refusal as refusal:
            return Answer.text(refusal.body["error"], refusal.status)

    def _answer(self, request: LoggedRequest, object: str) -> Answer:
        if request.header("authorization") is not None:
            # As such hosts do: the address is the permission, and a second one is refused.
            raise refused(400, "Only one way to show a permission is allowed: leave out Authorization")
        token = parse_qs(request.query).get("token", [""])[-1]
        if request.method == "GET":
            return self._fetched(self._backend.granted(object, token, "download"))
        if request.method not in ("PUT", "POST"):
            raise refused(405, "Method not allowed")
        record = self._backend.granted(object, token, "upload")
        content, media = self._brought(request, record)
        self._backend.keep_object(record, content, media)
        return Answer(204 if request.method == "POST" else 200, b"", None)

    def _brought(self, request: LoggedRequest, record: Json) -> tuple[bytes, str]:
        wanted = self._backend.options.upload_method
        if request.method != wanted:
            raise refused(405, f"The object is to be brought by {wanted}")
        media = request.header("content-type") or ""
        if request.method == "PUT":
            if any(request.header(name) != value for name, value in HEADERS.items()):
                raise refused(403, f"The headers must be sent along: {', '.join(HEADERS)}")
            return request.body, media
        fields = parts_of(request.body, media)
        if not fields or fields[-1].name != "file":
            raise refused(400, "The last part of the form must be the file")
        given = {each.name: each.content.decode("utf-8", "replace") for each in fields[:-1]}
        if given != _fields(record):
            raise refused(403, "The fields of the form must be those that were given")
        return fields[-1].content, given["Content-Type"]

    def _fetched(self, record: Json) -> Answer:
        grant: Grant = record["grant"]
        content = self._backend.object_content(record["id"])
        return content_answer(content, record["contentType"], grant.disposition, grant.filename)


def content_answer(content: bytes, media: str, disposition: str | None, filename: str | None) -> Answer:
    """Bytes as they are fetched, in their own type, shown in the way and under the name that was asked for."""
    headers: tuple[tuple[str, str], ...] = ()
    if disposition is not None or filename is not None:
        name = f"; filename*=UTF-8''{quote(filename, safe='')}" if filename else ""
        headers = (("Content-Disposition", f"{disposition or 'inline'}{name}"),)
    return Answer(200, content, media if _MEDIA.fullmatch(media) else _PLAIN, headers)


def _fields(record: Json) -> Json:
    """The fields of the form that brings an object."""
    return {"key": record["id"], "acl": "private", "Content-Type": record["contentType"]}
