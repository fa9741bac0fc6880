"""The errors of PromptRails, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import CallError


class PromptRailsError(CallError):
    """The base of the errors of PromptRails, and the class of those that have none of their own.

    A connection that can't be made or breaks, a time that is over and an answer that can't be read are of this class; so
    are statuses for which the document names none, such as 409.

    Args:
        message: What went wrong.
        status_code: The HTTP status; 0 where there was no answer, None where one that was made by hand has none.
        code: The platform's name for it, such as `not_found`.
        details: What else the platform said of it.
        facts: The other attributes of `promptport.CallError`.
    """

    details: dict[str, Any]

    def __init__(
        self,
        message: str,
        status_code: int | None = None,
        code: str | None = None,
        details: dict[str, Any] | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, status_code or 0, code=code, details=details or {}, **facts)
        if status_code is None:
            self.status_code = None  # type: ignore[assignment] # as in the documented client; what a call raises has a number


class ValidationError(PromptRailsError):
    """The platform refused the arguments (400)."""


class UnauthorizedError(PromptRailsError):
    """The API key is missing or not known (401)."""


class ForbiddenError(PromptRailsError):
    """The API key may not do this, or not from this address (403)."""


class NotFoundError(PromptRailsError):
    """There is no such thing (404)."""


class RateLimitError(PromptRailsError):
    """Requests come too fast (429). `retry_after` says how long to wait, where the platform does."""


class ServerError(PromptRailsError):
    """The platform failed (5xx)."""


class A2AError(PromptRailsError):
    """An agent refused a JSON-RPC call. The HTTP status is a success, `code` the code of JSON-RPC."""


CLASSES: dict[int, type[PromptRailsError]] = {
    400: ValidationError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    429: RateLimitError,
}


def error_class(status: int) -> type[PromptRailsError]:
    """The documented class of a status; the base where the document has none."""
    return CLASSES.get(status) or (ServerError if status >= 500 else PromptRailsError)


def said(body: Any) -> tuple[str | None, str | None, dict[str, Any]]:
    """The message, the code and the details of an error's body: an object in `error`, or a text in `error` or `message`."""
    body = body if isinstance(body, Mapping) else {}
    error = body.get("error")
    found: Mapping[str, Any] = error if isinstance(error, Mapping) else {}
    texts = [found.get("message"), error, body.get("message")]
    message = next((each for each in texts if isinstance(each, str) and each.strip()), None)
    return message, named(found.get("code")), detailed(found.get("details"))


def says_unknown_path(body: Any) -> bool:
    """Whether a body says that there is no such path: the platform's framework says so under `message`, without an `error`."""
    return isinstance(body, Mapping) and "error" not in body and isinstance(body.get("message"), str)


def named(code: Any) -> str | None:
    """A code as a text; JSON-RPC has numbers."""
    return str(code) if isinstance(code, str | int) and not isinstance(code, bool) and code != "" else None


def detailed(details: Any) -> dict[str, Any]:
    """What an error says besides, as the documented dictionary."""
    if isinstance(details, dict):
        return details
    return {} if details is None else {"details": details}


def raise_for_status(status_code: int, body: Mapping[str, Any]) -> None:
    """Raise the error of an answer, where it is one.

    Args:
        status_code: The HTTP status.
        body: The answer, as decoded JSON.

    Raises:
        PromptRailsError: The status is no success; the class is the one of the status.
    """
    if not 200 <= status_code < 300:
        message, code, details = said(body)
        raise error_class(status_code)(message or "Unknown error", status_code, code, details)
