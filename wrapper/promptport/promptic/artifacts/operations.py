"""The operations that artifacts are sent by. The contract has them for the local platform; no client offers them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from ...model import Operation, Parameter, Request, Unreadable, kind_of
from ..settings import HOST
from .reference import MOST, Content

KEY = ("key",)
PRESIGN = Operation(
    "presign_storage_object", "POST", "/api/v1/storage-objects/presign", HOST, KEY, repeatable=True,
    content="application/json", parameters=(Parameter("body", "body", "whole", "object", required=True),),
)  # fmt: skip
CREATE = Operation(
    "create_artifact", "POST", "/api/v1/artifacts", HOST, KEY,
    content="application/json", parameters=(Parameter("body", "body", "whole", "object", required=True),),
)  # fmt: skip
TYPE = "content-type"


def read_object(content: bytes) -> Mapping[str, Any]:
    """The object that an answer is.

    Raises:
        Unreadable: It is none.
    """
    try:
        found = json.loads(content)
    except ValueError:
        raise Unreadable("an object", "no JSON") from None
    if not isinstance(found, Mapping):
        raise Unreadable("an object", kind_of(found))
    return found


def presign(content: Content) -> Request:
    """Ask where the bytes of an artifact go."""
    size = {"sizeBytes": len(content.data), "maxSizeBytes": MOST}
    asked = {"folder": "trace-artifacts", "filename": content.filename, "contentType": content.mime_type}
    return Request(PRESIGN, {"body": {**asked, "access": "private", **size}})


def create(content: Content, more: Mapping[str, Any]) -> Request:
    """Make an artifact of what was stored, or of the bytes themselves, as `more` says."""
    about = {"name": content.name, "mimeType": content.mime_type, "sourcePath": content.source_path}
    return Request(CREATE, {"body": {**more, **about, "sourceField": content.source_field, "preview": content.preview}})


class Target(NamedTuple):
    """Where the bytes of an artifact go.

    Attributes:
        server: Scheme and host.
        path: The rest of the address.
        by_form: Whether they are part of a form.
        headers: What must be sent along.
        fields: What the form has besides.
        place: What the platform calls it.
    """

    server: str
    path: str
    by_form: bool
    headers: Mapping[str, str]
    fields: Mapping[str, str]
    place: str

    def __repr__(self) -> str:
        return f"Target({self.server!r})"  # the rest is the permission

    @property
    def secrets(self) -> list[str]:
        """What in its address is a permission."""
        return [value for _, value in parse_qsl(urlsplit(self.path).query) if len(value) >= 16]

    def request(self, content: Content) -> Request:
        """Bring the bytes there. Who asks is not told: the address is the permission."""
        if self.by_form:
            fields = {**self.fields, "file": (content.filename, content.data, content.mime_type)}
            parameters = tuple(Parameter(each, each, "body", "file" if each == "file" else "string") for each in fields)
            return Request(self._operation("POST", "multipart/form-data", parameters), fields)
        media = next((value for name, value in self.headers.items() if name.lower() == TYPE), content.mime_type)
        headers = {name: value for name, value in self.headers.items() if name.lower() != TYPE}
        parameters = (
            *(Parameter(each, each, "header", "string") for each in headers),
            Parameter("", "body", "whole", "any", required=True),
        )
        return Request(self._operation("PUT", media, parameters), {**headers, "": content.data})

    def _operation(self, method: str, media: str, parameters: tuple[Parameter, ...]) -> Operation:
        return Operation(
            "store", method, self.path, self.server, repeatable=True, accept="*/*", content=media, parameters=parameters
        )


def target_of(answer: Mapping[str, Any], platform: str) -> Target | None:
    """Where bytes go, as the platform says it; None where it does not, or where they would go out without encryption.

    Args:
        answer: What `presign` was answered.
        platform: The platform's own address.
    """
    url, place = answer.get("uploadUrl"), answer.get("storageObjectId")
    if not (isinstance(url, str) and isinstance(place, str) and place and url.isascii() and url.isprintable()):
        return None
    parts = urlsplit(url)
    secure = parts.scheme == "https" or (parts.scheme == "http" and platform.startswith("http:"))
    if not secure or not parts.netloc or "@" in parts.netloc or " " in url:
        return None
    by_form = str(answer.get("method") or "PUT").upper() == "POST"
    path = url.partition("#")[0][len(parts.scheme) + 3 + len(parts.netloc) :]
    server = f"{parts.scheme}://{parts.netloc}"
    headers, fields = (_texts(answer.get(each)) for each in ("headers", "fields"))
    return Target(server, path or "/", by_form, headers, fields, place)


def _texts(value: Any) -> Mapping[str, str]:
    found = value.items() if isinstance(value, Mapping) else ()
    return {str(name): str(each) for name, each in found}
