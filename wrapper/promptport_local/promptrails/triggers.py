"""Addresses that run an agent when they are called: `/triggers` today, `/webhook-triggers` before; one kind of record."""

from __future__ import annotations

import hmac
from typing import Any

from promptport_local.promptrails.errors import bad_request, not_found, refused
from promptport_local.promptrails.figures import HOOK
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.state import State

SOURCES = ("generic", "slack", "telegram", "whatsapp", "teams", "schedule")
"""What may call a trigger."""

_SHOWN = 8


class Triggers:
    """Makes triggers, and is called by them.

    Args:
        state: What is held.
        records: The records as clients see them.
        runs: Where the agents run.
    """

    def __init__(self, state: State, records: Records, runs: Runs) -> None:
        self._state = state
        self._records = records
        self._runs = runs

    def create(
        self, name: str, agent_id: str, source: str = "generic", generate_secret: bool = False, **fields: Any
    ) -> Json:
        """Make a trigger of an agent, which need not exist.

        Args:
            name: Its name.
            agent_id: The agent.
            source: What calls it; an empty text is `generic`.
            generate_secret: Whether calls are to be signed.
            fields: `source_config` and `reply_config`, objects; `is_active` (True).

        Returns:
            The trigger as it is shown, with its token and its secret: nobody is ever told them again.

        Raises:
            Refusal: 400; a field is of a wrong type, or nothing calls by this name.
        """
        _check(source)
        state = self._state
        with state.environment.transaction():
            token = state.mint()
            secret = f"whsec_{state.digits(32)}" if generate_secret else None
            kept: Json = {"token_prefix": token[:_SHOWN], "has_secret": generate_secret, "_token": token}
            given = {"name": name, "agent_id": agent_id, "source": source or "generic", **fields}
            made = self._records.create("agent_triggers", given, **kept, _secret=secret)
            return {**made, "token": token, **({"secret": secret} if secret else {})}

    def change(self, trigger_id: str, **fields: Any) -> Json:
        """Change a trigger: `name`, `is_active`, `source`, `source_config`, `reply_config`.

        Raises:
            Refusal: 404; there is none. 400; a field is of a wrong type, or nothing calls by the name of the source.
        """
        _check(fields.get("source") or "")
        given = {key: value for key, value in fields.items() if key != "source" or value}
        return self._records.change("agent_triggers", trigger_id, given)

    def find(self, token: str) -> Json:
        """The trigger with this token, as it is kept.

        Raises:
            Refusal: 404; there is none.
        """
        found = self._state.all("agent_triggers", _token=token)
        if not found:
            raise not_found("agent trigger")
        return found[0]

    def verify(self, token: str, body: bytes, signature: str | None) -> None:
        """Refuse a call that its trigger's secret has not signed; without a secret every call is good.

        Args:
            token: The token of the trigger.
            body: The body of the call.
            signature: The HMAC of the body with SHA-256 in hexadecimal digits, `sha256=` before them or not.

        Raises:
            Refusal: 404; no trigger has this token. 401; the signature is missing or wrong.
        """
        secret = self.find(token).get("_secret")
        if secret is None:
            return
        given = (signature or "").strip().removeprefix("sha256=").lower()
        if not hmac.compare_digest(given.encode(), hmac.new(secret.encode(), body, "sha256").hexdigest().encode()):
            raise refused(401, "unauthorized", "The signature of the call is missing or wrong.")

    def call(self, token: str, input: Json) -> Json:
        """Call a trigger: its agent runs.

        Returns:
            The execution as it is shown.

        Raises:
            Refusal: 404; no trigger has this token, or its agent is gone. 400; it is switched off.
        """
        state = self._state
        with state.environment.transaction():
            trigger = self.find(token)
            if not trigger["is_active"]:
                raise bad_request("agent trigger is disabled")
            state.put("agent_triggers", {**trigger, "last_used_at": state.moment()})
            return self._runs.run(HOOK, trigger["agent_id"], input)


def _check(source: str) -> None:
    if source and source not in SOURCES:
        problem = f"must be one of {', '.join(SOURCES)}"
        raise bad_request(f"source {problem}", {"source": problem})
