"""xR2's API keys: whom they belong to, and how often their owner may fetch."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any

from promptport_local.xr2.errors import labelled, refused, unknown_key
from promptport_local.xr2.state import OWNER, WORKSPACE, Json, State


class Keys:
    """API keys and what their owners have used.

    Args:
        state: What the local xR2 holds.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, token: str, **fields: Any) -> None:
        """Keep a key, in place of the one with this token."""
        self._state.keys.put(token, value=_record(token, **fields))

    def authenticate(self, token: str) -> Json:
        """The record of an API key.

        Raises:
            Refusal: 401; the key is unknown or revoked. Whether its owner is gone is looked at later (`need_owner`).
        """
        key: Json | None = self._state.keys.get(token)
        if key is None and self._state.environment.any_key:
            key = _record(token)
        if key is None or not key["active"]:
            raise unknown_key()
        return key

    def need_owner(self, key: Json) -> None:
        """Refuse a key whose owner is gone, once the call itself has begun.

        Raises:
            Refusal: 401, without the `WWW-Authenticate` that an unknown key gets.
        """
        if not key["owner_active"]:
            raise refused(401, "The owner of the API key is not active.")

    def check_api_key(self, key: Json) -> Json:
        """Whom a key belongs to.

        Raises:
            Refusal: 401; the owner is gone. 404; the owner has no workspace.
        """
        self.need_owner(key)
        self.need_workspace(key)
        return {"ok": True, "user": key["user"]}

    def need_workspace(self, key: Json) -> None:
        """Refuse a key whose owner has no workspace.

        Raises:
            Refusal: 404; it has none.
        """
        if key["workspace"] is None:
            raise refused(404, f"{key['user']} has no workspace.")

    def check_quota(self, key: Json) -> None:
        """Refuse a key whose owner may fetch no more today.

        Raises:
            Refusal: 429; the quota is used up.
        """
        quota = key["quota"]
        used = self.used(key["user"])
        if quota is not None and used >= quota:
            today = self._state.environment.now().astimezone(UTC)
            midnight = (today + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
            raise labelled(
                "API rate limit exceeded",
                f"The daily quota of {quota} requests is used up.",
                429,
                current_usage=used,
                max_requests_per_day=quota,
                reset_time=midnight.isoformat(),
            )

    def used(self, user: str) -> int:
        """How often a user fetched a prompt successfully today, by UTC: what counts against the quota."""
        record = self._state.usage.get(user, self._today())
        return int(record["count"]) if record else 0

    def count(self, user: str) -> None:
        """Count one more fetch of a user."""
        record = {"user": user, "day": self._today(), "count": self.used(user) + 1}
        self._state.usage.put(user, self._today(), value=record)

    def _today(self) -> str:
        return self._state.environment.now().astimezone(UTC).date().isoformat()


def _record(token: str, **fields: Any) -> Json:
    usual = {"user": OWNER, "workspace": WORKSPACE, "active": True, "owner_active": True, "quota": None}
    return {"token": token, **usual, **fields}
