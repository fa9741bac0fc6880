"""Proves which instrumentations are chosen, by arguments and by the environment."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from promptport.promptic.tracing.instrumentors import INSTRUMENTORS, InstrumentorName, selected

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

ALL = [
    "openai",
    "anthropic",
    "google_generativeai",
    "vertexai",
    "bedrock",
    "mistralai",
    "cohere",
    "langchain",
    "openai_agents",
    "claude_agent_sdk",
]


def names(*given: Any) -> list[str]:
    return [each.name for each in selected(*given)]


def test_all_in_their_order() -> None:
    assert names(None, None) == ALL
    assert INSTRUMENTORS["claude_agent_sdk"].module == "opentelemetry.instrumentation.claude_agent_sdk"


@pytest.mark.parametrize("name", get_args(InstrumentorName))
def test_every_name_is_one(name: str) -> None:
    assert len(names(name, None)) == len(names([f" {name.upper()} "], None)) == 1


def test_by_arguments() -> None:
    assert names(["langchain", "gemini"], None) == ["google_generativeai", "langchain"]
    assert names([], None) == names("openai", "openai") == []
    assert names(iter(["openai"]), None) == ["openai"]
    assert names(None, ["Claude-Agent", "vertex"]) == [
        each for each in ALL if each not in ("claude_agent_sdk", "vertexai")
    ]


def test_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An argument goes before it, an empty one as well; an empty variable is none."""
    monkeypatch.setenv("PROMPTIC_INSTRUMENTORS", " openai, langchain;mistral\tcohere ")
    monkeypatch.setenv("PROMPTIC_EXCLUDE_INSTRUMENTORS", "cohere")
    assert names(None, None) == ["openai", "mistralai", "langchain"]
    assert names("cohere", None) == []
    assert names("cohere", []) == ["cohere"]
    assert names([], None) == []
    monkeypatch.setenv("PROMPTIC_INSTRUMENTORS", " , ")
    assert "anthropic" in names(None, None)


@pytest.mark.parametrize("given", ["openai,langchain", "opnai", [""], [7], 7, b"openai"])
def test_there_is_none_of_that_name(given: Any) -> None:
    with pytest.raises(ValueError, match=r"`(exclude_)?instrumentors`"):
        selected(given, None)
    with pytest.raises(ValueError, match="`exclude_instrumentors`"):
        selected(None, given)


def test_the_error_says_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMPTIC_INSTRUMENTORS", "opnai")
    with pytest.raises(ValueError, match="PROMPTIC_INSTRUMENTORS") as refused:
        selected(None, None)
    assert "Did you mean `openai`?" in str(refused.value)
    assert all(each in str(refused.value) for each in ALL)
