"""The errors of xR2. Calls answer them as values; `Response.unwrap` and `render` raise them."""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import CallError


class XR2Error(CallError):
    """The base of the errors of xR2.

    Args:
        message: What went wrong.
        status_code: The HTTP status; 0 where there was no answer.
    """


class PromptNotFoundError(XR2Error):
    """There is no such prompt, or no such version of it (404 of `get_prompt`)."""


class AuthenticationError(XR2Error):
    """The API key is missing, unknown, revoked or switched off. xR2 answers 401, and 403 where no key came."""


class APIError(XR2Error):
    """Every other failure: the platform refused or failed, could not be reached, or can't be understood."""


class VariableError(XR2Error):
    """Required variables have neither a value nor a default.

    Attributes:
        missing_variables: Their names, in the order in which the prompt declares them.
    """

    def __init__(self, message: str, missing_variables: Sequence[str] | None = None) -> None:
        super().__init__(message)
        self.missing_variables = list(missing_variables or [])
