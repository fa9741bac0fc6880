"""Promptic's refusals: a text under `error`; for logins, as OAuth words them."""

from __future__ import annotations

from promptport_local.call import Call
from promptport_local.contract import Operation
from promptport_local.errors import Reason, Refusal
from promptport_local.schemas import Problem

_LOGIN = "login"
_UNKNOWN = "Invalid or missing API key"


def refused(status: int, text: str) -> Refusal:
    """A refusal in words."""
    return Refusal(status, {"error": text})


def not_found() -> Refusal:
    """There is no such thing, or the id can't be one."""
    return refused(404, "Not found")


def unknown_token() -> Refusal:
    """The API key or the session token is none, or none any more."""
    return refused(401, _UNKNOWN)


def rejected(reason: Reason, operation: Operation | None, call: Call | None) -> Refusal:
    """The refusal of a request that never reaches an operation's behaviour. A malformed id is one that is not found.

    Args:
        reason: Why it does not.
        operation: The operation, where the request is one.
        call: The request as it was read.
    """
    login = operation is not None and _LOGIN in operation.spec["tags"]
    if reason is Reason.INVALID and call is not None:
        if any(each.where[0] == "path" for each in call.problems):
            return not_found()
        text = "; ".join(f"{_place(each)} {each.text}" for each in call.problems)
        return _invalid_login(text) if login else refused(400, text)
    if reason is Reason.BROKEN_JSON and login:
        return _invalid_login(reason.value)
    status, text = {
        Reason.NO_ROUTE: (404, "Not found"),
        Reason.WRONG_VERB: (405, "Method not allowed"),
        Reason.OTHER_RELEASE: (404, "Not found"),
        Reason.TOO_LARGE: (413, reason.value),
        Reason.BROKEN_JSON: (400, reason.value),
        Reason.NO_CREDENTIAL: (401, _UNKNOWN),
        Reason.OTHER_SCHEME: (401, _UNKNOWN),
    }.get(reason, (500, reason.value))
    return refused(status, text)


def _invalid_login(text: str) -> Refusal:
    return Refusal(400, {"error": "invalid_request", "error_description": text})


def _place(problem: Problem) -> str:
    """Where a problem is, without saying that it is in the body, where nearly all are."""
    where = problem.where[1:] if len(problem.where) > 1 else problem.where
    return ".".join(map(str, where))
