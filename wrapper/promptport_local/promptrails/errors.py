"""PromptRails' refusals: a code, a message and perhaps details under `error`; and the errors of JSON-RPC."""

from __future__ import annotations

from promptport_local.call import Call
from promptport_local.errors import Reason, Refusal
from promptport_local.promptrails.resource import Json

# How it is said where the request is no operation's: as the web framework does, without a code.
_PLAIN = {
    Reason.NO_ROUTE: (404, "Not Found"),
    Reason.WRONG_VERB: (405, "Method Not Allowed"),
    Reason.TOO_LARGE: (413, "Request Entity Too Large"),
}
_CODED = {
    Reason.NO_CREDENTIAL: (401, "unauthorized"),
    Reason.OTHER_SCHEME: (401, "unauthorized"),
    Reason.BROKEN_JSON: (400, "bad_request"),
    Reason.INVALID: (400, "bad_request"),
    Reason.OTHER_RELEASE: (404, "not_found"),
}


def refused(status: int, code: str, message: str, details: Json | None = None) -> Refusal:
    """A refusal.

    Args:
        status: The HTTP status.
        code: The error's code.
        message: What is wrong, in words.
        details: What else there is to say of it, by field.
    """
    about = {} if details is None else {"details": details}
    return Refusal(status, {"error": {"code": code, "message": message, **about}})


def rpc_refused(code: int, message: str) -> Refusal:
    """The refusal of a JSON-RPC call: with the status 200, as of one that succeeds.

    Args:
        code: The code of the error.
        message: What is wrong, in words.
    """
    return Refusal(200, {"error": {"code": code, "message": message}})


def not_found(noun: str) -> Refusal:
    """There is no such thing."""
    return refused(404, "not_found", f"{noun} not found")


def bad_request(message: str, details: Json | None = None) -> Refusal:
    """The request is not what the operation takes, or can't be done now."""
    return refused(400, "bad_request", message, details)


def wrong_fields(problems: Json) -> Refusal:
    """Fields are not what they must be.

    Args:
        problems: What is wrong, by field.
    """
    return bad_request("; ".join(f"{field} {text}" for field, text in problems.items()), problems)


def rejected(reason: Reason, call: Call | None) -> Refusal:
    """The refusal of a request that never reaches an operation's behaviour.

    Args:
        reason: Why it does not.
        call: The request as it was read.
    """
    if reason in _PLAIN:
        status, text = _PLAIN[reason]
        return Refusal(status, {"message": text})
    status, code = _CODED[reason]
    if reason is not Reason.INVALID or call is None:
        return refused(status, code, reason.value)
    # The first step says whether it stands in the body, the query or the path; a caller knows.
    problems = [(".".join(map(str, each.where[1:])) or "the body", each.text) for each in call.problems]
    return refused(status, code, "; ".join(f"{where} {text}" for where, text in problems), dict(problems))


def message_of(refusal: Refusal) -> str:
    """What a refusal says, in words."""
    message: str = refusal.body["error"]["message"]
    return message


def flat(refusal: Refusal) -> Refusal:
    """A refusal as a few places of PromptRails write it: the message alone, as a text under `error`."""
    if "error" not in refusal.body:
        return refusal
    return Refusal(refusal.status, {"error": message_of(refusal)}, refusal.headers)
