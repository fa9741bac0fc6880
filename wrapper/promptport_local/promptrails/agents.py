"""Agents, as far as they are more than records: one can be made from a template."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions


class Agents:
    """Makes agents.

    Args:
        state: What is held.
        records: The records as clients see them.
        versions: The versions of the agents.
    """

    def __init__(self, state: State, records: Records, versions: Versions) -> None:
        self._state = state
        self._records = records
        self._versions = versions

    def create(self, template_id: str | None = None, **given: Any) -> Json:
        """Make an agent; one from a template gets a current version with the template's config.

        Args:
            template_id: The template.
            given: The fields of the agent.

        Raises:
            Refusal: 404; there is no such template. 400; a field is of a wrong type.
        """
        with self._state.environment.transaction():
            template = None if template_id is None else self._state.need("templates", template_id)
            agent = self._records.create("agents", given)
            if template is None:
                return agent
            begun = {"config": template["flow_config"] or {}, "message": template["name"], "set_current": True}
            self._versions.create("agent_versions", agent["id"], begun)
            return self._records.get("agents", agent["id"])
