# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""The resources of the platform, for any sender."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from promptport.model import AsyncSender, Scheme, Sender

if TYPE_CHECKING:
    from .api.auth import AsyncAuth, Auth
    from .api.prompts import AsyncPrompts, Prompts

SCHEMES: Mapping[str, Scheme] = {
    "bearer": Scheme("bearer"),
}


class Client:
    """Scope."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def auth(self) -> Auth:
        """The exchange of credentials for a token, on a host of its own."""
        from .api.auth import Auth

        return Auth(self._sender)

    @cached_property
    def prompts(self) -> Prompts:
        """Versions of prompts."""
        from .api.prompts import Prompts

        return Prompts(self._sender)


class AsyncClient:
    """Scope, for asyncio."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def auth(self) -> AsyncAuth:
        """The exchange of credentials for a token, on a host of its own."""
        from .api.auth import AsyncAuth

        return AsyncAuth(self._sender)

    @cached_property
    def prompts(self) -> AsyncPrompts:
        """Versions of prompts."""
        from .api.prompts import AsyncPrompts

        return AsyncPrompts(self._sender)
