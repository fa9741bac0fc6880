"""Proves that the local PromptRails renders a prompt with what is given."""

from __future__ import annotations

from typing import Any

from promptport_local.promptrails.backend import Backend


def test_a_prompt_is_rendered_with_what_is_given(rails: Backend) -> None:
    def asked(*arguments: Any, **settings: Any) -> str:
        return str(rails.prompt_runs.run(*arguments, **settings)["content"]).partition(": ")[2]

    assert asked("prompt-id", {"text": "{{other}} and 5"}) == "Summarize: {{other}} and 5"
    assert asked("welcome-id", {"customer_name": "Ann"}, user_prompt="{{customer_name}}, {{language}}") == "Ann, en"
    assert asked("prompt-id") == "Summarize: {{ text }}"
    run = rails.prompt_runs.run("prompt-id", max_tokens=5, llm_model_id="unknown", fallback_llm_model_id="claude-id")
    usage = run["token_usage"]
    assert (run["model"], usage["completion_tokens"]) == ("claude-sonnet-4-5", 5)
    assert run["cost"] == round(usage["prompt_tokens"] * 0.000003 + 5 * 0.000015, 6)
    assert len(run["trace_id"]) == 32
