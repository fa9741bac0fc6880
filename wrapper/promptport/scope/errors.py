"""The errors of Scope, as its document lists them. Those of calls are `promptport.CallError` besides."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, ClassVar

from .. import errors


class ScopeError(errors.Error):
    """The base of the errors of Scope.

    One that a program builds says what its class means, and has the HTTP status that the document gives it.

    Args:
        message: What went wrong.
        http_status: The HTTP status; 0 where there was no answer.
        http_body: The body of the answer.
        error_code: The platform's code for it.
        request_id: The platform's name for the request.

    Attributes:
        message: What went wrong.
        request_id: The platform's name for the request; None where there is none.
    """

    status_code = 0
    body: str | None = None
    code: str | None = None
    request_id: str | None = None
    _means = "Scope failed."
    _status = 0  # that the document names

    def __init__(
        self,
        message: str | None = None,
        http_status: int | None = None,
        http_body: str | None = None,
        error_code: str | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(self._means if message is None else message)
        self.status_code = self._status if http_status is None else http_status
        self.body, self.code, self.request_id = http_body, error_code, request_id

    @property
    def http_status(self) -> int | None:
        """The HTTP status; None where there was no answer."""
        return self.status_code or None

    @property
    def http_body(self) -> str | None:
        """The body of the answer; None where there was none."""
        return self.body

    @property
    def error_code(self) -> str | None:
        """The platform's code for what went wrong."""
        return self.code

    def __str__(self) -> str:
        facts = {"HTTP Status": self.status_code or None, "Error Code": self.code, "Request ID": self.request_id}
        known = [f"{name}: {fact}" for name, fact in facts.items() if fact is not None]
        return " | ".join([self.message, *known, *self._more()])

    def _more(self) -> Iterable[str]:
        return ()


class _Call(ScopeError, errors.CallError):
    """A call failed."""

    def __init__(
        self,
        message: str | None = None,
        http_status: int | None = None,
        http_body: str | None = None,
        error_code: str | None = None,
        request_id: str | None = None,
        **facts: Any,
    ) -> None:
        errors.CallError.__init__(
            self,
            self._means if message is None else message,
            self._status if http_status is None else http_status,
            code=error_code,
            request_id=request_id,
            **facts,
        )
        self.body = http_body

    def _more(self) -> Iterable[str]:
        if self.attempts > 1:
            yield f"Attempts: {self.attempts}"
        if self.hint:
            yield self.hint


class ConfigurationError(ScopeError, errors.ConfigurationError):
    """Settings are bad or missing."""

    _means = "The configuration is bad or incomplete."


class MissingApiKeyError(ConfigurationError, errors.MissingCredential):
    """The API key or its secret was not given."""

    _means = "There is no API key."


class ClosedError(ScopeError, errors.ClosedError):
    """A client was used after it had been closed."""

    _means = "The client is closed."


class ApiError(_Call):
    """The platform refused or failed, or can't be understood."""

    _means = "Scope refused the request, or failed."


class _OfOneStatus(ApiError):
    """A failure whose status its class says, so that the document's constructor has none among what goes by its place."""

    def __init__(
        self,
        message: str | None = None,
        http_body: str | None = None,
        error_code: str | None = None,
        request_id: str | None = None,
        *,
        http_status: int | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, http_status, http_body, error_code, request_id, **facts)


class AuthenticationError(_OfOneStatus):
    """The platform does not accept the token (401)."""

    _means, _status = "Scope does not accept the token.", 401

    @property
    def http_status(self) -> int | None:
        """Always 401, as Scope's client has it; `status_code` is what the platform answered."""
        return 401


class TokenRefreshError(AuthenticationError):
    """The credentials could not be exchanged for a token: the auth host failed, or can't be reached or understood."""

    _means = "The credentials could not be exchanged for a token."


class InvalidCredentialsError(AuthenticationError):
    """The auth host does not accept the organisation, the key or the secret (401, 403)."""

    _means = "The organisation, the key or the secret is not accepted."


class AuthorizationError(_OfOneStatus):
    """The application may not do this (403)."""

    _means, _status = "The application may not do this.", 403


class NotFoundError(_OfOneStatus):
    """There is no such prompt or version (404)."""

    _means, _status = "There is no such prompt or version.", 404


class ConflictError(_OfOneStatus):
    """The request doesn't fit the state of things (409)."""

    _means, _status = "The request doesn't fit the state of things.", 409


class RateLimitError(_OfOneStatus):
    """Requests come too fast (429)."""

    _means, _status = "Requests come too fast.", 429
    _seconds: float | None = None

    def __init__(
        self,
        message: str | None = None,
        http_body: str | None = None,
        error_code: str | None = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(message, http_body, error_code, request_id, retry_after=retry_after, **facts)

    @property
    def retry_after(self) -> int | None:
        """Whole seconds after which the platform wants to be asked again; None where it named no such number."""
        return None if self._seconds is None or math.isinf(self._seconds) else math.ceil(self._seconds)

    @retry_after.setter
    def retry_after(self, seconds: float | None) -> None:
        self._seconds = seconds


class ServerError(ApiError):
    """The platform failed (5xx)."""

    _means, _status = "Scope failed.", 500


class ConnectionError(_Call):  # noqa: A001 # the documented name
    """There is no connection, or it broke. Not the built-in class of this name."""

    _means = "There is no connection, or it broke."

    def __init__(self, message: str | None = None, original_error: BaseException | None = None, **facts: Any) -> None:
        super().__init__(message, **{"kind": self._kind, **facts})
        if original_error is not None:
            self.__cause__ = original_error

    _kind: ClassVar[errors.Kind] = "connection"

    @property
    def original_error(self) -> BaseException | None:
        """What broke it."""
        return self.__cause__


class TimeoutError(ConnectionError):  # noqa: A001 # the documented name
    """No whole answer came in time. Not the built-in class of this name."""

    _means, _kind = "No whole answer came in time.", "timeout"


class ResourceError(ScopeError):
    """Something is wrong with a prompt."""

    _means = "Something is wrong with the prompt."


class ValidationError(ResourceError, errors.ArgumentError):
    """Arguments don't fit.

    Attributes:
        field: The argument; `variables` where rendering was given names that the prompt does not declare.
        value: What was given; its beginning as `repr` has it, where it is no text, number or list of names.
    """

    _means = "An argument doesn't fit."

    def __init__(self, message: str | None = None, field: str | None = None, value: Any = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.field = self.argument = field
        self.value = value if _plain(value) else shown(value, 200)


def shown(value: object, most: int = 60) -> str:
    """The beginning of a value as `repr` has it; its class, where that raises something."""
    try:
        return repr(value)[:most]
    except Exception:  # whatever an object of the application's raises
        return f"<{type(value).__name__}>"


def _plain(value: object) -> bool:
    """Whether a value is plain data, which an error may hold: it may have to go to another process."""
    if type(value) is list:
        return all(type(each) is str for each in value)
    return value is None or type(value) in (str, int, float, bool)


class RenderError(ResourceError):
    """A prompt can't be rendered.

    Attributes:
        template: The prompt's text.
    """

    _means = "The prompt can't be rendered."

    def __init__(self, message: str | None = None, template: str | None = None, **facts: Any) -> None:
        super().__init__(message, **facts)
        self.template = template


class MissingVariableError(RenderError):
    """Placeholders have no value.

    Attributes:
        missing_variables: Their names, in the order in which they first stand in the text.
    """

    _means = "Variables have no value."

    def __init__(
        self,
        missing_variables: Iterable[str] | None = None,
        template: str | None = None,
        message: str | None = None,
        **facts: Any,
    ) -> None:
        names = [missing_variables] if isinstance(missing_variables, str) else list(missing_variables or ())
        said = f"Variables have no value: {', '.join(map(str, names))}." if names else None
        super().__init__(said if message is None else message, template, **facts)
        self.missing_variables = names


class NoProductionVersionError(ResourceError):
    """No version of the prompt is in production, or there is no such prompt: the platform does not always say which.

    Attributes:
        prompt_id: The name or id that was asked for.
    """

    _means = "No version of the prompt is in production."

    def __init__(self, prompt_id: str | None = None, message: str | None = None, **facts: Any) -> None:
        said = None if prompt_id is None else f"No version of the prompt {prompt_id!r} is in production."
        super().__init__(said if message is None else message, **facts)
        self.prompt_id = prompt_id
