"""The instrumentations of model libraries that `init` turns on, and how they are chosen."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from ...errors import ConfigurationError
from ...spelling import closest

InstrumentorName: TypeAlias = Literal[
    "openai", "anthropic", "google_generativeai", "vertexai", "bedrock", "mistralai", "cohere", "langchain", "openai_agents",
    "claude_agent_sdk", "google-generativeai", "google", "gemini", "vertex", "mistral", "openai-agents", "openaiagents",
    "claude-agent-sdk", "claude-agent", "claude_agents", "claude",
]  # fmt: skip
InstrumentorSelection: TypeAlias = InstrumentorName | Iterable[InstrumentorName]
"""One name, or several."""


class Instrumentor(NamedTuple):
    """An instrumentation.

    Attributes:
        name: What it is called in a selection.
        kind: Its class.
    """

    name: str
    kind: str

    @property
    def module(self) -> str:
        """Where its class is."""
        return f"opentelemetry.instrumentation.{self.name}"


INSTRUMENTORS: Mapping[str, Instrumentor] = {
    name: Instrumentor(name, kind)
    for name, kind in {
        "openai": "OpenAIInstrumentor",
        "anthropic": "AnthropicInstrumentor",
        "google_generativeai": "GoogleGenerativeAiInstrumentor",
        "vertexai": "VertexAIInstrumentor",
        "bedrock": "BedrockInstrumentor",
        "mistralai": "MistralAiInstrumentor",
        "cohere": "CohereInstrumentor",
        "langchain": "LangchainInstrumentor",
        "openai_agents": "OpenAIAgentsInstrumentor",
        "claude_agent_sdk": "ClaudeAgentSdkInstrumentor",
    }.items()
}
ALIASES = {
    "google": "google_generativeai",
    "gemini": "google_generativeai",
    "vertex": "vertexai",
    "mistral": "mistralai",
    "openaiagents": "openai_agents",
    "claude": "claude_agent_sdk",
    "claude_agent": "claude_agent_sdk",
    "claude_agents": "claude_agent_sdk",
}
INCLUDE, EXCLUDE = "PROMPTIC_INSTRUMENTORS", "PROMPTIC_EXCLUDE_INSTRUMENTORS"


def selected(
    instrumentors: InstrumentorSelection | None, exclude_instrumentors: InstrumentorSelection | None
) -> list[Instrumentor]:
    """The instrumentations that are to be turned on, in their order.

    Args:
        instrumentors: Those that are wanted; else PROMPTIC_INSTRUMENTORS says, else all are.
        exclude_instrumentors: Those that are not; else PROMPTIC_EXCLUDE_INSTRUMENTORS says.

    Raises:
        ConfigurationError: There is none of such a name; the text lists those that there are.
    """
    wanted, unwanted = _names(instrumentors, INCLUDE), _names(exclude_instrumentors, EXCLUDE)
    found = set(INSTRUMENTORS) if wanted is None else wanted
    return [each for name, each in INSTRUMENTORS.items() if name in found - (unwanted or set())]


def _names(given: object, variable: str) -> set[str] | None:
    """The names of a selection; None where there is none."""
    if given is None:
        said = [each for each in re.split(r"[,;\s]+", os.environ.get(variable, "")) if each]
        return {_known(each, variable) for each in said} if said else None
    source = "`instrumentors`" if variable == INCLUDE else "`exclude_instrumentors`"
    if isinstance(given, str):
        return {_known(given, source)}
    if not isinstance(given, Iterable):
        raise ConfigurationError(f"{source} must be a name or a list of names, not {type(given).__name__}.")
    return {_known(each, source) for each in given}


def _known(name: object, source: str) -> str:
    plain = name.strip().lower().replace("-", "_") if isinstance(name, str) else ""
    found = ALIASES.get(plain, plain)
    if found not in INSTRUMENTORS:
        guess = closest(plain, INSTRUMENTORS)
        meant = f" Did you mean `{guess}`?" if guess else ""
        raise ConfigurationError(
            f"{source}: there is no instrumentor {name!r:.60}.{meant} There are {', '.join(INSTRUMENTORS)}."
        )
    return found
