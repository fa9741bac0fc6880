# Made from tests/http/_async/test_transport.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that the events of a stream are read whatever bytes carry them, and that no connection is left behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from threading import Event

import httpx
import pytest

from promptport.concurrency.single_flight.blocking import pause
from promptport.promptrails import (
    PromptRails,
    ContentEvent,
    ErrorEvent,
    ExecutionEvent,
    NotFoundError,
    PromptRailsError,
    StreamEvent,
    ThinkingEvent,
)

from ..pieces import CASES, DONE, START, TEXT, WHOLE, Pieces
from ..servers import Streaming, serving

KEY = "YOUR_API_KEY"


def told(event: StreamEvent) -> str:
    """An event in short: its type, and its text."""
    match event:
        case ContentEvent() | ThinkingEvent():
            return f"{event.type} {event.content}"
        case ExecutionEvent():
            return f"{event.type} {event.execution_id}"
        case ErrorEvent():
            return f"{event.type} {event.message}"
        case _:
            return event.type


class Server(Streaming):
    """The server of these tests."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server that streams what `Server.pieces` holds."""
    Server.pieces, Server.then, Server.media, Server.gone = [WHOLE], "end", "text/event-stream", Event()
    with serving(Server) as found:
        yield found


def let_go() -> bool:
    """Whether the connection was closed. An event loop needs a few turns for it, a blocking client none."""
    for _ in range(5):
        pause(0)
    return Server.gone.wait(5)


def answering(pieces: Sequence[bytes | Exception], media: str = "text/event-stream") -> tuple[PromptRails, Pieces]:
    """A client whose every answer is made of these pieces, cut exactly so."""
    stream = Pieces(pieces)
    transport = httpx.MockTransport(lambda request: httpx.Response(200, headers={"content-type": media}, stream=stream))
    return PromptRails(KEY, transport=transport), stream


@pytest.mark.parametrize("name", CASES)
def test_events_whatever_bytes_carry_them(name: str) -> None:
    """As the standard has it: line ends, comments, marks, cuts, and what is no event."""
    case = CASES[name]
    client, stream = answering(case.pieces, case.media)
    with client:
        assert [told(event) for event in client.executions.stream("e")] == list(case.seen)
    assert stream.closed == 1


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if len(case.pieces) < 5])
def test_events_from_a_socket(name: str, address: str) -> None:
    """The same through the client's own connections, posting a message."""
    Server.pieces, Server.media = CASES[name].pieces, CASES[name].media
    with PromptRails(KEY, base_url=address) as client:
        events = client.chat.send_message_stream("s", content="hello")
        assert [told(event) for event in events] == list(CASES[name].seen)


@pytest.mark.parametrize(
    ("pieces", "kind", "words", "seen"),
    [
        ([START, b"event: content\ndata: oops\n\n", DONE], "unreadable", "expected JSON", 1),
        ([b"event: content\ndata: [1]\n\n", DONE], "unreadable", "expected an object, found a list", 0),
        ([b"event: done\ndata: 3\n\n"], "unreadable", "expected an object", 0),
        ([START, TEXT], "connection", "stopped before its last event", 2),
        ([], "connection", "stopped before its last event", 0),
        ([START, TEXT[:20]], "connection", "stopped before its last event", 1),
        ([START, DONE[:-1]], "connection", "stopped before its last event", 1),
        ([START, httpx.ReadError("gone")], "connection", "The connection broke: gone", 1),
        ([START, TEXT[:20], httpx.RemoteProtocolError("cut")], "connection", "The connection broke: cut", 1),
        ([START, httpx.ReadTimeout("late")], "timeout", "The stream was silent for 300 s", 1),
    ],
)
def test_streams_that_fail(pieces: Sequence[bytes | Exception], kind: str, words: str, seen: int) -> None:
    """What can't be read, or stops too early, is an error that says so, after the events that came before."""
    client, stream = answering(pieces)
    with client:
        events = client.executions.stream("e")
        assert [(next(events)).type for _ in range(seen)] == ["execution", "content"][:seen]
        with pytest.raises(PromptRailsError, match=words) as caught:
            next(events)
    assert (caught.value.kind, caught.value.operation, caught.value.attempts) == (kind, "executions_stream", 1)
    assert stream.closed == 1


def test_answer_that_is_no_stream() -> None:
    """A success of another kind than events can't be read."""
    client, stream = answering([b'{"data": {}}'], "application/json")
    with client:
        with pytest.raises(PromptRailsError, match="expected an event stream"):
            next(client.executions.stream("e"))
    assert stream.closed == 1


def test_bytes_that_are_not_compressed_as_they_say() -> None:
    """An answer that lies about its compression can't be read, and nothing else escapes."""
    stream = Pieces([WHOLE])
    headers = {"content-type": "text/event-stream", "content-encoding": "gzip"}
    transport = httpx.MockTransport(lambda request: httpx.Response(200, headers=headers, stream=stream))
    with PromptRails(KEY, transport=transport) as client:
        with pytest.raises(PromptRailsError) as caught:
            next(client.executions.stream("e"))
    assert caught.value.kind in ("unreadable", "connection")


def test_server_gone_within_an_event(address: str) -> None:
    """A connection that closes in the middle of an event is an error, and half an event is none."""
    Server.pieces, Server.then = [START, TEXT[:30]], "cut"
    with PromptRails(KEY, base_url=address) as client:
        events = client.executions.stream("e")
        assert told(next(events)) == "execution e"
        with pytest.raises(PromptRailsError, match="The connection broke"):
            next(events)


def test_stream_ends_with_done_although_the_server_stays(address: str) -> None:
    """After the last event the connection is let go, whatever the server means to do with it."""
    Server.then = "stay"
    with PromptRails(KEY, base_url=address) as client:
        assert [event.type for event in client.executions.stream("e")] == ["execution", "content", "done"]
        assert let_go()


def test_leaving_early_lets_the_connection_go(address: str) -> None:
    """`break` is enough; so are `close` and a block."""
    Server.pieces, Server.then = [START], "stay"
    with PromptRails(KEY, base_url=address) as client:
        for event in client.executions.stream("e"):
            assert event.type == "execution"
            break
        gc.collect()
        assert let_go()

        Server.gone.clear()
        with client.executions.stream("e") as events:
            assert told(next(events)) == "execution e"
        assert let_go()

        Server.gone.clear()
        events = client.executions.stream("e")
        assert told(next(events)) == "execution e"
        events.close()
        events.close()
        assert let_go()


def test_nothing_is_sent_before_the_first_event(address: str) -> None:
    """A stream begins when its first event is asked for."""
    with PromptRails(KEY, base_url="http://127.0.0.1:9") as client:
        events = client.executions.stream("e")
        events.close()


def test_silence(address: str) -> None:
    """`idle_timeout` bounds the silence between events, `timeout` the time until the stream begins, and no more."""
    Server.pieces, Server.then = [START], "stay"
    with PromptRails(KEY, base_url=address, timeout=0.2, idle_timeout=0.5) as client:
        with pytest.raises(PromptRailsError, match=r"silent for 0\.5 s") as caught:
            assert [event for event in client.executions.stream("e")]
    assert caught.value.kind == "timeout"
    assert let_go()


def test_refusal_of_a_stream() -> None:
    """An error before the stream begins is the error of any other call."""
    answer = httpx.Response(404, json={"error": {"code": "not_found", "message": "no such execution"}})
    with PromptRails(KEY, transport=httpx.MockTransport(lambda request: answer)) as client:
        with pytest.raises(NotFoundError, match="no such execution"):
            assert [event for event in client.executions.stream("e")]
