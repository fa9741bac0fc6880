"""Parts of a message as MCP's blocks: texts, pictures, sound, links and files."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from mcp import types

from ..errors import ArgumentError
from ..prompt.conversion import chat_part, data_of

Block = types.ContentBlock


def block_of(part: Mapping[str, Any], where: str, links: bool) -> Block:
    """A part as a block. A part that MCP has no block for goes as the JSON that it is.

    Args:
        part: The part, in OpenAI's form or Anthropic's.
        where: Where it stands, for errors.
        links: Whether the host knows links; else an address goes as text.

    Raises:
        ArgumentError: The address of a picture is none, or something in the part would vanish.
    """
    part = chat_part(part, where)
    kind = part.get("type")
    if kind == "text" and isinstance(part.get("text"), str):
        return types.TextContent(text=part["text"])
    if kind == "image_url":
        given = part.get("image_url")
        url = given.get("url") if isinstance(given, Mapping) else given
        return _at(str(url or ""), "", where, links)
    source = part.get("source")
    if kind in ("image", "document") and isinstance(source, Mapping):
        if source.get("type") == "base64":
            return _held(str(source.get("media_type")), str(source.get("data")), str(part.get("title") or ""))
        if source.get("type") == "url":
            return _at(str(source.get("url") or ""), str(part.get("title") or ""), where, links)
    sound = part.get("input_audio")
    if kind == "input_audio" and isinstance(sound, Mapping):
        return types.AudioContent(data=str(sound.get("data")), mime_type=f"audio/{sound.get('format')}")
    file = part.get("file")
    if kind == "file" and isinstance(file, Mapping) and file.get("file_data"):
        data, name = str(file["file_data"]), str(file.get("filename") or "")
        return _at(data, name, where, links) if ":" in data else _held("application/pdf", data, name)
    return json_block(part)


def json_block(value: Any) -> types.TextContent:
    """What MCP has no block for, as JSON."""
    try:
        return types.TextContent(text=json.dumps(value, ensure_ascii=False))
    except (TypeError, ValueError, RecursionError):
        raise ArgumentError("A message holds what JSON has no word for, and so can't be sent to a host.") from None


def _at(url: str, name: str, where: str, links: bool) -> Block:
    held = data_of(url, where)
    if held is not None:
        return _held(held.kind, held.content, name)
    if not links:
        return types.TextContent(text=url)
    try:
        path = urlsplit(url).path
    except ValueError:
        raise ArgumentError(f"{where}: `{url[:40]}` is no address.") from None
    kind = mimetypes.guess_type(path)[0]
    return types.ResourceLink(name=name or path.rpartition("/")[2] or "link", uri=url, mime_type=kind)


def _held(kind: str, data: str, name: str) -> Block:
    if kind.startswith("image/"):
        return types.ImageContent(data=data, mime_type=kind)
    if kind.startswith("audio/"):
        return types.AudioContent(data=data, mime_type=kind)
    uri = f"attachment:///{quote(name or 'file')}"
    return types.EmbeddedResource(resource=types.BlobResourceContents(uri=uri, mime_type=kind, blob=data))
