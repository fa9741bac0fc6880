"""Models of language, as far as they are more than records."""

from __future__ import annotations

from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json


class Models:
    """Lists models.

    Args:
        records: The records as clients see them.
    """

    def __init__(self, records: Records) -> None:
        self._records = records

    def available(self) -> list[Json]:
        """The models that are in use, by their providers."""
        groups: dict[str, list[Json]] = {}
        for model in self._records.listed("llm_models"):
            if model["is_active"]:
                groups.setdefault(model["provider"], []).append(model)
        return [{"provider": provider, "models": models} for provider, models in sorted(groups.items())]
