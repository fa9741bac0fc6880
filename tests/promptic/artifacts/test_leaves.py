"""Proves which values of a span become artifacts: the table of the wire's facts, row by row and at its edges."""

from __future__ import annotations

from base64 import b64encode, urlsafe_b64encode
from typing import Any

import pytest

from promptport.promptic.artifacts.leaves import content_of

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

BYTES = bytes(range(256)) * 32  # 8,192
FILE = b64encode(BYTES).decode()
PNG = "data:image/png;base64,"
TINY = "QUJDREVGR0hJSktM"  # 16 characters, 12 bytes
LONG = "x" * (1 << 18)


@pytest.mark.parametrize(
    ("text", "path", "beside", "found"),
    [
        (PNG + TINY, "a", None, ("image/png", 12)),
        ("data:;base64," + TINY, "a", None, ("application/octet-stream", 12)),
        ("data:text/plain;charset=utf-8;base64," + TINY, "a", None, ("text/plain", 12)),
        (PNG + TINY[:12], "a", None, None),
        (PNG + TINY[:15], "a", None, None),
        (PNG + TINY[:14] + "==", "a", None, ("image/png", 10)),
        (PNG + urlsafe_b64encode(b"\xff" * 30).decode(), "a", None, None),
        (PNG + TINY[:8] + "\r\n" + TINY[8:] + "\n", "a", None, ("image/png", 12)),
        (PNG + TINY[:8] + " " + TINY[8:], "a", None, None),
        (FILE[:76] + "\n" + FILE[76:], "user.image", None, ("application/octet-stream", 8192)),
        ("data:text/plain,hello%20there%20you", "image", None, None),
        (FILE, "user.image", None, ("application/octet-stream", 8192)),
        (FILE, "THE_PDF_OF_IT", None, ("application/octet-stream", 8192)),
        (FILE, "profile[0]", None, ("application/octet-stream", 8192)),  # it holds `file`
        (FILE, "user.picture", None, None),
        (b64encode(BYTES[1:]).decode(), "user.image", None, None),
        (FILE + "A", "user.image", None, None),
        (FILE[:-4] + "    ", "user.image", None, None),
        ("long " * 4_000, "user.file", None, None),  # words, not base64
        (FILE, "part.content", {"mime_type": "audio/wav"}, ("audio/wav", 8192)),
        (FILE, "part.data", {"media_type": "audio/wav"}, ("audio/wav", 8192)),
        (FILE, "part.blob", {"mime_type": 7, "media_type": "audio/wav"}, ("audio/wav", 8192)),
        (FILE, "part.content", {"mime_type": 7}, None),
        (FILE, "part.content", None, None),
        (FILE, "part.text", {"mime_type": "audio/wav"}, None),
        (FILE, "image.text", {"mime_type": "audio/wav"}, ("audio/wav", 8192)),
        ("http://" + "a" * 20_000, "image", None, None),
        (LONG, "a", None, ("text/plain", 1 << 18)),
        (LONG[1:], "a", None, None),
        ("é" * (1 << 17), "a", None, ("text/plain", 1 << 18)),
        ("", "image", None, None),
        ("/etc/hostname", "file", None, None),
    ],
)
def test_the_table(text: str, path: str, beside: dict[str, Any] | None, found: tuple[str, int] | None) -> None:
    content = content_of(text, path, beside)
    assert (content and (content.mime_type, len(content.data))) == found
    if content is not None:
        assert (content.source_path, content.source_field, content.name) == (path, "metadata", None)
        assert content.preview == ("x" * 4096 + "..." if text is LONG else content.preview)


def test_a_text_has_its_beginning_beside_it() -> None:
    content = content_of("é" * (1 << 17), "a")
    assert content is not None
    assert (content.preview, content.data.decode()) == ("é" * 4096 + "...", "é" * (1 << 17))
    file = content_of(FILE, "image")
    assert file is not None
    assert (file.preview, file.data) == (None, BYTES)


def test_half_of_a_surrogate_pair_breaks_nothing() -> None:
    content = content_of("\ud800" * (1 << 17), "a")
    assert content is not None
    assert len(content.data) == 3 << 17
