"""Data sources and credentials, as far as they are more than records: queries, connections, and which is the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.prompt_runs import render
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import State
from promptport_local.promptrails.versions import Versions

_COLUMNS = ["id", "name", "value"]
_ROWS = [[1, "first", 10], [2, "second", 20]]
_TOOK = 12


class Sources:
    """Answers for the databases behind the data sources, and for what is behind the credentials.

    Args:
        state: What is held.
        records: The records as clients see them.
        versions: The versions of the data sources.
    """

    def __init__(self, state: State, records: Records, versions: Versions) -> None:
        self._state = state
        self._records = records
        self._versions = versions

    def query(self, data_source_id: str, parameters: Mapping[str, Any] | None = None) -> Json:
        """What the query of the current version finds: always the same two rows, beside the query that was run.

        Raises:
            Refusal: 404; there is no such data source.
        """
        source = self._state.need("data_sources", data_source_id)
        version = self._versions.chosen("data_source_versions", source) or {}
        return self._found(version.get("query_template") or "", parameters)

    def preview(self, data_source_id: str, query_template: str, parameters: Mapping[str, Any] | None = None) -> Json:
        """What another query finds.

        Raises:
            Refusal: 404; there is no such data source.
        """
        self._state.need("data_sources", data_source_id)
        return self._found(query_template, parameters)

    def test(self, data_source_id: str) -> Json:
        """Whether a data source can be reached: not where its version names a credential that is gone or not valid.

        Raises:
            Refusal: 404; there is no such data source.
        """
        source = self._state.need("data_sources", data_source_id)
        version = self._versions.chosen("data_source_versions", source) or {}
        if version.get("credential_id") is None:
            return {"ok": True}
        credential = self._state.find("credentials", version["credential_id"])
        return {"ok": credential is not None and credential["is_valid"]}

    def check(self, credential_id: str) -> Json:
        """Whether a credential works.

        Raises:
            Refusal: 404; there is no such credential.
        """
        return {"ok": self._state.need("credentials", credential_id)["is_valid"]}

    def set_default(self, credential_id: str) -> Json:
        """Make a credential the default of its category, in place of any other.

        Raises:
            Refusal: 404; there is no such credential.
        """
        with self._state.environment.transaction():
            chosen = self._state.need("credentials", credential_id)
            for each in self._state.all("credentials", category=chosen["category"]):
                default = each["id"] == credential_id
                if each["is_default"] != default:
                    self._state.put("credentials", {**each, "is_default": default, "updated_at": self._state.moment()})
            return self._records.get("credentials", credential_id)

    def _found(self, template: str, parameters: Mapping[str, Any] | None) -> Json:
        return {
            "columns": _COLUMNS,
            "rows": _ROWS,
            "row_count": len(_ROWS),
            "duration_ms": _TOOK,
            "query": render(template, parameters or {}),
        }
