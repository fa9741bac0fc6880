# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The operations of `models`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import models_list as _models_list


class Models:
    """The models that experiments can be for."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
    ) -> models.AvailableModelList:
        """The models that experiments can be for. All come at once.

        Since promptic-sdk 0.24.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return self._sender.send(_models_list.request(), _models_list.parse)


class AsyncModels:
    """The models that experiments can be for."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
    ) -> models.AvailableModelList:
        """The models that experiments can be for. All come at once.

        Since promptic-sdk 0.24.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed), 404 (There is no such thing in this AI application, or the id can't be one).
        """
        return await self._sender.send(_models_list.request(), _models_list.parse)
