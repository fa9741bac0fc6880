# Made by `nox -s generate` from openapi/promptic.yaml: change the contract or a template, never this file.
"""The operations of `workspaces`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import workspaces_list as _workspaces_list


class Workspaces:
    """The AI applications that a person can enter, by the path of their older name."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptic-sdk 0.21.0; use `ai_applications.list`.")
    def list(
        self,
    ) -> models.AIApplicationList:
        """The AI applications that a person can enter, by the path of their older name.

        For session tokens only, without an AI application beside it. Gone since promptic-sdk 0.21.0; use
        `ai_applications.list`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(_workspaces_list.request(), _workspaces_list.parse)


class AsyncWorkspaces:
    """The AI applications that a person can enter, by the path of their older name."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptic-sdk 0.21.0; use `ai_applications.list`.")
    async def list(
        self,
    ) -> models.AIApplicationList:
        """The AI applications that a person can enter, by the path of their older name.

        For session tokens only, without an AI application beside it. Gone since promptic-sdk 0.21.0; use
        `ai_applications.list`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or no AI
                application is named beside a session token), 401 (The key or token is missing, unknown or over), 403
                (The AI application is not one of the person's), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(_workspaces_list.request(), _workspaces_list.parse)
