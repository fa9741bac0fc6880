"""Proves where the local PromptRails looks for an agent's model and its settings: in three places, one after the other."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.backend import Backend

from .rails import with_version


def model_of(rails: Backend, **given: Any) -> tuple[str, dict[str, Any], int]:
    """The model, the settings and the tokens of a run of a version."""
    with_version(rails, **given)
    run = rails.runs.execute("agent-id", {})
    (span,) = [each for each in rails.traces.spans(run["trace_id"]) if each["kind"] == "llm"]
    assert span["prompt_name"] == "Summarizer"
    return span["model_name"], span["attributes"], run["token_usage"]["completion_tokens"]


def test_the_first_place_that_says_something_is_heard(rails: Backend) -> None:
    """The version's `model_config`, its `config`, the version of its prompt, which has a model and a temperature here."""
    own = {"model_id": "claude-id", "temperature": 0, "top_k": 4, "max_tokens": 10}
    old = {"llm_model_id": "gemini-id", "max_tokens": 20, "temperature": 1.5}
    assert model_of(rails) == ("gpt-4o", {"temperature": 0.5}, 80)
    assert model_of(rails, config=old) == ("gemini-2.5-flash", {"temperature": 1.5, "max_tokens": 20}, 20)
    sampled = {"temperature": 0, "top_k": 4, "max_tokens": 10}
    assert model_of(rails, config=old, model_config=own) == ("claude-sonnet-4-5", sampled, 10)
    assert model_of(rails, model_config={"max_tokens": 1000}) == (
        "gpt-4o",
        {"temperature": 0.5, "max_tokens": 1000},
        80,
    )


def test_another_model_takes_over_where_one_is_not_known(rails: Backend) -> None:
    fallback = {"model_id": "invalid-id", "fallback_model_id": "claude-id"}
    assert model_of(rails, model_config=fallback)[0] == "gpt-4o"
    rails.seed({"prompt_versions": [{"id": "bare", "prompt_id": "prompt-id", "is_current": True}]})
    assert model_of(rails, model_config=fallback)[0] == "claude-sonnet-4-5"
    assert model_of(rails, model_config={"model_id": "invalid-id"}) == ("gpt-4o", {}, 80)
