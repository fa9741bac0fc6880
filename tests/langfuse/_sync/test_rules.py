# Made from tests/langfuse/_async/test_rules.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what is made of Langfuse's errors, whatever their shape, and that none shows a key."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport import langfuse
from promptport.langfuse import LangfuseClient, LangfuseError

from .wire import KEYS

pytestmark = pytest.mark.one_python("JSON is the same on all")
SECRET = KEYS["secret_key"]
ISSUE = {"code": "too_big", "path": ["labels", 0], "message": "too long"}
UNION = {
    "code": "invalid_union",
    "errors": [[{"path": ["prompt"], "message": "no text"}], [{"path": [], "message": "no"}]],
}
LIMIT = {"retryAfterSeconds": 12, "limit": 30, "remaining": 0, "resetAt": "2026-01-15T09:31:00.000Z"}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, "BadRequestError"),
        (401, "UnauthorizedError"),
        (403, "ForbiddenError"),
        (404, "NotFoundError"),
        (405, "LangfuseError"),
        (409, "ConflictError"),
        (413, "LangfuseError"),
        (429, "RateLimitError"),
        (500, "ServerError"),
        (503, "ServerError"),
    ],
)
def test_classes(status: int, kind: str) -> None:
    """One class for each status that Langfuse has, and what to do about it."""
    error = error_of(status, {"message": f"no {SECRET} YQ==", "error": "SomeError"})
    assert type(error) is getattr(langfuse, kind)
    assert (error.status_code, error.code, error.message) == (status, "SomeError", "no [hidden] YQ==")
    assert error.hint or status in (400, 405, 413)
    assert SECRET not in f"{error} {vars(error)}"


@pytest.mark.parametrize(
    ("body", "words", "code", "details"),
    [
        (
            {"message": "Invalid request data", "error": [ISSUE]},
            "Invalid request data: labels.0: too long",
            None,
            [ISSUE],
        ),
        ({"message": "m", "error": [UNION, 3]}, "m: prompt: no text; no", None, [UNION, 3]),
        ({"message": "m", "error": [{"path": 3}]}, "m: refused", None, [{"path": 3}]),
        ({"message": "m"}, "m", None, None),
        ({"error": "text"}, "text", None, None),
        ({"message": "slow", "code": "rate_limited", "details": LIMIT}, "slow", "rate_limited", LIMIT),
        ({"message": None, "error": None}, '{"message":null,"error":null}', None, None),
        ({"message": ["m"], "error": {"a": 1}}, '{"message":["m"],"error":{"a":1}}', None, None),
        ([1], "[1]", None, None),
    ],
)
def test_shapes(body: Any, words: str, code: str | None, details: object) -> None:
    """Words, kind, and what is wrong with each part of a body."""
    error = error_of(400, body)
    assert (error.message, error.code, error.details) == (words, code, details)


@pytest.mark.parametrize(
    ("seconds", "waits"), [(12, 12.0), (-1, None), ("12", None), (True, None), (1e12, None), (None, None)]
)
def test_how_long_to_wait(seconds: object, waits: float | None) -> None:
    """As the body says it, where no header does."""
    error = error_of(429, {"message": "m", "details": {"retryAfterSeconds": seconds}})
    assert error.retry_after == waits


def test_a_page() -> None:
    """Whatever stands before the platform, or its web framework: the address may be wrong."""
    page = httpx.Response(404, text="<!DOCTYPE html><title>404</title>", headers={"content-type": "text/html"})
    with LangfuseClient(**KEYS, transport=httpx.MockTransport(lambda request: page)) as client:
        with pytest.raises(LangfuseError, match=r"an HTML page: 404.*LANGFUSE_BASE_URL"):
            client.prompts.get("welcome")


def error_of(status: int, body: Any) -> LangfuseError:
    """The error of an answer."""
    transport = httpx.MockTransport(lambda request: httpx.Response(status, json=body))
    with LangfuseClient(**KEYS, transport=transport, max_retries=0) as client:
        with pytest.raises(LangfuseError) as caught:
            client.prompts.get("welcome")
    return caught.value
