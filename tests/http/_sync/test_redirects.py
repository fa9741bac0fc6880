# Made from tests/http/_async/test_redirects.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that a redirect is followed by whatever carries requests, within the time of the attempt, and only where it is meant."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from opentelemetry import trace

from promptport.errors import CallError
from promptport.http._sync.pipeline import Pipeline
from promptport.http.hooks import Attempt
from promptport.http.options import Options
from promptport.http.schemes import SchemeRules
from promptport.model import Operation, Request, Scheme

HOST = "https://one.example"
GET = Operation("get", "GET", "/x", HOST, ("bearer",), repeatable=True, accept="*/*", redirects=True)
RULES = SchemeRules({"bearer": Scheme("bearer")}, {"bearer": "planted-token"})
SPAN = trace.NonRecordingSpan(trace.SpanContext(1, 2, is_remote=True))
TRACEPARENT = f"00-{1:032x}-{2:016x}-00"
CARRIERS = ["engine", "http_client"]


@contextmanager
def servers(*answers: tuple[int, dict[str, str], bytes]) -> Iterator[tuple[list[str], list[Any]]]:
    """One server for each answer, whose headers may name the next one as `{next}`; their addresses, and what arrived."""
    seen: list[Any] = []
    made: list[ThreadingHTTPServer] = []
    addresses: list[str] = []

    def handler(number: int) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                seen.append((number, {name.lower(): value for name, value in self.headers.items()}))
                status, headers, body = answers[number]
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value.format(next=addresses[min(number + 1, len(addresses) - 1)]))
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *given: Any) -> None:
                """Say nothing."""

        return Handler

    try:
        for number in range(len(answers)):
            made.append(ThreadingHTTPServer(("127.0.0.1", 0), handler(number)))
            addresses.append(f"http://127.0.0.1:{made[-1].server_port}")
            threading.Thread(target=made[-1].serve_forever, args=(0.01,), daemon=True).start()
        yield addresses, seen
    finally:
        for each in made:
            each.shutdown()
            each.server_close()


def options(address: str, **more: Any) -> Options:
    return Options.checked(timeout=5, retries=0, factor=0, hosts={HOST: address}, **more)


def got(carrier: str, address: str, operation: Operation = GET, **more: Any) -> bytes:
    """What is answered in the end."""
    client = httpx.Client(headers={"X-Own": "planted-own"}) if carrier == "http_client" else None
    try:
        with Pipeline(RULES, options(address, **more), None, client) as pipeline:
            return pipeline.send(Request(operation, {}), bytes)
    finally:
        if client is not None:
            client.close()


@pytest.mark.parametrize("carrier", CARRIERS)
def test_who_asks_is_told_to_the_platform_alone(carrier: str) -> None:
    """Over real connections; an application's own client adds nothing elsewhere, either."""
    with servers((302, {"Location": "{next}/y"}, b""), (200, {}, b"hello")) as (addresses, seen):
        assert got(carrier, addresses[0]) == b"hello"
    (_, first), (_, second) = seen
    assert first["authorization"] == "Bearer planted-token"
    assert "planted" not in str(second)
    assert second["host"] == addresses[1].removeprefix("http://")


@pytest.mark.one_python("OpenTelemetry is the same on all")
def test_observers_see_what_is_told_of_the_trace() -> None:
    """A header as any other; with what says who asks it does not meddle."""
    seen: list[Attempt] = []
    watch = SimpleNamespace(before=seen.append, after=lambda *_: None)
    with servers((200, {}, b"hello")) as (addresses, told), trace.use_span(SPAN):
        got("engine", addresses[0], hooks=[watch])
    assert seen[0].headers["traceparent"] == TRACEPARENT == told[0][1]["traceparent"]
    assert seen[0].headers["Authorization"] == "[hidden]"


@pytest.mark.one_python("OpenTelemetry is the same on all")
@pytest.mark.parametrize("carrier", CARRIERS)
def test_the_trace_is_told_to_the_platform_alone(carrier: str) -> None:
    around = servers((302, {"Location": "/z"}, b""))
    with around as (own, told), trace.use_span(SPAN), pytest.raises(CallError):
        got(carrier, own[0])  # it sends on to itself, again and again
    assert {headers.get("traceparent") for _, headers in told} == {TRACEPARENT}
    around = servers((302, {"Location": "{next}/y"}, b""), (200, {}, b"hello"))
    with around as (addresses, seen), trace.use_span(SPAN):
        assert got(carrier, addresses[0]) == b"hello"
    assert [headers.get("traceparent") for _, headers in seen] == [TRACEPARENT, None]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_no_other_operation_follows(carrier: str) -> None:
    """It is an error that tells where the platform would send on."""
    with servers((302, {"Location": "{next}/y"}, b""), (200, {}, b"hello")) as (addresses, seen):
        operation = GET._replace(redirects=False)
        with pytest.raises(CallError, match="not followed"):
            got(carrier, addresses[0], operation)
    assert [number for number, _ in seen] == [0]


def test_an_answer_from_elsewhere_is_bounded() -> None:
    with servers((302, {"Location": "{next}/y"}, b""), (200, {}, b"x" * 2000)) as (addresses, seen):
        with pytest.raises(CallError, match="at most 1,000 bytes"):
            got("engine", addresses[0], max_answer=1000)
        assert len(seen) == 2


def test_a_refusal_from_elsewhere_is_no_refusal_of_the_key() -> None:
    """It says who has refused; another key is not asked for."""
    with servers((302, {"Location": "{next}/y"}, b""), (401, {}, b"no")) as (addresses, seen):
        with pytest.raises(CallError, match="no") as caught:
            got("engine", addresses[0])
        assert (caught.value.status_code, len(seen)) == (401, 2)
    assert "So answered 127.0.0.1" in (caught.value.hint or "")


def test_what_is_not_there_is_told_by_its_name() -> None:
    with servers((302, {"Location": "http://127.0.0.1:9/y"}, b"")) as (addresses, seen):
        with pytest.raises(CallError, match=r"127\.0\.0\.1, to which the platform sends on") as caught:
            got("engine", addresses[0])
        assert "whether that host can be reached" in (caught.value.hint or "")
        assert len(seen) == 1
