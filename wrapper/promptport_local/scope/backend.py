"""Scope's behaviour without HTTP: who gets a token, whom a token lets in, which version it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from promptport_local.clock import read, written
from promptport_local.scope.holdings import Holdings
from promptport_local.scope.ids import jwt
from promptport_local.scope.records import Json, Refusal

# How long a token is good for whose answer does not say: so the clients take it.
_USUAL_SECONDS = 300
_RUBY_NAMES = {"id": "version_id", "version_number": "version"}
_PYTHON_ONLY = ("is_production", "updated_at")
_RUBY_ONLY = ("name", "tags", "created_by", "promoted_at", "promoted_by")


class Backend(Holdings):
    """The local Scope: its state (see `Holdings`) and its calls. Use it to seed and to inspect, in-process."""

    def exchange(self, org_id: str, api_key: str, api_secret: str) -> Json:
        """Issue a token for an application: what the exchange answers.

        Raises:
            Refusal: 401 where the three do not belong together; 403 where the application is disabled.
        """
        with self._environment.transaction():
            application = self._held.applications.get(org_id, api_key)
            if application is None or application["api_secret"] != api_secret:
                refusal = Refusal(401, "invalid_credentials", "The credentials are not known.")
            elif not application["enabled"]:
                refusal = Refusal(403, "application_disabled", "The application is disabled.")
            else:
                return self._issue(org_id, api_key)
            count = (self._held.refused.get(refusal.code) or {"count": 0})["count"] + 1
            self._held.refused.put(refusal.code, value={"code": refusal.code, "count": count})
        raise refusal

    def authenticate(self, access_token: str) -> Json:
        """The application that a token was issued to.

        Raises:
            Refusal: 401 where the token is unknown, expired or revoked; 403 where the application is disabled by now,
                or may not read prompts.
        """
        with self._environment.transaction():
            token = self._held.tokens.get(access_token)
            if token is None:
                raise Refusal(401, "invalid_token", "The token is not known.")
            if token["revoked"]:
                raise Refusal(401, "token_revoked", "The token was revoked.")
            if self._environment.now() >= read(token["expires_at"]):
                raise Refusal(401, "token_expired", "The token has expired.")
            application: Json = self._held.applications.get(token["org_id"], token["api_key"])
            if not application["enabled"]:
                raise Refusal(403, "application_disabled", "The application is disabled.")
            if not application["can_read"]:
                raise Refusal(403, "forbidden", "The application may not read prompts.")
            self._held.tokens.put(access_token, value={**token, "calls": token["calls"] + 1})
        return application

    def get_production(self, application: Json, prompt: str) -> Json:
        """The version of a prompt that is in production.

        Args:
            application: The caller's, from `authenticate`; only its organisation's prompts are found.
            prompt: The prompt's name, or its id.

        Raises:
            Refusal: 404, `prompt_not_found` or `no_production_version`.
        """
        found = self._sought(application, prompt)
        for version in found["versions"]:
            if version["is_production"]:
                return self._shown(found, version)
        raise Refusal(404, "no_production_version", f"No version of the prompt {prompt!r} is in production.")

    def get_latest(self, application: Json, prompt: str) -> Json:
        """The newest version of a prompt, whatever its status.

        Raises:
            Refusal: 404, `prompt_not_found`; or `version_not_found` where the prompt has no version.
        """
        found = self._sought(application, prompt)
        if not found["versions"]:
            raise Refusal(404, "version_not_found", f"The prompt {prompt!r} has no version.")
        return self._shown(found, found["versions"][-1])

    def get_version(self, application: Json, prompt: str, version_id: str) -> Json:
        """One version of a prompt, by its exact id.

        Raises:
            Refusal: 404, `prompt_not_found` or `version_not_found`.
        """
        found = self._sought(application, prompt)
        for version in found["versions"]:
            if version["id"] == version_id:
                return self._shown(found, version)
        raise Refusal(404, "version_not_found", f"The prompt {prompt!r} has no version {version_id!r}.")

    def mint_uuid(self) -> str:
        """A new UUID, such as the name of a request that came without one."""
        return self._environment.uuid()

    def _issue(self, org_id: str, api_key: str) -> Json:
        now = self._environment.now()
        seconds = self.options.expires_in
        end = now + timedelta(seconds=_USUAL_SECONDS if seconds is None else seconds)
        claims = {"sub": org_id, "client_id": api_key, "iat": int(now.timestamp()), "exp": int(end.timestamp())}
        # With a seed and a file the same digits come again after a restart.
        while True:
            access_token = jwt({**claims, "jti": self.mint_uuid()})
            if self._held.tokens.get(access_token) is None:
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
        self._held.tokens.put(access_token, value=token)
        told: Json = {} if seconds is None else {"expires_in": seconds}
        return {"access_token": access_token, **told, "token_type": "Bearer"}

    def _sought(self, application: Json, prompt: str) -> Json:
        found = self._find(application["org_id"], prompt)
        if found is None:
            raise Refusal(404, "prompt_not_found", f"There is no prompt {prompt!r}.")
        return found

    def _shown(self, prompt: Json, version: Json) -> Json:
        """A version as it is answered, in the spelling that `options` choose."""
        whole: dict[str, Any] = {"prompt_id": prompt["id"], "name": prompt["name"], **version}
        spelling = self.options.spelling
        if spelling == "python":
            return {name: value for name, value in whole.items() if name not in _RUBY_ONLY}
        ruby = {other: whole[name] for name, other in _RUBY_NAMES.items()}
        if spelling == "both":
            return {**whole, **ruby}
        return {**ruby, **{name: whole[name] for name in whole if name not in (*_RUBY_NAMES, *_PYTHON_ONLY)}}
