# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The operations of `prompt_version`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import prompt_version_update as _prompt_version_update


class PromptVersion:
    """The labels of a version."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def update(self, name: str, version: int, **fields: Unpack[models.UpdateLabelsRequest]) -> models.Prompt:
        """Give labels to a version.

        They leave the other versions of the name. No label is ever taken from this version.

        Args:
            name: The prompt's name, folders and all.
            version: The version's number.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 404 (There is no
                such prompt, version or label, or no such score), 429 (The limit of the organisation is reached), 500
                (Something failed on the platform's side).
        """
        return self._sender.send(
            _prompt_version_update.request(
                name=name,
                version=version,
                **fields,
            ),
            _prompt_version_update.parse,
        )


class AsyncPromptVersion:
    """The labels of a version."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def update(self, name: str, version: int, **fields: Unpack[models.UpdateLabelsRequest]) -> models.Prompt:
        """Give labels to a version.

        They leave the other versions of the name. No label is ever taken from this version.

        Args:
            name: The prompt's name, folders and all.
            version: The version's number.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 404 (There is no
                such prompt, version or label, or no such score), 429 (The limit of the organisation is reached), 500
                (Something failed on the platform's side).
        """
        return await self._sender.send(
            _prompt_version_update.request(
                name=name,
                version=version,
                **fields,
            ),
            _prompt_version_update.parse,
        )
