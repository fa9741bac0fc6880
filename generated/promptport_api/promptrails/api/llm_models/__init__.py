# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `llm_models`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import llm_models_list as _llm_models_list
from . import llm_models_list_available as _llm_models_list_available


class LlmModels:
    """The models that prompts run on."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, page: int = 1, limit: int = 20, provider: str | None = None) -> models.LLMModelPage:
        """A page of the catalogue.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            provider: Only those of this provider.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _llm_models_list.request(
                page=page,
                limit=limit,
                provider=provider,
            ),
            _llm_models_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20, provider: str | None = None) -> Iterator[models.LLMModel]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                provider=provider,
            ),
            page,
        )

    def list_available(
        self,
    ) -> builtins.list[models.AvailableModelGroup]:
        """The models that the workspace can use, by provider.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(_llm_models_list_available.request(), _llm_models_list_available.parse)


class AsyncLlmModels:
    """The models that prompts run on."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, page: int = 1, limit: int = 20, provider: str | None = None) -> models.LLMModelPage:
        """A page of the catalogue.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            provider: Only those of this provider.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _llm_models_list.request(
                page=page,
                limit=limit,
                provider=provider,
            ),
            _llm_models_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20, provider: str | None = None) -> AsyncIterator[models.LLMModel]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                provider=provider,
            ),
            page,
        )

    async def list_available(
        self,
    ) -> builtins.list[models.AvailableModelGroup]:
        """The models that the workspace can use, by provider.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(_llm_models_list_available.request(), _llm_models_list_available.parse)
