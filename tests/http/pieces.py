"""Event streams as bytes, cut at will: the cases that a reader of events must know, and what carries them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import NamedTuple

import httpx

START = b'event: execution\ndata: {"execution_id": "e"}\n\n'
TEXT = 'event: content\ndata: {"content": "häuser 🏠"}\n\n'.encode()
DONE = b'event: done\ndata: {"output": {"content": "all"}}\n\n'
WHOLE = START + TEXT + DONE
LONG = "x" * 10_000_000
SEEN = ["execution e", "content häuser 🏠", "done"]


class Case(NamedTuple):
    """A stream, and what is read of it: the type of each event, with its text."""

    pieces: Sequence[bytes]
    seen: Sequence[str] = SEEN
    media: str = "text/event-stream"


def each_byte(text: bytes) -> list[bytes]:
    """A text, cut between all bytes."""
    return [text[at : at + 1] for at in range(len(text))]


def ending(text: bytes, end: bytes) -> bytes:
    """The text with other line ends."""
    return text.replace(b"\n", end)


def content(text: str) -> bytes:
    """An event with a text; its line ends other than those of JSON go as they are."""
    return b"event: content\ndata: %s\n\n" % json.dumps({"content": text}, ensure_ascii=False).encode()


MARK = b"\xef\xbb\xbf"
CUT = WHOLE.index("🏠".encode()) + 2  # inside of a character
CASES: dict[str, Case] = {
    "as documented": Case([WHOLE]),
    "CRLF": Case([ending(WHOLE, b"\r\n")]),
    "CRLF, cut between": Case([ending(START, b"\r\n")[:-1], b"\n" + ending(TEXT + DONE, b"\r\n")]),
    "CR": Case([ending(WHOLE, b"\r")]),
    "all line ends": Case([START, ending(TEXT, b"\r"), ending(DONE, b"\r\n")]),
    "a byte at a time": Case(each_byte(WHOLE)),
    "a byte at a time, CRLF": Case(each_byte(ending(WHOLE, b"\r\n"))),
    "a byte at a time, CR": Case(each_byte(ending(WHOLE, b"\r"))),
    "cut inside of a character": Case([WHOLE[:CUT], WHOLE[CUT:]]),
    "a mark at the beginning": Case([MARK + WHOLE]),
    "a mark, cut": Case([MARK[:1], MARK[1:] + WHOLE[:3], WHOLE[3:]]),
    "data in several lines": Case([b'event: content\ndata: {"content":\ndata: "a b"}\n\n' + DONE], ["content a b", "done"]),
    "no blank after the colon": Case([b'event:content\ndata:{"content":"a"}\n\n' + DONE], ["content a", "done"]),
    "the name after the data": Case([b'data: {"content": "a"}\nevent: content\n\n' + DONE], ["content a", "done"]),
    "comments and other fields": Case([b": hello\n\n:\nid: 7\nretry: 10\nodd: x\nodd\n" + WHOLE[:50] + WHOLE[50:]]),
    "an id before every event": Case([b"id: 7\n\n", START, b"id: 8\n", TEXT, b"id\n\n", DONE]),
    "unknown events": Case([b'event: odd\ndata: ?\n\ndata: {"content": "unnamed"}\n\n' + WHOLE]),
    "events without data": Case([b"event: content\n\nevent: content\ndata:\n\n" + WHOLE]),
    "an end without data": Case([START + b"event: done\n\n" + TEXT], ["execution e"]),
    "something after the end": Case([WHOLE + TEXT]),
    "an error ends it": Case([START + b'event: error\ndata: {"message": "m"}\n\n' + TEXT], ["execution e", "error m"]),
    "another encoding is announced": Case([WHOLE], media="text/event-stream; charset=iso-8859-1"),
    "10 MB in one event": Case([content(LONG), DONE], [f"content {LONG}", "done"]),
    "line ends that are none": Case([content("a\u2028b\x85c\x1dd"), DONE], ["content a\u2028b\x85c\x1dd", "done"]),
    # What says less than it should
    "an execution without its id": Case(
        [b'event: execution\ndata: {}\n\n', b'event: execution\ndata: {"execution_id": ""}\n\n', WHOLE]
    ),
    "a tool without its id": Case([b'event: tool_start\ndata: {"name": "n"}\n\nevent: tool_end\ndata: {"id": null}\n\n' + WHOLE]),
    "a text that is none": Case(
        [b'event: content\ndata: {}\n\nevent: thinking\ndata: {"content": [1]}\n\n', DONE], ["content ", "thinking ", "done"]
    ),
    "an error in `error`": Case([b'event: error\ndata: {"error": "m"}\n\n'], ["error m"]),
    "an error within `error`": Case([b'event: error\ndata: {"error": {"code": "c", "message": "m"}}\n\n'], ["error m"]),
    "an error without a word": Case([b'event: error\ndata: {"message": 3}\n\n'], ["error The execution failed."]),
}  # fmt: skip


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The pieces as the body of an answer, in both worlds; an exception among them is raised in its turn."""

    def __init__(self, pieces: Sequence[bytes | Exception]) -> None:
        self._pieces = pieces
        self.closed = 0

    def __iter__(self) -> Iterator[bytes]:
        for each in self._pieces:
            if isinstance(each, Exception):
                raise each
            yield each

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for each in self:
            yield each

    def close(self) -> None:
        """Count."""
        self.closed += 1

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1
