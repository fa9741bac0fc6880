"""The fault table, as data: what a platform or the network does, and how a call must end. These rows hold for all platforms."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, NamedTuple

from promptport.testing import Fault, FaultProxy, Platform

SLOW = 0.25  # seconds of an attempt, in the rows where nothing comes
PAST = format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)
YEAR = format_datetime(datetime.now(UTC) + timedelta(days=365), usegmt=True)


class Row(NamedTuple):
    """A fault, and how a call must end.

    Attributes:
        does: A scripted answer, a fault of the connection, or the scheme that the client uses at a plain port.
        kind: `ok`, or the `kind` of the error.
        status: `status_code` of the error; 0 where no answer came, or none that can be read.
        words: A part of the error's text.
        requests: How many requests are sent; None where the connection fails before one.
        timeout: Seconds of an attempt.
        waits: Seconds that are waited before retries, where the platform says so.
        beside: A scripted answer of another operation.
    """

    does: Mapping[str, Any] | Fault | str
    kind: str
    status: int
    words: str
    requests: int | None
    timeout: float = 2.0
    waits: tuple[float, ...] | None = None
    beside: Mapping[str, Any] | None = None

    @property
    def longest(self) -> float:
        """Seconds that the call takes at the most: all attempts, and something for a busy machine."""
        return self.timeout * 4 + 3


class Table(NamedTuple):
    """The rows of one call.

    Attributes:
        platform: Whose call it is.
        operation: The operation that meets the faults.
        rows: The rows by name.
        error: The class of the error that a row ends in, where it ends in one.
        prepare: Puts the table's credentials into the platform.
        secrets: What nothing may show, once the call is over.
    """

    platform: str
    operation: str
    rows: Mapping[str, Row]
    error: Callable[[Row], type[Exception]]
    prepare: Callable[[Platform], object]
    secrets: Callable[[Platform], list[str]]

    def begin(self, name: str, platform: Platform, proxy: FaultProxy) -> tuple[str, str]:
        """Let the fault wait for the next requests.

        Returns:
            The address at which the operation meets the fault, and the one at which all is well.
        """
        self.prepare(platform)
        does, beside = self.rows[name].does, self.rows[name].beside
        proxy.fault = does if isinstance(does, Fault) else Fault()
        if isinstance(does, Mapping):
            platform.script(self.platform, {**does, "operation": self.operation})
        if beside is not None:
            platform.script(self.platform, beside)
        address = f"{proxy.url}/{self.platform}"
        return address.replace("http:", "https:") if does == "https" else address, platform.url(self.platform)


def html(status: int) -> dict[str, Any]:
    """A page in place of an answer."""
    page = "<html><head><title>Sorry, busy</title></head></html>"
    return {"status": status, "headers": {"Content-Type": "text/html"}, "body": page}


def failing(status: int, times: int = 4) -> dict[str, Any]:
    """An answer without a word, as often as all attempts."""
    return {"status": status, "times": times}


def common(says: Callable[[str], Any], good: Callable[..., dict[str, Any]], required: str) -> dict[str, Row]:
    """The rows that all platforms have.

    Args:
        says: How the platform writes an error with this message.
        good: A readable answer, with these fields changed.
        required: A field that an answer can't be without.
    """

    def error(status: int, message: str, **more: Any) -> dict[str, Any]:
        return {"status": status, "json": says(message), **more}

    def after(value: str, status: int = 429) -> dict[str, Any]:
        return error(status, "slow down", headers={"Retry-After": value})

    def answer(**more: Any) -> dict[str, Any]:
        return {"status": 200, "json": good(**more)}

    big = {"status": 200, "body": json.dumps(good(more="x" * 10_000_000))}
    deep = {"status": 200, "body": '{"a":' * 100_000 + "1" + "}" * 100_000}
    nulls = {"error": None, "message": None, "detail": None}
    # Not too deep for the decoder, but for whatever would copy or write it.
    deeper, less = (
        {"status": 200, "body": json.dumps(good(more="HERE")).replace('"HERE"', "[" * depth + '"]"' + "]" * depth)}
        for depth in (700, 190)
    )
    gzip = {"headers": {"Content-Encoding": "gzip"}}
    return {
        # The connection
        "refused": Row(Fault("refuse"), "connection", 0, "There is no connection", None),
        "TLS to a plain port": Row("https", "connection", 0, "There is no connection", None),
        "reset before the answer": Row(Fault("reset"), "connection", 0, "The connection broke", 4),
        "reset within the head": Row(Fault("reset", after=40), "connection", 0, "The connection broke", 4),
        "reset within the body": Row(Fault("reset", after=300), "connection", 0, "The connection broke", 4),
        "reset once": Row(Fault("reset", times=1), "ok", 200, "", 2),
        "hanging": Row(Fault("hang"), "timeout", 0, "in time", 4, SLOW),
        "hanging within the body": Row(Fault("hang", after=300), "timeout", 0, "in time", 4, SLOW),
        "dribbled head": Row(Fault("dribble", seconds=0.05), "timeout", 0, "in time", 4, SLOW),
        "dribbled body": Row(Fault("dribble", after=300, seconds=0.05), "timeout", 0, "in time", 4, SLOW),
        "cut before the answer": Row(Fault("cut"), "connection", 0, "The connection broke", 4),
        "cut body": Row(Fault("cut", after=300), "connection", 0, "The connection broke", 4),
        "late, but in time": Row(Fault("delay", seconds=0.05), "ok", 200, "", 1),
        "closed by the server, once": Row({"drop": True}, "ok", 200, "", 2),
        # Throttling
        "429, seconds": Row(after("2"), "ok", 200, "", 2, waits=(2.0,)),
        "429, seconds with a point": Row(after("1.5"), "ok", 200, "", 2, waits=(1.5,)),
        "429, a date": Row(after(PAST), "ok", 200, "", 2, waits=(0.0,)),
        "429, a date far off": Row(after(YEAR), "status", 429, "slow down", 1),
        "429, huge": Row(after("300"), "status", 429, "slow down", 1),
        "429, absurd": Row(after("9" * 400), "status", 429, "slow down", 1),
        "429, negative": Row(after("-5"), "ok", 200, "", 2, waits=(0.0,)),
        "429, nonsense": Row(after("soon"), "ok", 200, "", 2),
        "429, absent": Row(error(429, "Used up.", times=4), "status", 429, "Used up.", 4),
        "429, a page": Row(html(429), "ok", 200, "", 2),
        "503, seconds": Row(after("3", 503), "ok", 200, "", 2, waits=(3.0,)),
        # The server's failures
        "one 500": Row(error(500, "broken"), "ok", 200, "", 2),
        "three 503": Row(failing(503, 3), "ok", 200, "", 4),
        "500 for ever": Row(error(500, "broken", times=4), "status", 500, "broken", 4),
        "502 for ever": Row(html(502) | {"times": 4}, "status", 502, "an HTML page: Sorry, busy", 4),
        "503 for ever": Row(failing(503), "status", 503, "without a word", 4),
        "504 for ever": Row(failing(504), "status", 504, "without a word", 4),
        "520 for ever": Row(failing(520) | {"body": "server is down"}, "status", 520, "server is down", 4),
        "408": Row({"status": 408}, "ok", 200, "", 2),
        # Refusals
        "400": Row(error(400, "no, never"), "status", 400, "no, never", 1),
        "401": Row(error(401, "not known"), "status", 401, "not known", 1),
        "403, a page": Row(html(403), "status", 403, "an HTML page: Sorry, busy", 1),
        "404": Row(error(404, "no workspace"), "status", 404, "no workspace", 1),
        "409": Row(error(409, "Clash"), "status", 409, "Clash", 1),
        "418": Row(error(418, "a teapot"), "status", 418, "a teapot", 1),
        "the error is null": Row({"status": 400, "json": None}, "status", 400, "null", 1),
        "the error is a number": Row({"status": 400, "json": 3}, "status", 400, "3", 1),
        "the error is a list": Row({"status": 400, "json": [1, 2]}, "status", 400, "[1,", 1),
        "the error is of nulls": Row({"status": 400, "json": nulls}, "status", 400, "null", 1),
        "the error is nested without end": Row({**deep, "status": 400}, "status", 400, "", 1),
        "redirect to the same origin": Row({"status": 307, "headers": {"Location": "/"}}, "status", 307, "307", 1),
        "redirect elsewhere": Row({"status": 302, "headers": {"Location": "http://127.0.0.1:9/"}}, "status", 302, "302", 1),
        "304": Row({"status": 304}, "status", 304, "304", 1),
        "400, gzip that lies": Row(error(400, "x") | gzip, "status", 400, "HTTP", 1),
        # Successes that can't be read, and some that can
        "200, a page": Row(html(200), "unreadable", 0, "expected JSON", 1),
        "200, truncated JSON": Row({"status": 200, "body": '{"a": "s"'}, "unreadable", 0, "expected JSON", 1),
        "200, empty": Row({"status": 200, "body": ""}, "unreadable", 0, "an empty body", 1),
        "204": Row({"status": 204}, "unreadable", 0, "an empty body", 1),
        "200, a list": Row({"status": 200, "json": []}, "unreadable", 0, "expected an object, found a list", 1),
        "200, null": Row({"status": 200, "json": None}, "unreadable", 0, "expected an object, found null", 1),
        "200, no field of it": Row({"status": 200, "json": {"a": 1}}, "unreadable", 0, f"{required}: expected", 1),
        "200, a wrong kind": Row(answer(**{required: ["s"]}), "ok", 200, "", 1),
        "200, nested without end": Row(deep, "unreadable", 0, "expected JSON", 1),
        "200, nested too deeply": Row(deeper, "unreadable", 0, "nested more than 200 deep", 1),
        "200, nested deeply": Row(less, "ok", 200, "", 1),
        "200, no UTF-8": Row({"status": 200, "body": b'{"a": "\xff"}'}, "unreadable", 0, "expected JSON", 1),
        "200, gzip that lies": Row(answer() | gzip, "unreadable", 0, "something else, called gzip", 1),
        "200, brotli": Row(answer() | {"headers": {"Content-Encoding": "br"}}, "unreadable", 0, "something else, called br", 1),
        "200, unknown fields and values": Row(answer(status="retired", newField={"a": [1]}), "ok", 200, "", 1),
        "200, that says it failed": Row(answer(ok=False, error="no"), "ok", 200, "", 1),
        "200, 10 MB": Row(big, "ok", 200, "", 1),
        "203": Row(answer() | {"status": 203}, "ok", 203, "", 1),
    }  # fmt: skip
