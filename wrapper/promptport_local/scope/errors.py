"""Scope's refusals: a code and a message under `error`; those of the token exchange, a flat `message`."""

from __future__ import annotations

from promptport_local.errors import Reason, Refusal

_REJECTED = {
    Reason.NO_ROUTE: (404, "not_found"),
    Reason.OTHER_RELEASE: (404, "not_found"),
    Reason.WRONG_VERB: (405, "method_not_allowed"),
    Reason.TOO_LARGE: (413, "too_large"),
    Reason.BROKEN_JSON: (400, "broken_json"),
    Reason.NO_CREDENTIAL: (401, "missing_token"),
    Reason.OTHER_SCHEME: (401, "missing_token"),
    Reason.INVALID: (400, "invalid_request"),
}


def refused(status: int, code: str, message: str) -> Refusal:
    """A refusal; one for want of a good token asks for a bearer's."""
    challenge = (("WWW-Authenticate", "Bearer"),) if status == 401 else ()
    return Refusal(status, {"error": {"code": code, "message": message}}, challenge)


def rejected(reason: Reason) -> Refusal:
    """The refusal of a request that never reaches a call of Scope."""
    return refused(*_REJECTED[reason], reason.value)


def flat(refusal: Refusal) -> Refusal:
    """The same refusal with nothing but its message."""
    return Refusal(refusal.status, {"message": refusal.body["error"]["message"]}, refusal.headers)
