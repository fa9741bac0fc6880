"""Data sources and credentials, as far as they are more than records: queries, connections, and which is the default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_local.promptrails.kind import Json
from promptport_local.promptrails.records import Records
from promptport_local.promptrails.runs import Runs
from promptport_local.promptrails.versions import Versions

_COLUMNS = ["id", "name", "value"]
_ROWS = [[1, "first", 10], [2, "second", 20]]
_TOOK = 12


class Sources:
    """Answers for the databases behind the data sources, and for those behind the credentials.

    Args:
        records: The state.
        versions: The versions in it.
        runs: What renders a template.
    """

    def __init__(self, records: Records, versions: Versions, runs: Runs) -> None:
        self._records = records
        self._versions = versions
        self._runs = runs

    def query(self, data_source_id: str, parameters: Mapping[str, Any] | None = None) -> Json:
        """What the query of the current version finds: always the same two rows, beside the query that was run.

        Raises:
            Refusal: 404; there is no such data source.
        """
        source = self._records.find("data_sources", data_source_id)
        version = self._versions.chosen("data_source_versions", source) or {}
        return self._found(version.get("query_template") or "", parameters)

    def preview(self, data_source_id: str, query_template: str, parameters: Mapping[str, Any] | None = None) -> Json:
        """What another query finds.

        Raises:
            Refusal: 404; there is no such data source.
        """
        self._records.find("data_sources", data_source_id)
        return self._found(query_template, parameters)

    def test(self, data_source_id: str) -> Json:
        """Whether a data source can be reached: not where its version names a credential that is gone or not valid.

        Raises:
            Refusal: 404; there is no such data source.
        """
        source = self._records.find("data_sources", data_source_id)
        version = self._versions.chosen("data_source_versions", source) or {}
        if version.get("credential_id") is None:
            return {"ok": True}
        credential = self._records.known("credentials", version["credential_id"])
        return {"ok": credential is not None and credential["is_valid"]}

    def check(self, credential_id: str) -> Json:
        """Whether a credential works.

        Raises:
            Refusal: 404; there is no such credential.
        """
        return {"ok": self._records.find("credentials", credential_id)["is_valid"]}

    def set_default(self, credential_id: str) -> Json:
        """Make a credential the default of its category, in place of any other.

        Raises:
            Refusal: 404; there is no such credential.
        """
        with self._records.transaction():
            chosen = self._records.find("credentials", credential_id)
            for each in self._records.all("credentials", category=chosen["category"]):
                default = each["id"] == credential_id
                if each["is_default"] != default:
                    self._records.put(
                        "credentials", {**each, "is_default": default, "updated_at": self._records.moment()}
                    )
            return self._records.get("credentials", credential_id)

    def _found(self, template: str, parameters: Mapping[str, Any] | None) -> Json:
        return {
            "columns": _COLUMNS,
            "rows": _ROWS,
            "row_count": len(_ROWS),
            "duration_ms": _TOOK,
            "query": self._runs.render(template, parameters or {}),
        }
