# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The operations of `health`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import health_health as _health_health


class Health:
    """Whether the platform is up."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def health(
        self,
    ) -> models.Health:
        """Whether the platform and its database are up; needs no key.

        Raises:
            promptport.Error: No good answer came, 503 (Something failed on the platform's side).
        """
        return self._sender.send(_health_health.request(), _health_health.parse)


class AsyncHealth:
    """Whether the platform is up."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def health(
        self,
    ) -> models.Health:
        """Whether the platform and its database are up; needs no key.

        Raises:
            promptport.Error: No good answer came, 503 (Something failed on the platform's side).
        """
        return await self._sender.send(_health_health.request(), _health_health.parse)
