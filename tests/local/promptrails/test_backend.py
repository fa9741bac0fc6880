"""Proves that the local PromptRails shows no secret."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend


def test_no_secret_is_in_the_state_or_on_the_page(rails: Backend) -> None:
    rails.records.create("credentials", {"name": "c", "type": "t", "category": "llm", "value": "very-secret-value"})
    trigger = rails.triggers.create("hook", "agent-id", generate_secret=True)
    shown = str(rails.state()) + str(rails.tables())
    for secret in (
        "your-api-key",
        "very-secret-value",
        trigger["token"],
        trigger["secret"],
        "2KxkT5aBcDeFgHiJkLmNoPqRsTu",
    ):
        assert secret not in shown
    assert rails.state()["credentials"][-1]["masked_content"] == "very*********alue"
    assert {len(table.columns) == len(row) for table in rails.tables() for row in table.rows} == {True}
