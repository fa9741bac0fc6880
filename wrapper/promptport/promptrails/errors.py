"""The errors of PromptRails."""

from __future__ import annotations

from typing import Any

from ..errors import CallError


class PromptRailsError(CallError):
    """The base of the errors of PromptRails, and the class of those that have none of their own.

    A connection that can't be made or breaks, a time that is over and an answer that can't be read are of this class; so
    are statuses for which the document names none, such as 409.

    Args:
        message: What went wrong.
        status_code: The HTTP status; 0 where there was no answer.
        code: The platform's name for it, such as `not_found`.
        details: What else the platform said of it.
        facts: The other attributes of `promptport.CallError`.
    """

    def __init__(
        self,
        message: str,
        status_code: int | None = None,
        code: str | None = None,
        details: dict[str, Any] | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, status_code or 0, code=code, details=details or {}, **facts)


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
