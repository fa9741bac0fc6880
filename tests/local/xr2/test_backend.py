"""Proves what the local xR2's backend puts together: its state, its options, and its return to the beginning."""

from __future__ import annotations

from promptport_local.xr2.backend import Backend

from ..conftest import get


def test_a_reset_returns_to_the_fixture(backend: Backend) -> None:
    """Prompts, keys, traces, usage and options."""
    before = backend.state()
    backend.seed({"prompts": [{"slug": "more", "versions": [{"user_prompt": "x"}]}], "keys": [{"token": "another"}]})
    assert get(backend, "more")["user_prompt"] == "x"
    assert len(backend.traces) == 1
    backend.reset()
    assert backend.state() == before


def test_what_the_page_shows(backend: Backend) -> None:
    """Every prompt, and the last traces."""
    get(backend)
    titles = [each.title for each in backend.tables()]
    assert titles == ["API keys", "Prompts", "Event definitions", "A/B tests", "Traces", "Events"]
