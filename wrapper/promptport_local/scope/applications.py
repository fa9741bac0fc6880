"""Scope's applications: who may exchange a key and a secret for a token."""

from __future__ import annotations

from typing import Any

from promptport_local.scope.state import ORGANISATION, State


class Applications:
    """Applications.

    Args:
        state: What the local Scope holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, api_key: str, org_id: str = ORGANISATION, **fields: Any) -> None:
        """Keep an application, or change one: what is not given stays as it is.

        Raises:
            ValueError: A new application has no secret.
        """
        usual = {"org_id": org_id, "api_key": api_key, "enabled": True, "can_read": True}
        application = {**(self._state.applications.get(org_id, api_key) or usual), **fields}
        if "api_secret" not in application:
            raise ValueError("a new application needs an api_secret")
        self._state.applications.put(org_id, api_key, value=application)
