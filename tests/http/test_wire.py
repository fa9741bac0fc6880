"""Proves how bytes of the wire are read: headers, and bodies that are compressed."""

from __future__ import annotations

import gzip
import zlib

import pytest

from promptport.http.wire import RawResponse, TransportError, decompressed, headers_of, understood
from promptport.model import Unreadable

BODY = b'{"a": 1}' * 100
BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)


def test_headers() -> None:
    """Names in small letters; what comes several times is joined."""
    pairs = [(b"X-A", b"1"), (b"Content-Type", b"text/html"), (b"x-a", b"2"), (b"X-B", b"\xe9")]
    assert headers_of(pairs) == {"x-a": "1, 2", "content-type": "text/html", "x-b": "é"}


@pytest.mark.parametrize(
    ("encoding", "content"),
    [
        ("identity", BODY),
        ("gzip", gzip.compress(BODY, mtime=0)),
        ("X-GZIP", gzip.compress(BODY, mtime=0)),
        ("deflate", zlib.compress(BODY)),
        ("deflate", BARE.compress(BODY) + BARE.flush()),  # some servers leave out the wrapper
    ],
    ids=["identity", "gzip", "x-gzip", "deflate", "bare deflate"],
)
def test_a_body_is_as_it_was(encoding: str, content: bytes) -> None:
    assert decompressed(RawResponse(200, {"content-encoding": encoding}, content)) == BODY


def test_no_body_is_never_broken() -> None:
    assert decompressed(RawResponse(204, {"content-encoding": "gzip"}, b"")) == b""
    assert decompressed(RawResponse(200, {}, BODY)) == BODY


@pytest.mark.parametrize(
    ("encoding", "content"), [("gzip", BODY), ("deflate", b"\xff" * 9), ("br", BODY), ("zstd", BODY)]
)
def test_a_body_that_is_not_what_its_header_says(encoding: str, content: bytes) -> None:
    with pytest.raises(Unreadable, match=encoding):
        decompressed(RawResponse(200, {"content-encoding": encoding}, content))


def test_what_is_known_of_a_lost_connection() -> None:
    """The platform may have the request, unless somebody knows better."""
    error = TransportError("broke off")
    assert (error.message, error.sent, error.timeout, error.idle) == ("broke off", True, False, False)


@pytest.mark.parametrize("error", [MemoryError, RecursionError])
def test_what_python_can_not_read_is_unreadable(error: type[Exception]) -> None:
    def parse(content: bytes) -> None:
        raise error

    with pytest.raises(Unreadable):
        understood(parse, b"{}")
    assert understood(len, b"{}") == 2


def test_headers_of_one_name_are_joined() -> None:
    assert headers_of([(b"A", b"1"), (b"b", b"2"), (b"a", b"3"), (b"a", b"4")]) == {"a": "1, 3, 4", "b": "2"}
