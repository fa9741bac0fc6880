"""The errors of Langfuse, and how they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from ..errors import CallError

ISSUES, DEPTH = 20, 3  # what is wrong with a body, of which an error names so much, and keeps all
NO_PROMPT = "LangfuseNotFoundError"  # the kind of a 404 that is about a prompt


class LangfuseError(CallError):
    """The base of the errors of Langfuse, and the class of those that have none of their own.

    A connection that can't be made or breaks, a time that is over and an answer that can't be read are of this class; so are
    statuses that no other class is for, such as 405.
    """


class BadRequestError(LangfuseError):
    """The request is malformed, or refused by a rule (400): `code` and `details` say by which."""


class UnauthorizedError(LangfuseError):
    """The keys are missing, or no pair that is known there (401)."""


class ForbiddenError(LangfuseError):
    """The keys are of another kind, such as an organisation's (403)."""


class NotFoundError(LangfuseError):
    """There is no such prompt, version or label, or nothing at all at this address (404)."""


class ConflictError(LangfuseError):
    """A prompt that the text refers to is not there any more (409)."""


class RateLimitError(LangfuseError):
    """Requests come too fast (429). `retry_after` says how long to wait."""


class ServerError(LangfuseError):
    """The platform failed (5xx)."""


CLASSES: dict[int, type[LangfuseError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    429: RateLimitError,
}


def error_class(status: int) -> type[LangfuseError]:
    """The class of a status; the base where it has none."""
    return CLASSES.get(status) or (ServerError if status >= 500 else LangfuseError)


class Said(NamedTuple):
    """What the body of an error says.

    Attributes:
        message: The words; None where there are none.
        code: The kind of the refusal, such as `InvalidRequestError` or `rate_limited`.
        details: What else there is: each thing that is wrong with a request, or the limit that was reached.
        retry_after: Seconds to wait.
    """

    message: str | None
    code: str | None = None
    details: Any = None
    retry_after: float | None = None


def said(body: Any) -> Said:
    """What the body of an error says: `message`, and `error`, which is the kind of it, words, or a list of what is wrong."""
    if not isinstance(body, Mapping):
        return Said(None)
    message, error, details = _text(body.get("message")), body.get("error"), body.get("details")
    code = _text(body.get("code"))
    if isinstance(error, list):
        wrong = "; ".join(dict.fromkeys(_complaints(error)))
        return Said(": ".join(each for each in (message, wrong) if each) or None, code, error)
    kind = _text(error)
    if message is None:
        return Said(kind, code, details)
    return Said(message, code or kind, details, _seconds(details))


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _seconds(details: Any) -> float | None:
    found = details.get("retryAfterSeconds") if isinstance(details, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return float(found) if 0 <= found < 1e9 else None


def _complaints(issues: list[Any], deep: int = DEPTH) -> Iterator[str]:
    """Each thing that is wrong, such as `labels.0: too long`; of a value that fits no alternative, what each of them says."""
    for each in issues[:ISSUES]:
        if not isinstance(each, Mapping):
            continue
        inner = each.get("errors")
        if isinstance(inner, list):
            for several in inner[:ISSUES] if deep else ():
                yield from _complaints(several if isinstance(several, list) else [], deep - 1)
            continue
        path = each.get("path")
        place = ".".join(map(str, path)) if isinstance(path, list) else ""
        words = _text(each.get("message")) or "refused"
        yield f"{place}: {words}" if place else words
