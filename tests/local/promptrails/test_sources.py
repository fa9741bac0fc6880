"""Proves that the local PromptRails queries data sources, and has one default of each category of credentials."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend


def test_a_query_is_the_one_of_the_version(rails: Backend) -> None:
    table = rails.sources.query("data-source-id", {"name": "Ann"})
    assert (table["columns"], table["row_count"], table["duration_ms"]) == (["id", "name", "value"], 2, 12)
    assert table["query"].endswith("WHERE name = Ann")
    assert rails.sources.preview("data-source-id", "SELECT {{ x }}", {"x": 1})["query"] == "SELECT 1"
    assert rails.sources.test("data-source-id") == rails.sources.check("credential-id") == {"ok": True}
    rails.records.delete("credentials", "credential-id")
    assert rails.sources.test("data-source-id") == {"ok": False}


def test_one_credential_of_a_category_is_the_default(rails: Backend) -> None:
    given = {"name": "n", "type": "t", "value": "v", "is_default": True}
    second = rails.records.create("credentials", {**given, "category": "llm"})["id"]
    other = rails.records.create("credentials", {**given, "category": "tools"})["id"]
    assert rails.sources.set_default(second)["is_default"]
    defaults = {each["id"] for each in rails.records.all("credentials", is_default=True)}
    assert defaults == {second, other}
