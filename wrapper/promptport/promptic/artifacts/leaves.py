"""Which values of a span become artifacts: images and other files in base64, and very long texts."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from .reference import BINARY, TEXT, Content, preview_of

LEAST = 16  # characters of base64 in a `data:` address
SMALLEST = 8 * 1024  # bytes of what is base64 and stands where files do
LONG = 256 * 1024  # bytes of a text
DATA = re.compile(r"data:([^,;]*)((?:;[^,;]*)*);base64,", re.IGNORECASE)
BASE64 = re.compile(r"[A-Za-z0-9+/]*={0,2}")
PLACES = ("image", "img", "audio", "video", "file", "pdf", "blob", "bytes", "base64", "b64", "attachment")
KEYS = frozenset({"content", "data", "blob"})  # of a part of a message that has a media type beside it
TYPES = ("mime_type", "media_type")


def content_of(text: str, path: str, beside: Mapping[str, Any] | None = None) -> Content | None:
    """What a value is, where it is to become an artifact; None where it stays.

    Args:
        text: The value.
        path: Its attribute, and the way within it.
        beside: The object that it stands in, where it stands in one.
    """
    if found := DATA.match(text[:1000]):
        data = _decoded(text[found.end() :])
        if data is not None and len(text) - found.end() >= LEAST:
            return Content(data, found[1].strip() or BINARY, path)
    media = _media(beside)
    if not text.startswith(("http://", "https://")) and _may_be_file(path, media):
        data = _decoded(text) if len(text) > SMALLEST else None
        if data is not None and len(data) >= SMALLEST:
            return Content(data, media or BINARY, path)
    if len(text) * 4 >= LONG and len(encoded := text.encode("utf-8", "surrogatepass")) >= LONG:
        return Content(encoded, TEXT, path, preview=preview_of(text))
    return None


def _may_be_file(path: str, media: str | None) -> bool:
    """Whether a value stands where files do."""
    small = path.lower()
    return any(each in small for each in PLACES) or (media is not None and path.rpartition(".")[2] in KEYS)


def _media(beside: Mapping[str, Any] | None) -> str | None:
    """The media type that stands beside a value; None where none does."""
    given = [beside.get(each) for each in TYPES] if beside is not None else []
    return next((each for each in given if isinstance(each, str)), None)


def _decoded(text: str) -> bytes | None:
    """The bytes of a text in base64, which may be broken into lines; None where it is none, in every character of it."""
    text = text.strip().replace("\r", "").replace("\n", "")
    if len(text) % 4 or not BASE64.fullmatch(text):
        return None
    try:
        return b64decode(text, validate=True)
    except binascii.Error:
        return None
