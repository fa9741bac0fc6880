# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
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
from . import scores_create_config as _scores_create_config
from . import scores_delete as _scores_delete
from . import scores_delete_config as _scores_delete_config
from . import scores_get as _scores_get
from . import scores_get_aggregates as _scores_get_aggregates
from . import scores_get_config as _scores_get_config
from . import scores_list as _scores_list
from . import scores_list_configs as _scores_list_configs
from . import scores_update as _scores_update
from . import scores_update_config as _scores_update_config


class Scores:
    """Verdicts on traces, and what they look like."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    def list(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        trace_id: str | None = None,
        name: str | None = None,
        source: str | None = None,
        data_type: str | None = None,
        config_id: str | None = None,
    ) -> models.ScorePage:
        """A page of scores.

        Gone since promptrails 0.9.0.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            trace_id: Only those about this trace.
            name: Only those of this name.
            source: Only those from this source.
            data_type: Only those of this type.
            config_id: Only those of this definition.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_list.request(
                page=page,
                limit=limit,
                trace_id=trace_id,
                name=name,
                source=source,
                data_type=data_type,
                config_id=config_id,
            ),
            _scores_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def iter(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        trace_id: str | None = None,
        name: str | None = None,
        source: str | None = None,
        data_type: str | None = None,
        config_id: str | None = None,
    ) -> Iterator[models.Score]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                trace_id=trace_id,
                name=name,
                source=source,
                data_type=data_type,
                config_id=config_id,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def create(
        self,
        *,
        trace_id: str,
        name: str,
        value: float | None = None,
        string_value: str | None = None,
        bool_value: bool | None = None,
        data_type: str = "numeric",
        source: str = "api",
        span_id: str | None = None,
        config_id: str | None = None,
        comment: str | None = None,
    ) -> models.Score:
        """Judge a trace.

        Gone since promptrails 0.9.0.

        Args:
            trace_id: The trace that it is about.
            name: What is judged.
            value: The verdict, where it is a number.
            string_value: The verdict, where it is one of several words.
            bool_value: The verdict, where it is yes or no.
            data_type: `numeric`, `categorical` or `boolean`.
            source: Who judges: `manual`, `api`, or a model.
            span_id: The span that it is about.
            config_id: The definition that it follows.
            comment: What to say beside it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_create.request(
                trace_id=trace_id,
                name=name,
                value=value,
                string_value=string_value,
                bool_value=bool_value,
                data_type=data_type,
                source=source,
                span_id=span_id,
                config_id=config_id,
                comment=comment,
            ),
            _scores_create.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def get(self, score_id: str) -> models.Score:
        """One score.

        Gone since promptrails 0.9.0.

        Args:
            score_id: The score.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_get.request(
                score_id=score_id,
            ),
            _scores_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def delete(self, score_id: str) -> None:
        """Remove a score.

        Gone since promptrails 0.9.0.

        Args:
            score_id: The score.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_delete.request(
                score_id=score_id,
            ),
            _scores_delete.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def update(self, score_id: str, **fields: Unpack[models.ScoreUpdate]) -> models.Score:
        """Change a score.

        Gone since promptrails 0.9.0.

        Args:
            score_id: The score.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_update.request(
                score_id=score_id,
                **fields,
            ),
            _scores_update.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def get_aggregates(
        self, *, trace_id: str | None = None, name: str | None = None
    ) -> builtins.list[models.ScoreAggregate]:
        """Numeric scores, summed up by name.

        Gone since promptrails 0.9.0.

        Args:
            trace_id: Only those about this trace.
            name: Only those of this name.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_get_aggregates.request(
                trace_id=trace_id,
                name=name,
            ),
            _scores_get_aggregates.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def list_configs(self, *, page: int = 1, limit: int = 20) -> models.ScoreConfigPage:
        """A page of definitions.

        Gone since promptrails 0.9.0.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_list_configs.request(
                page=page,
                limit=limit,
            ),
            _scores_list_configs.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def iter_configs(self, *, page: int = 1, limit: int = 20) -> Iterator[models.ScoreConfig]:
        """All items of `list_configs`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_configs`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list_configs(
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def create_config(
        self,
        *,
        name: str,
        data_type: str = "numeric",
        min_value: float | None = None,
        max_value: float | None = None,
        categories: Sequence[Any] | None = None,
        description: str | None = None,
    ) -> models.ScoreConfig:
        """Define what scores of one name look like.

        Gone since promptrails 0.9.0.

        Args:
            name: The name of the scores.
            data_type: `numeric`, `categorical` or `boolean`.
            min_value: The least value.
            max_value: The greatest value.
            categories: The words to choose from; objects, or plain texts.
            description: What is judged.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_create_config.request(
                name=name,
                data_type=data_type,
                min_value=min_value,
                max_value=max_value,
                categories=categories,
                description=description,
            ),
            _scores_create_config.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def get_config(self, config_id: str) -> models.ScoreConfig:
        """One definition.

        Gone since promptrails 0.9.0.

        Args:
            config_id: The definition.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_get_config.request(
                config_id=config_id,
            ),
            _scores_get_config.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def delete_config(self, config_id: str) -> None:
        """Remove a definition.

        Gone since promptrails 0.9.0.

        Args:
            config_id: The definition.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_delete_config.request(
                config_id=config_id,
            ),
            _scores_delete_config.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def update_config(self, config_id: str, **fields: Unpack[models.ScoreConfigUpdate]) -> models.ScoreConfig:
        """Change a definition.

        Gone since promptrails 0.9.0.

        Args:
            config_id: The definition.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _scores_update_config.request(
                config_id=config_id,
                **fields,
            ),
            _scores_update_config.parse,
        )


class AsyncScores:
    """Verdicts on traces, and what they look like."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def list(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        trace_id: str | None = None,
        name: str | None = None,
        source: str | None = None,
        data_type: str | None = None,
        config_id: str | None = None,
    ) -> models.ScorePage:
        """A page of scores.

        Gone since promptrails 0.9.0.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            trace_id: Only those about this trace.
            name: Only those of this name.
            source: Only those from this source.
            data_type: Only those of this type.
            config_id: Only those of this definition.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_list.request(
                page=page,
                limit=limit,
                trace_id=trace_id,
                name=name,
                source=source,
                data_type=data_type,
                config_id=config_id,
            ),
            _scores_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def iter(
        self,
        *,
        page: int = 1,
        limit: int = 20,
        trace_id: str | None = None,
        name: str | None = None,
        source: str | None = None,
        data_type: str | None = None,
        config_id: str | None = None,
    ) -> AsyncIterator[models.Score]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                trace_id=trace_id,
                name=name,
                source=source,
                data_type=data_type,
                config_id=config_id,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def create(
        self,
        *,
        trace_id: str,
        name: str,
        value: float | None = None,
        string_value: str | None = None,
        bool_value: bool | None = None,
        data_type: str = "numeric",
        source: str = "api",
        span_id: str | None = None,
        config_id: str | None = None,
        comment: str | None = None,
    ) -> models.Score:
        """Judge a trace.

        Gone since promptrails 0.9.0.

        Args:
            trace_id: The trace that it is about.
            name: What is judged.
            value: The verdict, where it is a number.
            string_value: The verdict, where it is one of several words.
            bool_value: The verdict, where it is yes or no.
            data_type: `numeric`, `categorical` or `boolean`.
            source: Who judges: `manual`, `api`, or a model.
            span_id: The span that it is about.
            config_id: The definition that it follows.
            comment: What to say beside it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_create.request(
                trace_id=trace_id,
                name=name,
                value=value,
                string_value=string_value,
                bool_value=bool_value,
                data_type=data_type,
                source=source,
                span_id=span_id,
                config_id=config_id,
                comment=comment,
            ),
            _scores_create.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def get(self, score_id: str) -> models.Score:
        """One score.

        Gone since promptrails 0.9.0.

        Args:
            score_id: The score.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_get.request(
                score_id=score_id,
            ),
            _scores_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def delete(self, score_id: str) -> None:
        """Remove a score.

        Gone since promptrails 0.9.0.

        Args:
            score_id: The score.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_delete.request(
                score_id=score_id,
            ),
            _scores_delete.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def update(self, score_id: str, **fields: Unpack[models.ScoreUpdate]) -> models.Score:
        """Change a score.

        Gone since promptrails 0.9.0.

        Args:
            score_id: The score.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_update.request(
                score_id=score_id,
                **fields,
            ),
            _scores_update.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def get_aggregates(
        self, *, trace_id: str | None = None, name: str | None = None
    ) -> builtins.list[models.ScoreAggregate]:
        """Numeric scores, summed up by name.

        Gone since promptrails 0.9.0.

        Args:
            trace_id: Only those about this trace.
            name: Only those of this name.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_get_aggregates.request(
                trace_id=trace_id,
                name=name,
            ),
            _scores_get_aggregates.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def list_configs(self, *, page: int = 1, limit: int = 20) -> models.ScoreConfigPage:
        """A page of definitions.

        Gone since promptrails 0.9.0.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_list_configs.request(
                page=page,
                limit=limit,
            ),
            _scores_list_configs.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    def iter_configs(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.ScoreConfig]:
        """All items of `list_configs`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_configs`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list_configs(
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def create_config(
        self,
        *,
        name: str,
        data_type: str = "numeric",
        min_value: float | None = None,
        max_value: float | None = None,
        categories: Sequence[Any] | None = None,
        description: str | None = None,
    ) -> models.ScoreConfig:
        """Define what scores of one name look like.

        Gone since promptrails 0.9.0.

        Args:
            name: The name of the scores.
            data_type: `numeric`, `categorical` or `boolean`.
            min_value: The least value.
            max_value: The greatest value.
            categories: The words to choose from; objects, or plain texts.
            description: What is judged.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_create_config.request(
                name=name,
                data_type=data_type,
                min_value=min_value,
                max_value=max_value,
                categories=categories,
                description=description,
            ),
            _scores_create_config.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def get_config(self, config_id: str) -> models.ScoreConfig:
        """One definition.

        Gone since promptrails 0.9.0.

        Args:
            config_id: The definition.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_get_config.request(
                config_id=config_id,
            ),
            _scores_get_config.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def delete_config(self, config_id: str) -> None:
        """Remove a definition.

        Gone since promptrails 0.9.0.

        Args:
            config_id: The definition.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_delete_config.request(
                config_id=config_id,
            ),
            _scores_delete_config.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0.")
    async def update_config(self, config_id: str, **fields: Unpack[models.ScoreConfigUpdate]) -> models.ScoreConfig:
        """Change a definition.

        Gone since promptrails 0.9.0.

        Args:
            config_id: The definition.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _scores_update_config.request(
                config_id=config_id,
                **fields,
            ),
            _scores_update_config.parse,
        )
