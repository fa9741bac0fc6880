"""Proves that PromptRails begins with what its documents speak of."""

from __future__ import annotations

from promptport_local.promptrails.backend import Backend
from promptport_local.promptrails.fixture import FIXTURE
from promptport_local.promptrails.seeds import check_seed


def test_the_fixture(rails: Backend) -> None:
    """It is such data as anybody may add; the prompt `welcome` is there, with a current version."""
    check_seed(FIXTURE)
    (welcome,) = rails.records.all("prompts", name="welcome")
    assert rails.records.get("prompts", welcome["id"])["current_version"]["user_prompt"]
    assert rails.records.all("agents")
