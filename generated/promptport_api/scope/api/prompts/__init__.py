# Made by `nox -s generate` from openapi/scope.yaml: change the contract or a template, never this file.
"""The operations of `prompts`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import prompts_get_latest as _prompts_get_latest
from . import prompts_get_production as _prompts_get_production
from . import prompts_get_version as _prompts_get_version


class Prompts:
    """Versions of prompts."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get_production(
        self,
        api_version: Literal["v1"] | str,
        name: str,
        *,
        environment: str | None = None,
        request_id: str | None = None,
    ) -> models.PromptVersion:
        """The version of a prompt that is in production.

        Args:
            api_version: The version of the interface, `v1`.
            name: The prompt's name; or its id, which is `prompt_` and a ULID.
            environment: The environment of the application, such as `production`.
            request_id: A name for this call, the same for all its attempts.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 409 or 429 or 500 (The platform refused or
                failed), 404 (No such prompt or version, or no version in production).
        """
        return self._sender.send(
            _prompts_get_production.request(
                api_version=api_version,
                name=name,
                environment=environment,
                request_id=request_id,
            ),
            _prompts_get_production.parse,
        )

    def get_latest(
        self,
        api_version: Literal["v1"] | str,
        name: str,
        *,
        environment: str | None = None,
        request_id: str | None = None,
    ) -> models.PromptVersion:
        """The newest version of a prompt, whatever its status.

        Args:
            api_version: The version of the interface, `v1`.
            name: The prompt's name; or its id, which is `prompt_` and a ULID.
            environment: The environment of the application, such as `production`.
            request_id: A name for this call, the same for all its attempts.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 409 or 429 or 500 (The platform refused or
                failed), 404 (No such prompt or version, or no version in production).
        """
        return self._sender.send(
            _prompts_get_latest.request(
                api_version=api_version,
                name=name,
                environment=environment,
                request_id=request_id,
            ),
            _prompts_get_latest.parse,
        )

    def get_version(
        self,
        api_version: Literal["v1"] | str,
        name: str,
        version: str,
        *,
        environment: str | None = None,
        request_id: str | None = None,
    ) -> models.PromptVersion:
        """One version of a prompt.

        Args:
            api_version: The version of the interface, `v1`.
            name: The prompt's name; or its id, which is `prompt_` and a ULID.
            version: The version's id, such as `version-123`. It is no number.
            environment: The environment of the application, such as `production`.
            request_id: A name for this call, the same for all its attempts.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 409 or 429 or 500 (The platform refused or
                failed), 404 (No such prompt or version, or no version in production).
        """
        return self._sender.send(
            _prompts_get_version.request(
                api_version=api_version,
                name=name,
                version=version,
                environment=environment,
                request_id=request_id,
            ),
            _prompts_get_version.parse,
        )


class AsyncPrompts:
    """Versions of prompts."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get_production(
        self,
        api_version: Literal["v1"] | str,
        name: str,
        *,
        environment: str | None = None,
        request_id: str | None = None,
    ) -> models.PromptVersion:
        """The version of a prompt that is in production.

        Args:
            api_version: The version of the interface, `v1`.
            name: The prompt's name; or its id, which is `prompt_` and a ULID.
            environment: The environment of the application, such as `production`.
            request_id: A name for this call, the same for all its attempts.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 409 or 429 or 500 (The platform refused or
                failed), 404 (No such prompt or version, or no version in production).
        """
        return await self._sender.send(
            _prompts_get_production.request(
                api_version=api_version,
                name=name,
                environment=environment,
                request_id=request_id,
            ),
            _prompts_get_production.parse,
        )

    async def get_latest(
        self,
        api_version: Literal["v1"] | str,
        name: str,
        *,
        environment: str | None = None,
        request_id: str | None = None,
    ) -> models.PromptVersion:
        """The newest version of a prompt, whatever its status.

        Args:
            api_version: The version of the interface, `v1`.
            name: The prompt's name; or its id, which is `prompt_` and a ULID.
            environment: The environment of the application, such as `production`.
            request_id: A name for this call, the same for all its attempts.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 409 or 429 or 500 (The platform refused or
                failed), 404 (No such prompt or version, or no version in production).
        """
        return await self._sender.send(
            _prompts_get_latest.request(
                api_version=api_version,
                name=name,
                environment=environment,
                request_id=request_id,
            ),
            _prompts_get_latest.parse,
        )

    async def get_version(
        self,
        api_version: Literal["v1"] | str,
        name: str,
        version: str,
        *,
        environment: str | None = None,
        request_id: str | None = None,
    ) -> models.PromptVersion:
        """One version of a prompt.

        Args:
            api_version: The version of the interface, `v1`.
            name: The prompt's name; or its id, which is `prompt_` and a ULID.
            version: The version's id, such as `version-123`. It is no number.
            environment: The environment of the application, such as `production`.
            request_id: A name for this call, the same for all its attempts.

        Raises:
            promptport.Error: No good answer came, 400 or 401 or 403 or 409 or 429 or 500 (The platform refused or
                failed), 404 (No such prompt or version, or no version in production).
        """
        return await self._sender.send(
            _prompts_get_version.request(
                api_version=api_version,
                name=name,
                version=version,
                environment=environment,
                request_id=request_id,
            ),
            _prompts_get_version.parse,
        )
