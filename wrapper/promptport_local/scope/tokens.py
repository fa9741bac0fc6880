"""Scope's tokens: who gets one, and whom one lets in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from promptport_local.clock import read, written
from promptport_local.scope.errors import refused
from promptport_local.scope.ids import jwt
from promptport_local.scope.state import ORGANISATION, Json, State

# How long a token is good for whose answer does not say: so the clients take it.
_USUAL_SECONDS = 300


class Tokens:
    """Tokens, and the exchange that issues them.

    Args:
        state: What the local Scope holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def exchange(self, org_id: str, api_key: str, api_secret: str) -> Json:
        """Issue a token for an application: what the exchange answers.

        Raises:
            Refusal: 401 where the three do not belong together; 403 where the application is disabled.
        """
        with self._state.environment.transaction():
            application = self._state.applications.get(org_id, api_key)
            if application is None and self._state.environment.any_key:
                org_id, application = ORGANISATION, self._taken_in(api_key, api_secret)
            if application is None or application["api_secret"] != api_secret:
                status, code, message = 401, "invalid_credentials", "The credentials are not known."
            elif not application["enabled"]:
                status, code, message = 403, "application_disabled", "The application is disabled."
            else:
                return self._issue(org_id, api_key)
            count = (self._state.refused.get(code) or {"count": 0})["count"] + 1
            self._state.refused.put(code, value={"code": code, "count": count})
        raise refused(status, code, message)

    def authenticate(self, access_token: str) -> Json:
        """The application that a token was issued to.

        Raises:
            Refusal: 401 where the token is unknown, expired or revoked; 403 where the application is disabled by now,
                or may not read prompts.
        """
        with self._state.environment.transaction():
            token = self._state.tokens.get(access_token)
            if token is None:
                raise refused(401, "invalid_token", "The token is not known.")
            if token["revoked"]:
                raise refused(401, "token_revoked", "The token was revoked.")
            if self._state.environment.now() >= read(token["expires_at"]):
                raise refused(401, "token_expired", "The token has expired.")
            application: Json = self._state.applications.get(token["org_id"], token["api_key"])
            if not application["enabled"]:
                raise refused(403, "application_disabled", "The application is disabled.")
            if not application["can_read"]:
                raise refused(403, "forbidden", "The application may not read prompts.")
            self._state.tokens.put(access_token, value={**token, "calls": token["calls"] + 1})
        return application

    def change(self, chosen: Sequence[str] | str, change: Json) -> None:
        """Change tokens.

        Args:
            chosen: The tokens, or `all`.
            change: The fields that change.

        Raises:
            ValueError: A token was not issued here.
        """
        every = [each["access_token"] for each in self._state.tokens.all()]
        for access_token in every if chosen == "all" else chosen:
            token = self._state.tokens.get(access_token)
            if token is None:
                raise ValueError("a token was not issued here")
            self._state.tokens.put(access_token, value={**token, **change})

    def _taken_in(self, api_key: str, api_secret: str) -> Json:
        """An application of the usual organisation for a key that is not known, where any will do."""
        known: Json | None = self._state.applications.get(ORGANISATION, api_key)
        usual = {"org_id": ORGANISATION, "api_key": api_key, "enabled": True, "can_read": True}
        application = {**(known or usual), "api_secret": api_secret}
        self._state.applications.put(ORGANISATION, api_key, value=application)
        return application

    def _issue(self, org_id: str, api_key: str) -> Json:
        now = self._state.environment.now()
        seconds = self._state.options.expires_in
        end = now + timedelta(seconds=_USUAL_SECONDS if seconds is None else seconds)
        claims = {"sub": org_id, "client_id": api_key, "iat": int(now.timestamp()), "exp": int(end.timestamp())}
        # With a seed and a file the same digits come again after a restart.
        while True:
            access_token = jwt({**claims, "jti": self._state.environment.uuid()})
            if self._state.tokens.get(access_token) is None:
                break
        token = {
            "access_token": access_token,
            "org_id": org_id,
            "api_key": api_key,
            "issued_at": written(now),
            "expires_at": written(end),
            "revoked": False,
            "calls": 0,
        }
        self._state.tokens.put(access_token, value=token)
        lifetime: Json = {} if seconds is None else {"expires_in": seconds}
        return {"access_token": access_token, **lifetime, "token_type": "Bearer"}
