"""Models of language, as far as they are more than records."""

from __future__ import annotations

from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State


class Models:
    """Lists models.

    Args:
        state: What is held.
        records: The records as clients see them.
    """

    def __init__(self, state: State, records: Records) -> None:
        self._state = state
        self._records = records

    def available(self) -> list[Json] | Json:
        """The models that are in use, by their providers: a list, or `groups` (`Options.grouped_models`)."""
        groups: dict[str, list[Json]] = {}
        for model in self._records.listed("llm_models"):
            if model["is_active"]:
                groups.setdefault(model["provider"], []).append(model)
        listed = [{"provider": provider, "models": models} for provider, models in sorted(groups.items())]
        return {"groups": listed} if self._state.options.grouped_models else listed
