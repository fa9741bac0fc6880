# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The resources of the platform, for any sender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from promptport.model import AsyncSender, Scheme, Sender

if TYPE_CHECKING:
    from .api.health import AsyncHealth, Health
    from .api.opentelemetry import AsyncOpentelemetry, Opentelemetry
    from .api.projects import AsyncProjects, Projects
    from .api.prompt_version import AsyncPromptVersion, PromptVersion
    from .api.prompts import AsyncPrompts, Prompts
    from .api.scores import AsyncScores, Scores

SCHEMES: Mapping[str, Scheme] = {
    "basic": Scheme("basic"),
}


class Client:
    """Langfuse."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def prompts(self) -> Prompts:
        """Prompts and their versions."""
        from .api.prompts import Prompts

        return Prompts(self._sender)

    @cached_property
    def prompt_version(self) -> PromptVersion:
        """The labels of a version."""
        from .api.prompt_version import PromptVersion

        return PromptVersion(self._sender)

    @cached_property
    def scores(self) -> Scores:
        """What people and programs think of what came of a prompt."""
        from .api.scores import Scores

        return Scores(self._sender)

    @cached_property
    def projects(self) -> Projects:
        """Whose a key is."""
        from .api.projects import Projects

        return Projects(self._sender)

    @cached_property
    def health(self) -> Health:
        """Whether the platform is up."""
        from .api.health import Health

        return Health(self._sender)

    @cached_property
    def opentelemetry(self) -> Opentelemetry:
        """The ingest of traces."""
        from .api.opentelemetry import Opentelemetry

        return Opentelemetry(self._sender)


class AsyncClient:
    """Langfuse, for asyncio."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def prompts(self) -> AsyncPrompts:
        """Prompts and their versions."""
        from .api.prompts import AsyncPrompts

        return AsyncPrompts(self._sender)

    @cached_property
    def prompt_version(self) -> AsyncPromptVersion:
        """The labels of a version."""
        from .api.prompt_version import AsyncPromptVersion

        return AsyncPromptVersion(self._sender)

    @cached_property
    def scores(self) -> AsyncScores:
        """What people and programs think of what came of a prompt."""
        from .api.scores import AsyncScores

        return AsyncScores(self._sender)

    @cached_property
    def projects(self) -> AsyncProjects:
        """Whose a key is."""
        from .api.projects import AsyncProjects

        return AsyncProjects(self._sender)

    @cached_property
    def health(self) -> AsyncHealth:
        """Whether the platform is up."""
        from .api.health import AsyncHealth

        return AsyncHealth(self._sender)

    @cached_property
    def opentelemetry(self) -> AsyncOpentelemetry:
        """The ingest of traces."""
        from .api.opentelemetry import AsyncOpentelemetry

        return AsyncOpentelemetry(self._sender)
