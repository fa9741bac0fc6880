"""API keys: which are good."""

from __future__ import annotations

from typing import Any

from promptport_local.environment import Environment
from promptport_local.masking import mask
from promptport_local.promptrails.errors import refused
from promptport_local.promptrails.resource import Json


class Keys:
    """The API keys.

    Args:
        environment: Where they lie.
    """

    def __init__(self, environment: Environment) -> None:
        self._keys = environment.collection("keys")
        self._any = environment.any_key

    def authenticate(self, token: str) -> Json:
        """The record of an API key.

        Raises:
            Refusal: 401; it is not known, or was revoked. 403; it may not be used from here.
        """
        key: Json | None = self._keys.get(token)
        if key is None and self._any:
            key = _record(token)
        if key is None or not key["active"]:
            raise refused(401, "unauthorized", "The API key is not known, or was revoked.")
        if not key["allowed"]:
            raise refused(403, "forbidden", "The API key may not be used from this address.")
        return key

    def allow(self, key: Json, scope: str) -> None:
        """Refuse a key that may not do something; one without scopes may do everything.

        Raises:
            Refusal: 403; the scope is not among the key's.
        """
        if key.get("scopes") is not None and scope not in key["scopes"]:
            raise refused(403, "forbidden", f"The API key lacks the scope {scope}.")

    def put(self, token: str, **fields: Any) -> None:
        """Keep an API key, good unless `active` or `allowed` is False; for `scopes` alone, where it has some."""
        self._keys.put(token, value=_record(token, **fields))

    def masked(self) -> list[Json]:
        """All keys, their tokens masked."""
        return [{**each, "token": mask(each["token"])} for each in self._keys.all()]


def _record(token: str, **fields: Any) -> Json:
    return {"active": True, "allowed": True, "token": token, **fields}
