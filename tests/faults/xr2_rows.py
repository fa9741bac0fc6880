"""The fault tables of xR2's `get_prompt` and `track_event`: the rows of all platforms, and those of its own errors."""

from __future__ import annotations

from typing import Any

from promptport.xr2 import APIError, AuthenticationError, PromptNotFoundError, XR2Error

from .rows import Row, Table, common

SECRET = "xr2_prod_planted0123456789"
LIMIT = {"error": "API rate limit exceeded", "message": "Used up."}
WRAPPED = "Internal server error: 404: x"
FAR = "2999-01-01T00:00:00Z"
BAD = [{"type": "missing", "loc": ["body", "slug"], "msg": "Field required"}, "odd"]


def detail(status: int, value: object, **more: Any) -> dict[str, Any]:
    """An error as xR2 sends it."""
    return {"status": status, "json": {"detail": value, **more}}


def good(**more: Any) -> dict[str, Any]:
    """A readable answer."""
    return {
        "slug": "s", "source_name": "x", "version_number": 1, "status": "production", "trace_id": "t",
        "created_at": "2026-01-15T09:00:00Z", "updated_at": "2026-01-15T09:00:00Z", **more}  # fmt: skip


def error(row: Row) -> type[XR2Error]:
    """The class for a row."""
    kinds = {401: AuthenticationError, 403: AuthenticationError, 404: PromptNotFoundError}
    return kinds.get(row.status, APIError)


def answer(**more: Any) -> dict[str, Any]:
    """A readable answer, scripted."""
    return {"status": 200, "json": good(**more)}


ROWS = common(lambda message: {"detail": message}, good, "slug") | {
    "401": Row(detail(401, "no such key"), "status", 401, "XR2_API_KEY", 1),
    "429, in the body": Row(detail(429, "slow down", retry_after=300), "status", 429, "retry after 300 s", 1),
    "429, a short time in the body": Row(detail(429, "slow down", retry_after=1), "ok", 200, "", 2, waits=(1.0,)),
    "429, until tomorrow": Row(detail(429, {**LIMIT, "reset_time": FAR}), "status", 429, "Used up.", 1),
    "a 500 that holds a 404": Row(detail(500, WRAPPED) | {"times": 4}, "status", 500, WRAPPED, 4),
    "404, message null": Row(detail(404, {"message": None}), "status", 404, "detail", 1),
    "409, message null": Row(detail(409, {"message": None, "error": "Clash"}), "status", 409, "Clash", 1),
    "422, a list": Row(detail(422, BAD), "status", 422, "body.slug: Field required", 1),
    "detail is null": Row(detail(400, None), "status", 400, "null", 1),
    "detail is a number": Row(detail(400, 3), "status", 400, "3", 1),
    "200, a wrong kind inside": Row(answer(variables=["x"]), "ok", 200, "", 1),
    "200, nulls": Row(answer(trace_id=None, variables=None, created_at=None), "ok", 200, "", 1),
}
TABLE = Table(
    "xr2",
    "get_prompt",
    ROWS,
    error,
    lambda platform: platform.backend("xr2").add_key(SECRET),
    lambda platform: [SECRET],
)


def recorded(**more: Any) -> dict[str, Any]:
    """A readable answer to an event."""
    return {
        "status": "success", "event_id": "e", "trace_id": "t", "event_name": "sign_up", "timestamp": "2026-01-15T09:35:00+00:00",
        "is_duplicate": False, **more}  # fmt: skip


# An event of which nobody knows whether it is under way is not sent again: xR2 stores two at the same time twice.
LOST = {
    **dict.fromkeys(
        ("reset before the answer", "reset within the head", "reset within the body", "reset once", "cut before the answer",
         "cut body", "closed by the server, once"), ("connection", 0)),
    **dict.fromkeys(("hanging", "hanging within the body", "dribbled head", "dribbled body"), ("timeout", 0)),
    "408": ("status", 408),
    "502 for ever": ("status", 502),
    "504 for ever": ("status", 504),
    "520 for ever": ("status", 520),
}  # fmt: skip
ARRIVED = "It may have arrived"
EVENT_ROWS = common(lambda message: {"detail": message}, recorded, "status") | {
    "a 404, wrapped": Row(detail(500, WRAPPED), "status", 404, "x", 1),
}
EVENTS = TABLE._replace(
    operation="track_event",
    rows={
        name: row._replace(
            does={**row.does, "times": 1} if isinstance(row.does, dict) else row.does,
            kind=LOST[name][0],
            status=LOST[name][1],
            words=ARRIVED,
            requests=1,
        )
        if name in LOST
        else row
        for name, row in EVENT_ROWS.items()
    },
    error=lambda row: AuthenticationError if row.status in (401, 403) else APIError,
)
