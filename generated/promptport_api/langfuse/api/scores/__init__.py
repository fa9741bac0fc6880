# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
"""The operations of `scores`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import scores_create as _scores_create
from . import scores_delete as _scores_delete


class Scores:
    """What people and programs think of what came of a prompt."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def create(self, *, body: Sequence[models.CreateScoreRequest]) -> models.CreateScoreResponse:
        """Record scores.

        Servers before the client 5.0 take one score for a request, and answer its id. A score whose id is known
        replaces the one before.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 or 503 (Something failed on the platform's side).
        """
        return self._sender.send(
            _scores_create.request(
                body=body,
            ),
            _scores_create.parse,
        )

    def delete(self, score_id: str) -> models.Accepted | None:
        """Delete a score.

        It goes a while later.

        Args:
            score_id: The score's id.

        Raises:
            promptport.Error: No good answer came, 401 (There are no credentials, or they are not known), 403 (The
                key is of another kind), 404 (There is no such prompt, version or label, or no such score), 429 (The
                limit of the organisation is reached), 500 or 503 (Something failed on the platform's side).
        """
        return self._sender.send(
            _scores_delete.request(
                score_id=score_id,
            ),
            _scores_delete.parse,
        )


class AsyncScores:
    """What people and programs think of what came of a prompt."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def create(self, *, body: Sequence[models.CreateScoreRequest]) -> models.CreateScoreResponse:
        """Record scores.

        Servers before the client 5.0 take one score for a request, and answer its id. A score whose id is known
        replaces the one before.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 or 503 (Something failed on the platform's side).
        """
        return await self._sender.send(
            _scores_create.request(
                body=body,
            ),
            _scores_create.parse,
        )

    async def delete(self, score_id: str) -> models.Accepted | None:
        """Delete a score.

        It goes a while later.

        Args:
            score_id: The score's id.

        Raises:
            promptport.Error: No good answer came, 401 (There are no credentials, or they are not known), 403 (The
                key is of another kind), 404 (There is no such prompt, version or label, or no such score), 429 (The
                limit of the organisation is reached), 500 or 503 (Something failed on the platform's side).
        """
        return await self._sender.send(
            _scores_delete.request(
                score_id=score_id,
            ),
            _scores_delete.parse,
        )
