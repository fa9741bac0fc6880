"""The fault table of xR2, as data: what the platform or the network does, and how `get_prompt` must end."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, NamedTuple

from promptport.testing import Fault, FaultProxy, Platform

SECRET = "xr2_prod_planted0123456789"
SLOW = 0.25  # seconds of an attempt, in the rows where nothing comes


class Row(NamedTuple):
    """A fault, and how a call must end.

    Attributes:
        does: A scripted answer, a fault of the connection, or the scheme that the client uses at a plain port.
        status: `status_code` of the response.
        error: The error's class; empty for a success.
        words: A part of the error's text.
        requests: How many requests are sent; None where the connection fails before one.
        timeout: Seconds of an attempt.
        waits: Seconds that are waited before retries, where the platform says so.
    """

    does: Mapping[str, Any] | Fault | str
    status: int
    error: str
    words: str
    requests: int | None
    timeout: float = 2.0
    waits: tuple[float, ...] | None = None

    @property
    def longest(self) -> float:
        """Seconds that the call takes at the most: all attempts, and something for a busy machine."""
        return self.timeout * 4 + 3


def html(status: int) -> dict[str, Any]:
    """A page in place of an answer."""
    page = "<html><head><title>Sorry, busy</title></head></html>"
    return {"status": status, "headers": {"Content-Type": "text/html"}, "body": page}


def detail(status: int, value: object, **more: Any) -> dict[str, Any]:
    """An error as xR2 sends it."""
    return {"status": status, "json": {"detail": value, **more}}


def good(**more: Any) -> dict[str, Any]:
    """A readable answer."""
    return {"status": 200, "json": {
        "slug": "s", "source_name": "x", "version_number": 1, "status": "production", "trace_id": "t",
        "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:00:00Z", **more}}  # fmt: skip


def after(value: str, status: int = 429) -> dict[str, Any]:
    """A throttling answer with `Retry-After`."""
    return {"status": status, "headers": {"Retry-After": value}, "json": {"detail": "slow down"}}


LIMIT = {"error": "API rate limit exceeded", "message": "Used up."}
FAR = "2999-01-01T00:00:00Z"
BAD = [{"type": "missing", "loc": ["body", "slug"], "msg": "Field required"}, "odd"]
PAST = format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)
YEAR = format_datetime(datetime.now(UTC) + timedelta(days=365), usegmt=True)

ROWS: dict[str, Row] = {
    # The connection
    "refused": Row(Fault("refuse"), 0, "APIError", "There is no connection", None),
    "TLS to a plain port": Row("https", 0, "APIError", "There is no connection", None),
    "reset before the answer": Row(Fault("reset"), 0, "APIError", "The connection broke", 4),
    "reset within the head": Row(Fault("reset", after=40), 0, "APIError", "The connection broke", 4),
    "reset within the body": Row(Fault("reset", after=300), 0, "APIError", "The connection broke", 4),
    "reset once": Row(Fault("reset", times=1), 200, "", "", 2),
    "hanging": Row(Fault("hang"), 0, "APIError", "in time", 4, SLOW),
    "hanging within the body": Row(Fault("hang", after=300), 0, "APIError", "in time", 4, SLOW),
    "dribbled head": Row(Fault("dribble", seconds=0.05), 0, "APIError", "in time", 4, SLOW),
    "dribbled body": Row(Fault("dribble", after=300, seconds=0.05), 0, "APIError", "in time", 4, SLOW),
    "cut before the answer": Row(Fault("cut"), 0, "APIError", "The connection broke", 4),
    "cut body": Row(Fault("cut", after=300), 0, "APIError", "The connection broke", 4),
    "late, but in time": Row(Fault("delay", seconds=0.05), 200, "", "", 1),
    "closed by the server, once": Row({"drop": True}, 200, "", "", 2),
    # Throttling
    "429, seconds": Row(after("2"), 200, "", "", 2, waits=(2.0,)),
    "429, seconds with a point": Row(after("1.5"), 200, "", "", 2, waits=(1.5,)),
    "429, a date": Row(after(PAST), 200, "", "", 2, waits=(0.0,)),
    "429, a date far off": Row(after(YEAR), 429, "APIError", "slow down", 1),
    "429, huge": Row(after("300"), 429, "APIError", "retry after 300 s", 1),
    "429, absurd": Row(after("9" * 400), 429, "APIError", "slow down", 1),
    "429, negative": Row(after("-5"), 200, "", "", 2, waits=(0.0,)),
    "429, nonsense": Row(after("soon"), 200, "", "", 2),
    "429, absent": Row(detail(429, LIMIT) | {"times": 4}, 429, "APIError", "Used up.", 4),
    "429, in the body": Row(detail(429, "slow down", retry_after=300), 429, "APIError", "slow down", 1),
    "429, a short time in the body": Row(detail(429, "slow down", retry_after=1), 200, "", "", 2, waits=(1.0,)),
    "429, until tomorrow": Row(detail(429, {**LIMIT, "reset_time": FAR}), 429, "APIError", "Used up.", 1),
    "429, a page": Row(html(429), 200, "", "", 2),
    "503, seconds": Row(after("3", 503), 200, "", "", 2, waits=(3.0,)),
    # The server's failures
    "one 500": Row(detail(500, "broken"), 200, "", "", 2),
    "three 503": Row({"status": 503, "times": 3}, 200, "", "", 4),
    "500 for ever": Row(detail(500, "broken") | {"times": 4}, 500, "APIError", "broken", 4),
    "502 for ever": Row(html(502) | {"times": 4}, 502, "APIError", "an HTML page: Sorry, busy", 4),
    "503 for ever": Row({"status": 503, "times": 4}, 503, "APIError", "without a word", 4),
    "504 for ever": Row({"status": 504, "times": 4}, 504, "APIError", "without a word", 4),
    "520 for ever": Row({"status": 520, "body": "server is down", "times": 4}, 520, "APIError", "server is down", 4),
    "408": Row({"status": 408}, 200, "", "", 2),
    "a 500 that holds a 404": Row(detail(500, "Failed: 404: x") | {"times": 4}, 500, "APIError", "Failed: 404: x", 4),
    # Refusals
    "400": Row(detail(400, "no"), 400, "APIError", "no", 1),
    "401": Row(detail(401, "no such key"), 401, "AuthenticationError", "XR2_API_KEY", 1),
    "403, a page": Row(html(403), 403, "AuthenticationError", "an HTML page: Sorry, busy", 1),
    "404": Row(detail(404, "no workspace"), 404, "PromptNotFoundError", "no workspace", 1),
    "404, message null": Row(detail(404, {"message": None}), 404, "PromptNotFoundError", "detail", 1),
    "409, message null": Row(detail(409, {"message": None, "error": "Clash"}), 409, "APIError", "Clash", 1),
    "422, a list": Row(detail(422, BAD), 422, "APIError", "body.slug: Field required", 1),
    "detail is null": Row(detail(400, None), 400, "APIError", "null", 1),
    "detail is a number": Row(detail(400, 3), 400, "APIError", "3", 1),
    "the error is a list": Row({"status": 400, "json": [1, 2]}, 400, "APIError", "[1,", 1),
    "redirect to the same origin": Row({"status": 307, "headers": {"Location": "/"}}, 307, "APIError", "307", 1),
    "redirect elsewhere": Row({"status": 302, "headers": {"Location": "http://127.0.0.1:9/"}}, 302, "APIError", "302", 1),
    "304": Row({"status": 304}, 304, "APIError", "304", 1),
    # Successes that can't be read, and some that can
    "200, a page": Row(html(200), 0, "APIError", "expected JSON", 1),
    "200, truncated JSON": Row({"status": 200, "body": '{"slug": "s"'}, 0, "APIError", "expected JSON", 1),
    "200, empty": Row({"status": 200, "body": ""}, 0, "APIError", "an empty body", 1),
    "204": Row({"status": 204}, 0, "APIError", "an empty body", 1),
    "200, a list": Row({"status": 200, "json": []}, 0, "APIError", "expected an object, found a list", 1),
    "200, a field missing": Row({"status": 200, "json": {"slug": "s"}}, 0, "APIError", "version_number: expected", 1),
    "200, a wrong kind": Row(good(slug=["s"]), 0, "APIError", "slug: expected a plain value, found a list", 1),
    "200, a wrong kind inside": Row(good(variables=["x"]), 0, "APIError", "variables.0: expected an object", 1),
    "200, gzip that lies": Row(good() | {"headers": {"Content-Encoding": "gzip"}}, 0, "APIError", "else, called gzip", 1),
    "200, brotli": Row(good() | {"headers": {"Content-Encoding": "br"}}, 0, "APIError", "something else, called br", 1),
    "400, gzip that lies": Row(detail(400, "x") | {"headers": {"Content-Encoding": "gzip"}}, 400, "APIError", "HTTP 400", 1),
    "200, nulls": Row(good(trace_id=None, variables=None, created_at=None), 200, "", "", 1),
    "200, unknown fields and values": Row(good(status="retired", newField={"a": [1]}), 200, "", "", 1),
    "200, that says it failed": Row(good(ok=False, error="no"), 200, "", "", 1),
    "200, 10 MB": Row({"status": 200, "body": json.dumps(good(user_prompt="x" * 10_000_000)["json"])}, 200, "", "", 1),
    "203": Row(good() | {"status": 203}, 203, "", "", 1),
}  # fmt: skip


def prepare(row: Row, platform: Platform, proxy: FaultProxy) -> str:
    """Let the fault wait for the next requests; answers the address for the client."""
    platform.backend("xr2").add_key(SECRET)
    proxy.fault = row.does if isinstance(row.does, Fault) else Fault()
    if isinstance(row.does, Mapping):
        platform.script("xr2", row.does)
    return proxy.url.replace("http:", "https:") if row.does == "https" else proxy.url
