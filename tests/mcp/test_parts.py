"""Proves that each part of a message has its block."""

from __future__ import annotations

from typing import Any

import pytest
from mcp.types import AudioContent, BlobResourceContents, EmbeddedResource, ImageContent, ResourceLink, TextContent

from promptport import ArgumentError
from promptport.mcp.parts import block_of, json_block

from .pieces import PIXEL

pytestmark = pytest.mark.one_python("blocks are the same on all")
IMAGE = ImageContent(data=PIXEL, mime_type="image/png")
LINK = ResourceLink(name="cat.png", uri="https://example.com/a/cat.png?x=1", mime_type="image/png")


def file(name: str) -> EmbeddedResource:
    held = BlobResourceContents(uri=f"attachment:///{name}", mime_type="application/pdf", blob="QUJD")
    return EmbeddedResource(resource=held)


@pytest.mark.parametrize(
    ("part", "block"),
    [
        ({"type": "text", "text": ""}, TextContent(text="")),
        ({"type": "input_text", "text": "Hi."}, TextContent(text="Hi.")),
        ({"type": "image_url", "image_url": {"url": f"data:image/png;base64,{PIXEL}", "detail": "low"}}, IMAGE),
        ({"type": "image_url", "image_url": {"url": LINK.uri}}, LINK),
        (
            {"type": "image_url", "image_url": "https://example.com"},
            ResourceLink(name="link", uri="https://example.com"),
        ),
        ({"type": "input_image", "image_url": LINK.uri}, LINK),
        ({"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": PIXEL}}, IMAGE),
        ({"type": "image", "source": {"type": "url", "url": LINK.uri}}, LINK),
        (
            {"type": "input_audio", "input_audio": {"data": "QUJD", "format": "wav"}},
            AudioContent(data="QUJD", mime_type="audio/wav"),
        ),
        ({"type": "file", "file": {"file_data": "QUJD"}}, file("file")),
        (
            {"type": "file", "file": {"file_data": "data:application/pdf;base64,QUJD", "filename": "a b.pdf"}},
            file("a%20b.pdf"),
        ),
        ({"type": "file", "file": {"file_id": "f1"}}, TextContent(text='{"type": "file", "file": {"file_id": "f1"}}')),
        ({"type": "text", "text": 3}, TextContent(text='{"type": "text", "text": 3}')),
        ({"type": "weather", "sky": "grün"}, TextContent(text='{"type": "weather", "sky": "grün"}')),
    ],
)
def test_blocks(part: dict[str, Any], block: Any) -> None:
    assert block_of(part, "here", links=True) == block


def test_a_host_without_links_gets_the_address() -> None:
    part = {"type": "image_url", "image_url": {"url": LINK.uri}}
    assert block_of(part, "here", links=False) == TextContent(text=LINK.uri)


@pytest.mark.parametrize(
    "url", ["", "file:///etc/passwd", "javascript:alert(1)", "https://[", "data:image/png;base64,%%%"]
)
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(ArgumentError, match=r"^here: "):
        block_of({"type": "image_url", "image_url": {"url": url}}, "here", links=True)


def test_what_json_has_no_word_for_is_told() -> None:
    with pytest.raises(ArgumentError, match="can't be sent to a host"):
        json_block({"value": object()})
