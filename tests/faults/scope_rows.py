"""The fault tables of Scope's `get_prompt_version`: faults of the prompt API, and the same faults of the token exchange."""

from __future__ import annotations

from typing import Any

from promptport import scope
from promptport.scope import ApiKeyCredentials, ScopeError
from promptport.testing import Platform

from .rows import Row, Table, common

SECRET = "planted-secret-0123456789"
WHO = ApiKeyCredentials("my-org", "key_planted", SECRET)
KINDS: dict[int, type[ScopeError]] = {
    401: scope.AuthenticationError,
    403: scope.AuthorizationError,
    404: scope.NoProductionVersionError,
    409: scope.ConflictError,
    429: scope.RateLimitError,
}


def nested(status: int, message: object, code: object = "c") -> dict[str, Any]:
    """An error as the prompt API sends it."""
    return {"status": status, "json": {"error": {"code": code, "message": message}}}


def good(**more: Any) -> dict[str, Any]:
    """A readable version."""
    return {"id": "v", "prompt_id": "p", "version_number": 1, "content": "c", "variables": [], **more}


def granted(**more: Any) -> dict[str, Any]:
    """A readable answer of the exchange."""
    return {"access_token": "not-known", "expires_in": 60, "token_type": "Bearer", **more}


def error(row: Row) -> type[ScopeError]:
    """The class for a row of the prompt API."""
    if row.kind in ("connection", "timeout"):
        return scope.ConnectionError if row.kind == "connection" else scope.TimeoutError
    return KINDS.get(row.status) or (scope.ServerError if row.status >= 500 else scope.ApiError)


def token_error(row: Row) -> type[ScopeError]:
    """The class for a row of the exchange."""
    return scope.InvalidCredentialsError if row.status in (401, 403) else scope.TokenRefreshError


RUBY = {"prompt_id": "p", "version_id": "v", "version": 1}


def answer(**more: Any) -> dict[str, Any]:
    """A readable version, scripted."""
    return {"status": 200, "json": good(**more)}


ROWS = common(lambda message: {"error": {"code": "c", "message": message}}, good, "prompt_id") | {
    "401": Row(nested(401, "revoked"), "status", 401, "though it is new", 1),
    "404, a page": Row({"status": 404, "body": "<h1>Not here</h1>"}, "status", 404, "Not here", 1),
    "400, flat": Row({"status": 400, "json": {"message": "flat"}}, "status", 400, "flat", 1),
    "400, a text": Row({"status": 400, "json": {"error": "text"}}, "status", 400, "text", 1),
    "400, message null": Row(nested(400, None), "status", 400, "null", 1),
    "400, message a list": Row(nested(400, ["x"], ["c"]), "status", 400, "x", 1),
    "200, content an object": Row(answer(content={"a": 1}), "ok", 200, "", 1),
    "200, content a list of texts": Row(answer(content=["a"]), "ok", 200, "", 1),
    "200, variables an object": Row(answer(variables={"a": 1}), "ok", 200, "", 1),
    "200, metadata a text": Row(answer(metadata="x"), "ok", 200, "", 1),
    "200, the other spelling": Row({"status": 200, "json": RUBY}, "ok", 200, "", 1),
    "200, nulls": Row(answer(id=None, content=None, variables=None, metadata=None, created_at=None), "ok", 200, "", 1),
}  # fmt: skip
# The local Scope does not know a scripted token: what it is used for is scripted too.
READ = answer() | {"operation": "prompts_get_production"}
TOKEN_ROWS = {
    name: row._replace(beside=READ) if row.kind == "ok" and name.startswith("20") else row
    for name, row in common(lambda message: {"message": message}, granted, "access_token").items()
} | {
    "401": Row({"status": 401, "json": {"message": "wrong secret"}}, "status", 401, "SCOPE_API_SECRET", 1),
    "401, a text": Row({"status": 401, "body": "no, not you"}, "status", 401, "no, not you", 1),
    "400, error": Row({"status": 400, "json": {"error": "bad"}}, "status", 400, "bad", 1),
    "200, a wrong kind": Row({"status": 200, "json": granted(access_token=["s"])}, "unreadable", 0, "access_token", 1),
    "200, a token that is empty": Row({"status": 200, "json": granted(access_token="")}, "unreadable", 0, "access_token", 1),
    "200, a token that is null": Row({"status": 200, "json": granted(access_token=None)}, "unreadable", 0, "access_token", 1),
    "200, a token that is a number": Row({"status": 200, "json": granted(access_token=5)}, "unreadable", 0, "access_token", 1),
    "200, a token of two lines": Row({"status": 200, "json": granted(access_token="a\r\nX: b")}, "unreadable", 0, "a token", 1),
    "200, a life that is none": Row({"status": 200, "json": granted(expires_in="soon")}, "unreadable", 0, "expires_in", 1),
    "200, a life that is a list": Row({"status": 200, "json": granted(expires_in=[60])}, "unreadable", 0, "expires_in", 1),
}  # fmt: skip


def prepare(platform: Platform) -> None:
    """An application with the planted secret."""
    platform.backend("scope").add_application("key_planted", SECRET)


def secrets(platform: Platform) -> list[str]:
    """The secret, and every token that was issued."""
    return [SECRET, *(token["access_token"] for token in platform.backend("scope").tokens)]


FETCH = Table("scope", "prompts_get_production", ROWS, error, prepare, secrets)
EXCHANGE = Table("scope", "auth_login", TOKEN_ROWS, token_error, prepare, secrets)
