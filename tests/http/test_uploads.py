"""Proves what can be a file, what it is called, and that it is read piece by piece, from its beginning at every attempt."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.http.uploads import PIECE, Source, Streamed, Upload, joined, upload
from promptport.model import Operation

DO = Operation("things_do", "POST", "/", "https://h.example")
LONG = bytes(range(256)) * 1000


def test_what_a_file_is_called(tmp_path: Path) -> None:
    """As it is told; else as it lies there; else as the field that it is sent in."""
    path = tmp_path / "a b.bin"
    path.write_bytes(LONG)
    with path.open("rb") as opened:
        streamed = upload(DO, "x", opened, "field")
        assert (streamed.name, streamed.content) == ("a b.bin", Source(opened, 0, len(LONG)))
    assert upload(DO, "x", path, "field") == Upload("a b.bin", "", Source(path, 0, len(LONG)))
    assert upload(DO, "x", bytearray(b"x"), "field") == Upload("field", "", b"x")
    assert upload(DO, "x", io.BytesIO(b"x"), "field").name == "field"
    assert upload(DO, "x", ("n.txt", path, "text/plain"))[:2] == ("n.txt", "text/plain")


def test_a_stream_is_read_from_where_it_stands() -> None:
    """And again from there."""
    stream = io.BytesIO(b"head" + LONG)
    stream.seek(4)
    body = joined([b"<", upload(DO, "x", stream).content, b">"])
    assert isinstance(body, Streamed)
    assert (body.length, body.once) == (len(LONG) + 2, False)
    for _ in range(2):
        pieces = list(body)
        assert b"".join(pieces) == b"<" + LONG + b">"
        assert max(map(len, pieces)) <= PIECE


def test_a_pipe_is_read_once() -> None:
    """Nobody knows how long it is; a second attempt is refused rather than sent empty."""
    there, here = os.pipe()
    with os.fdopen(there, "rb") as reading, os.fdopen(here, "wb") as writing:
        writing.write(b"abc")
        writing.close()
        body = joined([upload(DO, "x", reading).content])
        assert isinstance(body, Streamed)
        assert (body.length, body.once, b"".join(body)) == (None, True, b"abc")
        with pytest.raises(ArgumentError, match="can't be rewound"):
            list(body)


def test_bytes_stay_bytes() -> None:
    """What is at hand needs no reading."""
    assert joined([b"a", b"b"]) == b"ab"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """Is told before anything is sent, or when it shows."""
    with pytest.raises(ArgumentError, match="things_do: `x` can't be read: No such file"):
        upload(DO, "x", tmp_path / "nothing")
    with pytest.raises(ArgumentError, match="`x` can't be read: Is a directory"):
        upload(DO, "x", tmp_path)
    closed = io.BytesIO()
    closed.close()
    with pytest.raises(ArgumentError, match="`x` can't be read: I/O operation on closed file"):
        upload(DO, "x", closed)
    path = tmp_path / "short"
    path.write_bytes(b"abc")
    content = joined([upload(DO, "x", path).content])
    path.write_bytes(b"a")
    with pytest.raises(ArgumentError, match="became shorter"):
        list(content)


def test_a_stream_of_text_is_found_out() -> None:
    """Whatever its class says."""

    class Texts:
        def read(self, size: int) -> Any:
            return "text"

    with pytest.raises(ArgumentError, match="gave str where bytes belong"):
        list(joined([upload(DO, "x", Texts()).content]))
