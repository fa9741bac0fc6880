"""Proves that the local Promptic reads forms in parts to the byte."""

from __future__ import annotations

import os

import httpx
import pytest

from promptport_local.promptic.multipart import Part, parts_of

from .seeded import refused

PLAIN = "multipart/form-data; boundary=b"


@pytest.mark.parametrize("content", [b"", b"\r\n", b"\r\n--", bytes(range(256)) * 9, os.urandom(4096)])
def test_what_a_client_sends_is_read_to_the_byte(content: bytes) -> None:
    request = httpx.Request("POST", "http://x", data={"key": "k", "ä": "ö"}, files={"file": ('n;a"me', content, "t/t")})
    found = parts_of(request.read(), request.headers["content-type"])
    assert [each.name for each in found[:1]] == ["key"]
    assert found[-1] == Part("file", content)


@pytest.mark.parametrize(("body", "media"), [
    (b"", "multipart/form-data"),
    (b"", "text/plain"),
    (b"", ""),
    (b"", PLAIN),
    (b"--b\r\n", PLAIN),
    (b"--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", PLAIN),
    (b"--b\r\n\r\nx\r\n--b--", PLAIN),
    (b"--b\r\nContent-Disposition: form-data; name=a\r\n--b--", PLAIN),
])  # fmt: skip
def test_what_is_no_form_is_refused(body: bytes, media: str) -> None:
    assert refused(parts_of, body, media) == 400


def test_a_form_may_have_no_part() -> None:
    assert parts_of(b"--b--\r\n", PLAIN) == []
