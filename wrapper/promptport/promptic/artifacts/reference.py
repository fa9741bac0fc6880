"""An artifact: what is stored beside a trace, and the reference by which the trace speaks of it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, NamedTuple

SCHEME = "promptic-artifact://"
BINARY = "application/octet-stream"
TEXT = "text/plain"
MOST = 50 * 1024 * 1024  # bytes of one artifact
PREVIEW = 4096  # characters of a text that stand beside it


@dataclass(frozen=True)
class ArtifactReference:
    """A reference to an artifact, for an attribute of a span or a field of a dataset's case.

    Attributes:
        id: The artifact's id.
        uri: `promptic-artifact://` and the id.
        mime_type: Its media type.
        size_bytes: Its bytes.
        sha256: Their SHA-256, in hex.
        name: What it is called; None where it has no name.
    """

    id: str
    uri: str
    mime_type: str
    size_bytes: int
    sha256: str
    name: str | None = None

    @property
    def ref(self) -> str:
        """What stands in a span: the `uri`."""
        return self.uri

    def to_dict(self) -> dict[str, Any]:
        """The reference as JSON has it, under `$prompticArtifact`."""
        facts = {"id": self.id, "uri": self.uri, "mimeType": self.mime_type, "sizeBytes": self.size_bytes}
        return {"$prompticArtifact": {**facts, "sha256": self.sha256}}


class Content(NamedTuple):
    """What is to become an artifact.

    Attributes:
        data: Its bytes.
        mime_type: Their media type.
        source_path: Where they come from: a file's path, or the name of an attribute and the way within it; `$` for neither.
        source_field: Which side has made it: `manual` for a call of `artifact`, `metadata` for a span.
        name: What it is called; None where it has no name.
        preview: The beginning of a text; None of anything else.
    """

    data: bytes
    mime_type: str
    source_path: str = "$"
    source_field: str = "metadata"
    name: str | None = None
    preview: str | None = None

    def __repr__(self) -> str:
        return f"Content({self.source_path!r}, {self.mime_type!r}, {len(self.data)} bytes)"

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return sha256(self.data).hexdigest()

    @property
    def filename(self) -> str:
        """What a store calls it: the last step of its source, with an extension that suits its type."""
        last = re.split(r"[/\\]", self.source_path)[-1].strip("$")
        found = last or "artifact"
        return found if "." in found else found + (mimetypes.guess_extension(self.mime_type) or "")

    def reference(self, answer: Mapping[str, Any]) -> ArtifactReference | None:
        """The reference to the artifact that the platform has made of it; None where it does not say which that is."""
        found = answer.get("id")
        if not isinstance(found, str) or not found:
            return None
        known = {"uri": SCHEME + found, "mimeType": self.mime_type, "sha256": self.sha256, "name": self.name}
        fields = {name: value if isinstance(value := answer.get(name), str) else own for name, own in known.items()}
        size = answer.get("sizeBytes")
        size = size if isinstance(size, int) and not isinstance(size, bool) else len(self.data)
        uri, media, digest = (fields[name] or "" for name in ("uri", "mimeType", "sha256"))
        return ArtifactReference(found, uri, media, size, digest, fields["name"])


def preview_of(text: str) -> str:
    """The beginning of a text, which says where it was cut."""
    return text if len(text) <= PREVIEW else text[:PREVIEW] + "..."
