# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The operations of `projects`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import projects_get as _projects_get


class Projects:
    """Whose a key is."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def get(
        self,
    ) -> models.Projects:
        """The project that the key belongs to.

        Raises:
            promptport.Error: No good answer came, 401 (There are no credentials, or they are not known), 403 (The
                key is of another kind), 429 (The limit of the organisation is reached), 500 (Something failed on the
                platform's side).
        """
        return self._sender.send(_projects_get.request(), _projects_get.parse)


class AsyncProjects:
    """Whose a key is."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def get(
        self,
    ) -> models.Projects:
        """The project that the key belongs to.

        Raises:
            promptport.Error: No good answer came, 401 (There are no credentials, or they are not known), 403 (The
                key is of another kind), 429 (The limit of the organisation is reached), 500 (Something failed on the
                platform's side).
        """
        return await self._sender.send(_projects_get.request(), _projects_get.parse)
