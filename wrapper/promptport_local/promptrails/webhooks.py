"""Addresses that run an agent when they are called."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.errors import bad_request, not_found
from promptport_local.promptrails.figures import HOOK
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.state import State

_SHOWN = 8


class Webhooks:
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

    def create(self, name: str, agent_id: str, generate_secret: bool = False, **fields: Any) -> Json:
        """Make a trigger of an agent, which need not exist.

        Args:
            name: Its name.
            agent_id: The agent.
            generate_secret: Whether calls are to be signed.
            fields: `is_active` (True).

        Returns:
            The trigger as it is shown, with its token and its secret: nobody is ever told them again.

        Raises:
            Refusal: 400; a field is of a wrong type.
        """
        state = self._state
        with state.environment.transaction():
            token = state.mint()
            secret = {"secret": f"whsec_{state.digits(32)}"} if generate_secret else {}
            kept: Json = {"token_prefix": token[:_SHOWN], "has_secret": generate_secret, "_token": token}
            given = {"name": name, "agent_id": agent_id, **fields}
            return {**self._records.create("webhook_triggers", given, **kept), "token": token, **secret}

    def call(self, token: str, input: Json) -> Json:
        """Call a trigger: its agent runs.

        Returns:
            The execution as it is shown.

        Raises:
            Refusal: 404; no trigger has this token, or its agent is gone. 400; it is switched off.
        """
        state = self._state
        with state.environment.transaction():
            found = state.all("webhook_triggers", _token=token)
            if not found:
                raise not_found("webhook trigger")
            trigger = found[0]
            if not trigger["is_active"]:
                raise bad_request("webhook trigger is disabled")
            state.put("webhook_triggers", {**trigger, "last_used_at": state.moment()})
            return self._runs.run(HOOK, trigger["agent_id"], input)
