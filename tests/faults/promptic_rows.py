"""The fault table of Promptic, as data: what the platform or the network does, and how every operation must end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from promptport.testing import Fault

from ..promptic.wire import METHODS, OPERATIONS, example

SECRET = "pk_planted0123456789"
SLOW = 0.2  # seconds of an attempt, in the rows where nothing comes


class Class(NamedTuple):
    """What the contract says of an operation, as far as its ends depend on it.

    Attributes:
        twice: Whether it may be sent twice.
        blank: Whether it has no answer, and so looks at no body.
        nullable: Whether its answer may be null.
        raw: Whether it answers the bytes that come, whatever they are.
    """

    twice: bool
    blank: bool
    nullable: bool
    raw: bool


def class_of(method: str) -> Class:
    """The class of a method's operation."""
    operation, answer = OPERATIONS[method], example(method)
    content = operation["responses"][str(answer.status_code)].get("content", {})
    kinds = content.get("application/json", {"schema": {}})["schema"].get("oneOf", ())
    return Class(bool(operation["x-repeatable"]), not content, {"type": "null"} in kinds, "*/*" in content)


CLASSES = {method: class_of(method) for method in METHODS}


class Row(NamedTuple):
    """What the platform answers, and how a call must end.

    Attributes:
        does: Scripted answers, in order. After them comes the contract's example of a success.
        status: `status_code` of the error; None for a success.
        words: A part of the error's text.
        requests: How many requests an operation sends that may be sent twice.
        once: `status_code` of the error of an operation that may not; it sends one request. None where it ends alike.
        blank: Whether the operations without an answer end well, which look at no body.
        null: Whether the operations that may answer null end well.
        waits: Seconds that are waited before retries, where the platform says so.
    """

    does: tuple[Mapping[str, Any], ...]
    status: int | None
    words: str = ""
    requests: int = 1
    once: int | None = None
    blank: bool = False
    null: bool = False
    waits: tuple[float, ...] | None = None


class Broken(NamedTuple):
    """What the connection does, and how a call must end.

    Attributes:
        does: A fault of the connection.
        words: A part of the error's text; empty for a success.
        requests: How many requests arrive of an operation that may be sent twice.
        once: How many of one that may not.
    """

    does: Fault
    words: str
    requests: int
    once: int


def said(status: int, value: object, **more: Any) -> dict[str, Any]:
    """An error as Promptic sends it."""
    return {"status": status, "json": {"error": value}, **more}


def page(status: int) -> dict[str, Any]:
    """A page in place of an answer."""
    text = "<html><head><title>Sorry, busy</title></head></html>"
    return {"status": status, "headers": {"Content-Type": "text/html"}, "body": text}


def after(value: str, status: int = 429) -> dict[str, Any]:
    """A throttling answer with `Retry-After`."""
    return said(status, "Too many requests", headers={"Retry-After": value})


ROWS: dict[str, Row] = {
    # Throttling
    "429, seconds": Row((after("2"),), None, requests=2, once=429, waits=(2.0,)),
    "429, nonsense": Row((after("soon"),), None, requests=2, once=429),
    "429, huge": Row((after("300"),), 429, "retry after 300 s"),
    "429, absent": Row((said(429, "slow"),) * 3, 429, "slow", 3, once=429),
    "429, a page": Row((page(429),), None, requests=2, once=429),
    "503, seconds": Row((after("3", 503),), None, requests=2, once=503, waits=(3.0,)),
    # The server's failures
    "one 500": Row((said(500, "broken"),), None, requests=2, once=500),
    "500 for ever": Row((said(500, "broken"),) * 3, 500, "broken", 3, once=500),
    "502 for ever": Row((page(502),) * 3, 502, "an HTML page: Sorry, busy", 3, once=502),
    "503 for ever": Row(({"status": 503},) * 3, 503, "without a word", 3, once=503),
    "504 for ever": Row(({"status": 504},) * 3, 504, "without a word", 3, once=504),
    "520, a text": Row(({"status": 520, "body": "server is down"},) * 3, 520, "server is down", 3, once=520),
    "408": Row(({"status": 408},), None, requests=2, once=408),
    # Refusals
    "400": Row((said(400, "name is required"),), 400, "name is required"),
    "401": Row((said(401, "Invalid or missing API key"),), 401, "PROMPTIC_API_KEY"),
    "402": Row((said(402, "Upgrade"),), 402, "Upgrade"),
    "403": Row((said(403, "No access"),), 403, "No access"),
    "403, a page": Row((page(403),), 403, "an HTML page: Sorry, busy"),
    "404": Row((said(404, "Not found"),), 404, "Not found"),
    "404, a page": Row((page(404),), 404, "check the address"),
    "409": Row((said(409, "It has started"),), 409, "It has started"),
    "413": Row((said(413, "Too large"),), 413, "Too large"),
    "422": Row((said(422, "Odd"),), 422, "Odd"),
    "the error is an object": Row((said(400, {"message": "inner", "code": 7}),), 400, "inner"),
    "the error is an odd object": Row((said(400, {"a": [1]}),), 400, '"a"'),
    "the error is a list": Row((said(400, ["x", 1]),), 400, '"x"'),
    "the error is null": Row((said(400, None),), 400, "null"),
    "the error is a number": Row((said(400, 3),), 400, "3"),
    "the error is blank": Row((said(400, "  "),), 400, "error"),
    "the error has another name": Row(({"status": 400, "json": {"message": "m"}},), 400, "message"),
    "the body is a list": Row(({"status": 400, "json": [1, 2]},), 400, "[1"),
    "the body is nested": Row(({"status": 400, "body": '{"error":' + "[" * 3000 + "]" * 3000 + "}"},), 400, "[[["),
    "gzip that lies": Row((said(400, "x", headers={"Content-Encoding": "gzip"}),), 400, "HTTP 400"),
    "redirect to the same origin": Row(({"status": 307, "headers": {"Location": "/"}},), 307, "307"),
    "redirect elsewhere, as JSON": Row(
        ({"status": 302, "headers": {"Location": "http://127.0.0.1:9/"}, "json": {"id": "x"}},), 302, "302"
    ),
    "304": Row(({"status": 304},), 304, "304"),
    # Successes that can't be read
    "200, a page": Row((page(200),), 0, "expected JSON"),
    "200, truncated JSON": Row(({"status": 200, "body": '{"id": "s"'},), 0, "expected JSON"),
    "200, a list": Row(({"status": 200, "json": []},), 0, "expected an object, found a list", blank=True),
    "200, a text": Row(({"status": 200, "json": "done"},), 0, "expected an object, found a str", blank=True),
    "200, empty": Row(({"status": 200, "body": ""},), 0, "an empty body", blank=True),
    "204": Row(({"status": 204},), 0, "an empty body", blank=True, null=True),
    "200, null": Row(({"status": 200, "json": None},), 0, "expected an object, found null", blank=True, null=True),
    "200, brotli": Row(
        ({"status": 200, "headers": {"Content-Encoding": "br"}, "body": "x"},), 0, "something else, called br"
    ),
}  # fmt: skip

# Of connections, the operations differ in nothing but whether they may be sent twice: one of each kind stands for all.
CONNECTIONS: dict[str, Broken] = {
    "refused": Broken(Fault("refuse"), "There is no connection", 0, 0),
    "reset before the answer": Broken(Fault("reset"), "The connection broke", 3, 1),
    "reset within the body": Broken(Fault("reset", after=300), "The connection broke", 3, 1),
    "hanging": Broken(Fault("hang"), "in time", 3, 1),
    "hanging within the body": Broken(Fault("hang", after=300), "in time", 3, 1),
    "dribbled": Broken(Fault("dribble", seconds=0.05), "in time", 3, 1),
    "cut before the answer": Broken(Fault("cut"), "The connection broke", 3, 1),
    "cut body": Broken(Fault("cut", after=300), "The connection broke", 3, 1),
    "late, but in time": Broken(Fault("delay", seconds=0.02), "", 1, 1),
}
