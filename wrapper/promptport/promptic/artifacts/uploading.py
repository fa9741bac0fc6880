"""What uploads of artifacts need to know, and how they fail."""

from __future__ import annotations

from ...errors import CallError, Error
from ...http.options import Options
from ..rules import Credentials, PrompticRules
from ..settings import HOST

TIMEOUT = 30.0  # seconds of one attempt
RETRIES = 2


class UploadError(Error, RuntimeError):
    """An artifact could not be made.

    Attributes:
        unreachable: Whether the platform could not be reached at all, so that there is no use in trying another.
    """

    def __init__(self, message: str, cause: Exception | None = None) -> None:
        super().__init__(message)
        self.unreachable = isinstance(cause, CallError) and is_settled(cause)


def is_settled(error: CallError) -> bool:
    """Whether a failed call says that no other call to the platform would fare better: no answer, or the key is refused."""
    return error.kind in ("connection", "timeout") or error.status_code == 401


def road(key: str, endpoint: str) -> tuple[PrompticRules, Options]:
    """What the road to the wire needs for artifacts.

    Args:
        key: The API key.
        endpoint: Where the platform is.
    """
    options = Options.checked(timeout=TIMEOUT, retries=RETRIES, factor=0.5, hosts={HOST: endpoint})
    return PrompticRules(Credentials(api_key=key)), options
