"""The errors of promptport. Every one holds plain data, can be pickled, and names no secret."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    Kind = Literal["connection", "timeout", "status", "unreadable", "credential"]
else:
    Kind = str  # `typing` costs 9 ms


class Error(Exception):
    """The base of every error that promptport raises.

    Attributes:
        message: What went wrong; where a platform said it, in the platform's words.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ConfigurationError(Error, ValueError):
    """A client can't be built from what it was given: a missing or malformed key, address or option.

    Attributes:
        missing: Whether nobody has given a key, or what belongs to one. Where the factory of a platform says so, `Client` is
            built all the same, so that fallbacks answer; without one its calls raise the error.
    """

    missing = False


class MissingCredential(ConfigurationError):
    """Nobody has given a key, or what belongs to one."""

    missing = True


class ArgumentError(Error, ValueError):
    """An argument of a call can't be sent: it is of the wrong type, or JSON can't express it. Nothing was sent.

    Attributes:
        argument: The name of the argument, where it is one alone.
    """

    argument: str | None = None


class ClosedError(Error, RuntimeError):
    """A client was used after it had been closed."""


class NotSupported(Error):  # a statement, not a failure, hence no `Error` behind it
    """A platform has nothing of the kind; the text says what it offers instead."""


class NotFound(Error, LookupError):
    """There is no such prompt, or no such version, label or deployment of it: the platform says so, in its own terms.

    A 404 of something else at the address, such as a proxy's page, says nothing of the prompt and is a `CallError`.

    Attributes:
        name: The prompt's name.
        version: The version that was asked for; None where none was.
        label: The label that was asked for; None where none was.
    """

    def __init__(
        self, message: str = "", name: str = "", version: int | str | None = None, label: str | None = None
    ) -> None:
        super().__init__(message)
        self.name, self.version, self.label = name, version, label


class ReleaseWarning(UserWarning):
    """The platform's server is of a release that lacks what a program calls: it has gone, or has not come yet.

    A client gives it once for each operation, when a server has shown that it lacks it; and before anything is sent where
    `release` says which release the server is, also for arguments and values. The text says since when, and what to use.
    """


REFUSALS = frozenset({401, 403, 407})  # of the account, its credential, or a proxy's


class CallError(Error):
    """A call failed. Its text says where, why, and what to do about it.

    Attributes:
        status_code: The HTTP status of the answer; 0 where there was none, or none that could be read.
        kind: `connection` (no connection, or it broke), `timeout`, `status` (the platform refused or failed),
            `unreadable` (a successful answer that the contract can't read), or `credential` (the function that answers the
            key failed; nothing was sent).
        platform: The platform's name, such as `xr2`.
        operation: The operation's id in the contract.
        code: The platform's own code or label for the error.
        details: What else the platform said of it, as decoded JSON.
        body: The answer's body as text, its first 100,000 characters; None where there was no answer.
        request_id: The platform's name for the request, where it gives one.
        retry_after: The number of seconds after which the platform wants to be asked again.
        attempts: How often the request was sent.
        hint: What to do about it.
        may_have_arrived: Whether the platform may have received the request and done what it asks, though no answer says so.
    """

    def __init__(
        self,
        message: str,
        status_code: int = 0,
        *,
        kind: Kind = "status",
        platform: str | None = None,
        operation: str | None = None,
        code: str | None = None,
        details: Any = None,
        request_id: str | None = None,
        retry_after: float | None = None,
        attempts: int = 0,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.status_code = status_code
        self.kind = kind
        self.platform = platform
        self.operation = operation
        self.code = code
        self.details = details
        self.body: str | None = None
        self.request_id = request_id
        self.retry_after = retry_after
        self.attempts = attempts
        self.hint = hint
        self.may_have_arrived = False

    @property
    def passing(self) -> bool:
        """Whether it may go away by itself: no answer, no key, or an answer that says "later" (408, 429, 5xx)."""
        nothing = self.kind in ("connection", "timeout", "credential")
        return nothing or self.status_code in (408, 429) or (self.status_code or 0) >= 500

    @property
    def refused(self) -> bool:
        """Whether it is the account or the credential that was refused (401, 403, 407).

        What is neither this nor `NotFound` is no good answer: an outage, a redirect, a page, a 404 that is not the platform's
        own. `Client` serves copies after all of them, but after a refusal to the credential that fetched them only.
        """
        return self.status_code in REFUSALS

    def _http_status(self) -> str:
        """The status among the facts; empty where the text begins with it."""
        return f"HTTP {self.status_code}" if self.status_code else ""

    def __str__(self) -> str:
        facts = [
            self._http_status(),
            " ".join(filter(None, (self.platform, self.operation))),
            f"after {self.attempts} attempts" if self.attempts > 1 else "",
            f"request {self.request_id}" if self.request_id else "",
            f"retry after {self.retry_after:g} s" if self.retry_after is not None else "",
        ]
        known = ", ".join(fact for fact in facts if fact)
        return " ".join(part for part in (self.message, f"({known})" if known else "", self.hint or "") if part)
