"""Proves what the local Scope's backend puts together: its state, its options, and its return to the beginning."""

from __future__ import annotations

from promptport_local.scope.backend import Backend

from .conftest import issue, named


def test_a_reset_returns_to_the_fixture(scope: Backend) -> None:
    """Prompts, applications, tokens, counts and options."""
    before = scope.state()
    scope.seed({"prompts": [{"name": "more", "versions": [{"content": "x"}]}], "options": {"spelling": "ruby"}})
    issue(scope)
    assert named(scope, "more")["versions"][0]["content"] == "x"
    assert (scope.counts["issued"], scope.options.spelling) == (1, "ruby")
    scope.reset()
    assert scope.state() == before


def test_what_the_page_shows(scope: Backend) -> None:
    assert [each.title for each in scope.tables()] == ["Applications", "Prompts", "Tokens"]
