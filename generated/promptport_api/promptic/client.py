# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The resources of the platform, for any sender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from promptport.model import Releases, Scheme

from .api.client import AsyncClient as _AsyncClient
from .api.client import Client as _Client

if TYPE_CHECKING:
    from .api.ai_applications import AiApplications, AsyncAiApplications
    from .api.login import AsyncLogin, Login
    from .api.models import AsyncModels, Models
    from .api.workspaces import AsyncWorkspaces, Workspaces

SCHEMES: Mapping[str, Scheme] = {
    "key": Scheme("bearer"),
    "session": Scheme("bearer"),
    "application": Scheme("header", "X-AI-Application-Id"),
    "workspace": Scheme("header", "X-Workspace-Id"),
}

RELEASES = Releases(
    "promptic-sdk",
    (
        "0.14.2",
        "0.14.3",
        "0.14.4",
        "0.15.0",
        "0.16.0",
        "0.17.0",
        "0.18.0",
        "0.19.0",
        "0.20.0",
        "0.21.0",
        "0.21.1",
        "0.22.0",
        "0.23.0",
        "0.24.0",
        "0.24.2",
        "1.1.0",
    ),
)


class Client(_Client):
    """Promptic API."""

    @cached_property
    def ai_applications(self) -> AiApplications:
        """The AI applications that a person can enter."""
        from .api.ai_applications import AiApplications

        return AiApplications(self._sender)

    @cached_property
    def workspaces(self) -> Workspaces:
        """The AI applications that a person can enter, by the path of their older name."""
        from .api.workspaces import Workspaces

        return Workspaces(self._sender)

    @cached_property
    def models(self) -> Models:
        """The models that experiments can be for."""
        from .api.models import Models

        return Models(self._sender)

    @cached_property
    def login(self) -> Login:
        """The login of a device (RFC 8628), which needs no credentials."""
        from .api.login import Login

        return Login(self._sender)


class AsyncClient(_AsyncClient):
    """Promptic API, for asyncio."""

    @cached_property
    def ai_applications(self) -> AsyncAiApplications:
        """The AI applications that a person can enter."""
        from .api.ai_applications import AsyncAiApplications

        return AsyncAiApplications(self._sender)

    @cached_property
    def workspaces(self) -> AsyncWorkspaces:
        """The AI applications that a person can enter, by the path of their older name."""
        from .api.workspaces import AsyncWorkspaces

        return AsyncWorkspaces(self._sender)

    @cached_property
    def models(self) -> AsyncModels:
        """The models that experiments can be for."""
        from .api.models import AsyncModels

        return AsyncModels(self._sender)

    @cached_property
    def login(self) -> AsyncLogin:
        """The login of a device (RFC 8628), which needs no credentials."""
        from .api.login import AsyncLogin

        return AsyncLogin(self._sender)
