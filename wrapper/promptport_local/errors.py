"""What can go wrong: when the local platform starts, where every text names the remedy, and when a platform says no."""

from __future__ import annotations

from enum import Enum
from typing import Any


class LocalError(Exception):
    """The local platform cannot do what was asked. The base of all its errors; its text says what to do about it."""


class CannotListen(LocalError, OSError):
    """The address cannot be listened on: it is not one of this machine's, or the port is out of reach."""


class PortInUse(CannotListen):
    """Another program listens on the port. The text names the remedy: another port, or 0 for a free one."""


class DataError(LocalError):
    """The file given as `data` cannot be used. It is left as it was."""


class PlatformError(LocalError, ValueError):
    """There is no platform of that name. The text lists those that there are."""


class ReleaseError(LocalError, ValueError):
    """A platform can't be served as of the release that was asked for. The text lists the releases that there are."""


class PromptError(LocalError):
    """The prompts that the server was given are not what it takes. None of them was loaded."""


class Refusal(Exception):
    """A platform says no to a request. Its behaviour raises it; each platform's `errors` builds it.

    Attributes:
        status: The HTTP status that it says it with.
        body: What the answer holds, as JSON.
        headers: Further headers, as pairs.
    """

    def __init__(self, status: int, body: Any, headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(status, body, headers)
        self.status = status
        self.body = body
        self.headers = headers


class Reason(Enum):
    """Why a request never reaches the behaviour of its operation."""

    NO_ROUTE = "There is nothing at this path."
    WRONG_VERB = "This path does not take this verb."
    TOO_LARGE = "The body is too large."
    BROKEN_JSON = "The body is not JSON."
    NO_CREDENTIAL = "The request carries no credential."
    OTHER_SCHEME = "The request carries a credential of another scheme."
    INVALID = "The request is not what the operation takes."
    OTHER_RELEASE = "What was asked for is of another release of the platform."
