"""Langfuse's refusals: a message, and under `error` the kind of the refusal or what is wrong with the request."""

from __future__ import annotations

from collections.abc import Sequence

from promptport_local.errors import Reason, Refusal
from promptport_local.langfuse.state import Json

NO_KEY = "The request carries no keys: send the public and the secret key by Basic authentication."
OTHER_SCHEME = "The keys come by Basic authentication: the public key as the user, the secret key as the password."
UNKNOWN_KEYS = "The keys are not known here: see to it that the address is that of the region or server that made them."
OTHER_KIND = "The key of a project is needed here."
_KINDS = {
    400: "InvalidRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "LangfuseNotFoundError",
    405: "MethodNotAllowedError",
    409: "LangfuseConflictError",
}
_REJECTED = {
    Reason.WRONG_VERB: (405, Reason.WRONG_VERB.value),
    Reason.NO_CREDENTIAL: (401, NO_KEY),
    Reason.OTHER_SCHEME: (401, OTHER_SCHEME),
}


def refused(status: int, message: str) -> Refusal:
    """A refusal in words, with the kind that its status has."""
    return Refusal(status, {"message": message, "error": _KINDS[status]})


def rejected(reason: Reason) -> Refusal:
    """The refusal of a request that never reaches a behaviour, whatever its body is."""
    return refused(*_REJECTED[reason])


def malformed(issues: Sequence[Json]) -> Refusal:
    """The query or the body is not what the operation takes."""
    return Refusal(400, {"message": "The request is not what the operation takes.", "error": list(issues)})


def not_found(name: str, version: int | None, label: str | None) -> Refusal:
    """There is no such prompt, or no such version of it."""
    if version is not None:
        return refused(404, f"There is no version {version} of the prompt {name!r}.")
    if label is not None:
        return refused(404, f"There is no prompt {name!r} with the label {label!r}.")
    return refused(404, f"There is no prompt {name!r}.")


def limited(limit: int, seconds: int, reset: str) -> Refusal:
    """The limit of the organisation is reached.

    Args:
        limit: How many requests a minute it is.
        seconds: In how many seconds it is lifted.
        reset: When that is.
    """
    details = {"retryAfterSeconds": seconds, "limit": limit, "remaining": 0, "resetAt": reset}
    headers = (
        ("Retry-After", str(seconds)),
        ("X-RateLimit-Limit", str(limit)),
        ("X-RateLimit-Remaining", "0"),
        ("X-RateLimit-Reset", reset),
    )
    message = f"The limit of {limit} requests a minute is reached."
    return Refusal(429, {"message": message, "code": "rate_limited", "details": details}, headers)


def bare(refusal: Refusal) -> Refusal:
    """The same refusal with nothing but its message."""
    return Refusal(refusal.status, {"message": refusal.body["message"]}, refusal.headers)
