"""What the road to the wire must know of Scope: how it is entered, its errors, and what to do about them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any, ClassVar

from promptport_api.scope.api.auth import auth_login

from ..errors import CallError, Kind
from ..hidden import Secret
from ..http.response import Response
from ..http.rules import Grant, Problem, Rules, account_of, credential_of, json_of, proof_of, words
from ..model import Operation, Parse, Request, Unreadable
from . import errors
from .credentials import AnyCredentials, asked_of, pair_of

LIFE = 300.0  # seconds that a token lives where the platform does not say
REFUSED = "Check org_id, api_key and api_secret (SCOPE_ORG_ID, SCOPE_API_KEY, SCOPE_API_SECRET)."
HINTS = {
    401: "The token was refused, though it is new: check that base_url and auth_api_url belong together.",
    403: "The application may not read this prompt: check its rights at Scope.",
    429: "Wait, or ask less often: `cache_ttl` says how long a version is kept.",
}
CODES = {
    "prompt_not_found": "Check the name, or the id: an organisation sees its own prompts.",
}
CLASSES: dict[int, type[errors.ApiError]] = {
    401: errors.AuthenticationError,
    403: errors.AuthorizationError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    429: errors.RateLimitError,
}


class ScopeRules(Rules):
    """The ways of Scope.

    Args:
        credentials: Who asks, checked.
        early: Seconds before its expiry that a token is renewed.
        within: What decides besides the organisation what is answered, such as the environment, which is sent as a header.
    """

    platform = "scope"
    addresses: ClassVar[Mapping[str, str]] = {
        "https://api.scope.io": "`base_url`, or SCOPE_API_URL",
        "https://auth.scope.io": "`auth_api_url`, or SCOPE_AUTH_API_URL",
    }
    account_headers: ClassVar[Mapping[str, str]] = {
        "authorization": "`credentials`",
        "x-scope-environment": "`environment`",
    }
    account_settings = "`credentials` (`org_id`, `api_key` and `api_secret`)"
    error = errors.ApiError
    closed_error = errors.ClosedError

    def __init__(self, credentials: AnyCredentials, early: float, *within: str | None) -> None:
        super().__init__(within=(credentials.org_id, *within))
        self._seen = ""
        self._credentials, self._organisation = credentials, credentials.org_id
        self.asked = asked_of(credentials)
        self.early = early
        self.look()

    def look(self) -> None:
        """Take in who asks: an application's own credentials may have another key or secret by now."""
        key, secret = pair_of(self._credentials)
        found = credential_of(key, secret, *self.within)
        if key and found != self._seen:
            self.secrets.add(secret)
            self._account = account_of(key, *self.within)
            self._credential = found if secret else ""
            self._proof = proof_of(key, secret, *self.within) if secret else ""
            self._seen = found

    def login(self) -> tuple[Request, Parse[Grant]]:
        """The exchange of the credentials for a token.

        Raises:
            ConfigurationError: An application's own credentials are another organisation's by now, whose prompts must not
                become copies of the first one's.
        """
        who = self._credentials
        if who.org_id != self._organisation:
            raise errors.ConfigurationError("The credentials are another organisation's now: build another client.")
        self.look()
        key, secret = pair_of(who)
        return auth_login.request(
            account_id=who.org_id or "", client_id=key or "", client_secret=Secret(secret or "")
        ), _grant

    def error_class(
        self, operation: Operation, status: int, kind: Kind
    ) -> type[errors.ApiError | errors.ConnectionError]:
        """By the status; whatever fails in the exchange is about the token."""
        if not operation.security:
            return errors.InvalidCredentialsError if status in (401, 403) else errors.TokenRefreshError
        if kind == "timeout":
            return errors.TimeoutError
        if kind == "connection":
            return errors.ConnectionError
        return CLASSES.get(status) or (errors.ServerError if status >= 500 else errors.ApiError)

    def failure(self, operation: Operation, message: str, status: int, kind: Kind, **facts: Any) -> CallError:
        """An error of the documented class, whose constructor takes the status by its name."""
        made = self.error_class(operation, status, kind)
        return made(message, http_status=status, kind=kind, platform=self.platform, operation=operation.id, **facts)

    def problem(self, operation: Operation, answer: Response) -> Problem:
        """Read an error: `error` with `code` and `message`, or flat, `message` or `error`."""
        body = json_of(answer)
        said: Any = body.get("error") if isinstance(body, dict) else None
        inner = said if isinstance(said, dict) else {}
        flat = body.get("message") if isinstance(body, dict) else None
        message = next(
            (each for each in (inner.get("message"), flat, said) if isinstance(each, str) and each.strip()), ""
        )
        code = inner.get("code")
        hint = (CODES.get(code) if isinstance(code, str) else None) or HINTS.get(answer.status)
        if not operation.security and answer.status in (401, 403):
            hint = REFUSED
        return Problem(
            message or words(answer, self.hide),
            answer.status,
            code if isinstance(code, str) else None,
            body,
            None,
            hint,
        )


def _grant(content: bytes) -> Grant:
    token = auth_login.parse(content)
    if not isinstance(token.access_token, str) or not re.fullmatch(r"[\x21-\x7e]+", token.access_token):
        raise Unreadable("a token", "something else", ("access_token",))
    try:
        seconds = LIFE if token.expires_in is None else float(token.expires_in)
    except (TypeError, ValueError):
        raise Unreadable("a number of seconds", "something else", ("expires_in",)) from None
    return Grant(Secret(token.access_token), seconds if math.isfinite(seconds) else LIFE)
