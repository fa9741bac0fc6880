# Made from tests/http/_async/test_sent_files.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that files go out piece by piece, by our own connections and by a transport of httpx, and again where that is due."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from promptport.errors import CallError
from promptport.http._sync.pipeline import Pipeline
from promptport.http.options import Options
from promptport.http.retry import Policy
from promptport.http.rules import Rules
from promptport.model import Operation, Parameter, Request

from ...generator.echo import Echo, echo

HOST = "https://files.example"
SEND = Operation(
    "files_send", "PUT", "/f", HOST, repeatable=True, content="application/octet-stream",
    parameters=(Parameter("body", "body", "whole", "file", True),),
)  # fmt: skip
LONG = bytes(range(256)) * 2000


class FileRules(Rules):
    """A platform that takes files."""

    platform = "files"


@pytest.fixture
def server() -> Iterator[Echo]:
    """A server that keeps what it is sent."""
    with echo() as found:
        yield found


def options(server: Echo, retries: int = 0) -> Options:
    """Those of a client that sends again at once."""
    return Options(5.0, 5.0, Policy(retries, 0.0), {HOST: server.url})


def read(content: bytes) -> bytes:
    """What a parser of bytes answers."""
    return content


@pytest.mark.parametrize("through", [False, True])
def test_a_file(tmp_path: Path, server: Echo, through: bool) -> None:
    """Of a length that is known before; again from its beginning, where the first attempt failed."""
    path = tmp_path / "long"
    path.write_bytes(LONG)
    server.answer = (503, {}, b"")
    transport = httpx.HTTPTransport() if through else None
    with Pipeline(FileRules(), options(server, 1), transport) as pipeline:
        with pytest.raises(CallError):
            pipeline.send(Request(SEND, {"body": path}), read)
    assert [each.body == LONG for each in server.sent] == [True, True]
    assert [each.headers["content-length"] for each in server.sent] == [str(len(LONG))] * 2
    assert "transfer-encoding" not in server.sent[0].headers


@pytest.mark.parametrize("through", [False, True])
def test_a_pipe(server: Echo, through: bool) -> None:
    """Its length shows when it has been read; it is not sent again, though the operation could be."""
    there, here = os.pipe()
    with os.fdopen(there, "rb") as reading, os.fdopen(here, "wb") as writing:
        writing.write(b"abc" * 1000)
        writing.close()
        server.answer = (503, {}, b"")
        transport = httpx.HTTPTransport() if through else None
        with Pipeline(FileRules(), options(server, 3), transport) as pipeline:
            with pytest.raises(CallError):
                pipeline.send(Request(SEND, {"body": reading}), read)
    assert [each.body for each in server.sent] == [b"abc" * 1000]
    assert server.sent[0].headers["transfer-encoding"] == "chunked"
    assert "content-length" not in server.sent[0].headers


def test_a_mock_sees_a_stream_whole() -> None:
    """As it sees any body."""
    seen: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.content)
        return httpx.Response(200, content=b"ok")

    made = Options(5.0, 5.0, Policy(0, 0.0), {HOST: "http://mock.example"})
    with Pipeline(FileRules(), made, httpx.MockTransport(answer)) as pipeline:
        assert pipeline.send(Request(SEND, {"body": io.BytesIO(LONG)}), read) == b"ok"
    assert seen == [LONG]


def test_a_parser_is_told_the_status(server: Echo) -> None:
    """Where successes differ."""

    def parse(content: bytes, status: int = 200) -> tuple[int, bytes]:
        return status, content

    server.answer = (202, {}, b"later")
    with Pipeline(FileRules(), options(server)) as pipeline:
        operation = SEND._replace(by_status=True)
        assert pipeline.send(Request(operation, {"body": b"x"}), parse) == (202, b"later")
