"""Artifacts that a program makes by itself."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path

from ...errors import ArgumentError
from ..artifacts.reference import BINARY, TEXT, ArtifactReference, Content, preview_of
from .credentials import key_and_endpoint

DRIVE = re.compile(r"[A-Za-z]:[\\/]")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
FILENAME = re.compile(r"[^\s/\\]+\.[A-Za-z]{1,6}")


class NoSuchFile(ArgumentError, FileNotFoundError):
    """A text looks like the path of a file that is not there."""


def artifact(
    value: str | bytes | Path,
    *,
    name: str | None = None,
    mime_type: str | None = None,
    api_key: str | None = None,
    endpoint: str | None = None,
) -> ArtifactReference:
    """Store a file, bytes or a text as an artifact, for a span or a dataset to refer to. It waits until that is done.

    Args:
        value: A path, as such or as a text; bytes; or a text itself.
        name: What it is called; else a file's own name.
        mime_type: Its media type; else what a file's name tells.
        api_key: The API key; else that of `init`, else PROMPTIC_API_KEY.
        endpoint: Where the platform is; else that of `init`, else PROMPTIC_ENDPOINT, else https://promptic.eu.

    Returns:
        The reference; its `ref` is what a span holds.

    Raises:
        UploadError: It could not be stored (a `RuntimeError`).
        ArgumentError: It looks like the path of a file that is not there (a `FileNotFoundError`).
        ConfigurationError: There is no key, or the address is none.
        TypeError: The value is neither of them.
        OSError: The file can't be read.
    """
    content = content_of(value, name, mime_type)
    key, place = key_and_endpoint(api_key, endpoint)
    from ...http._sync.pipeline import Pipeline
    from .._sync.uploads import Uploads
    from ..artifacts.uploading import road

    with Uploads(Pipeline(*road(key, place))) as uploads:
        return uploads.upload(content)


def content_of(value: object, name: str | None, mime_type: str | None) -> Content:
    """What is to be stored.

    Raises:
        NoSuchFile: A text looks like the path of a file that is not there.
        TypeError: It is nothing that can be.
        OSError: The file can't be read.
    """
    if isinstance(value, str) and (path := _file(value)) is not None:
        value = path
    source, media = "$", None
    if isinstance(value, Path):
        data, source, name = value.read_bytes(), str(value), name or value.name
        media = mimetypes.guess_type(value.name)[0]
    elif isinstance(value, str):
        data, media = value.encode(), TEXT
    elif isinstance(value, bytes):
        data = value
    else:
        raise TypeError(f"an artifact is made of a path, bytes or a text, not of {type(value).__name__}")
    media = mime_type or media or BINARY
    preview = preview_of(data.decode(errors="ignore")) if media.startswith("text/") else None
    return Content(data, media, source, "manual", name, preview)


def _file(text: str) -> Path | None:
    """The file that a text names; None where it is no path.

    Raises:
        NoSuchFile: It looks like one, and there is no such file.
    """
    path = Path(text)
    try:
        if text and path.exists():
            return path
        if text.startswith("~/") and path.expanduser().exists():
            return path.expanduser()
    except (OSError, ValueError, RuntimeError):  # no name of a file, or nobody's home
        pass
    if looks_like_path(text):
        raise NoSuchFile(f"There is no file {text!r:.200}. A text that is none is given as bytes: `text.encode()`.")
    return None


def looks_like_path(text: str) -> bool:
    """Whether a text can only be meant as the path of a file."""
    if not text or text != text.strip() or "\n" in text or "\r" in text:
        return False
    if DRIVE.match(text):
        return True
    if SCHEME.match(text):
        return False
    return "/" in text or "\\" in text or bool(FILENAME.fullmatch(text))
