# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `data_sources`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import data_sources_create as _data_sources_create
from . import data_sources_create_version as _data_sources_create_version
from . import data_sources_delete as _data_sources_delete
from . import data_sources_get as _data_sources_get
from . import data_sources_list as _data_sources_list
from . import data_sources_list_versions as _data_sources_list_versions
from . import data_sources_preview_query as _data_sources_preview_query
from . import data_sources_promote_version as _data_sources_promote_version
from . import data_sources_query as _data_sources_query
from . import data_sources_test_connection as _data_sources_test_connection
from . import data_sources_update as _data_sources_update


class DataSources:
    """Sources that agents can query."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, page: int = 1, limit: int = 20) -> models.DataSourcePage:
        """A page of data sources.

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
            _data_sources_list.request(
                page=page,
                limit=limit,
            ),
            _data_sources_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> Iterator[models.DataSource]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
            ),
            page,
        )

    def create(self, *, name: str, type: str) -> models.DataSource:
        """Make a data source.

        Args:
            name: Its name.
            type: `postgresql`, `mysql`, `bigquery`, `snowflake`, `redshift`, `mssql`, `clickhouse` or
                `static_file`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_create.request(
                name=name,
                type=type,
            ),
            _data_sources_create.parse,
        )

    def get(self, data_source_id: str) -> models.DataSource:
        """One data source.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_get.request(
                data_source_id=data_source_id,
            ),
            _data_sources_get.parse,
        )

    def delete(self, data_source_id: str) -> None:
        """Remove a data source.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_delete.request(
                data_source_id=data_source_id,
            ),
            _data_sources_delete.parse,
        )

    def update(self, data_source_id: str, **fields: Unpack[models.DataSourceUpdate]) -> models.DataSource:
        """Change a data source.

        Args:
            data_source_id: The data source.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_update.request(
                data_source_id=data_source_id,
                **fields,
            ),
            _data_sources_update.parse,
        )

    def list_versions(self, data_source_id: str) -> builtins.list[models.DataSourceVersion]:
        """All versions of a data source.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_list_versions.request(
                data_source_id=data_source_id,
            ),
            _data_sources_list_versions.parse,
        )

    def create_version(
        self,
        data_source_id: str,
        *,
        version: str,
        query_template: str = "",
        credential_id: str | None = None,
        connection_config: Mapping[str, Any] | None = None,
        parameters: Sequence[Mapping[str, Any]] | None = None,
        set_current: bool = False,
        message: str | None = None,
    ) -> models.DataSourceVersion:
        """Make a version of a data source.

        Args:
            data_source_id: The data source.
            version: A label of your choice, such as `1.0.0`.
            query_template: The query, with its variables in double braces.
            credential_id: The credential that opens the connection.
            connection_config: Where the source is.
            parameters: What the variables are, each of `name`, `type`, `required` and `description`.
            set_current: Whether it becomes the one that runs.
            message: What to say of it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_create_version.request(
                data_source_id=data_source_id,
                version=version,
                query_template=query_template,
                credential_id=credential_id,
                connection_config=connection_config,
                parameters=parameters,
                set_current=set_current,
                message=message,
            ),
            _data_sources_create_version.parse,
        )

    def promote_version(self, data_source_id: str, version_id: str) -> dict[str, Any]:
        """Make a version the one that runs.

        Args:
            data_source_id: The data source.
            version_id: The version.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_promote_version.request(
                data_source_id=data_source_id,
                version_id=version_id,
            ),
            _data_sources_promote_version.parse,
        )

    def preview_query(
        self, data_source_id: str, *, query_template: str, parameters: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Try a query.

        Args:
            data_source_id: The data source.
            query_template: The query, with its variables in double braces.
            parameters: The values of its variables.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_preview_query.request(
                data_source_id=data_source_id,
                query_template=query_template,
                parameters=parameters,
            ),
            _data_sources_preview_query.parse,
        )

    def test_connection(self, data_source_id: str) -> dict[str, Any]:
        """See whether a data source can be reached.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_test_connection.request(
                data_source_id=data_source_id,
            ),
            _data_sources_test_connection.parse,
        )

    def query(self, data_source_id: str, *, parameters: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Query a data source.

        Args:
            data_source_id: The data source.
            parameters: The values of the query's variables.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _data_sources_query.request(
                data_source_id=data_source_id,
                parameters=parameters,
            ),
            _data_sources_query.parse,
        )


class AsyncDataSources:
    """Sources that agents can query."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, page: int = 1, limit: int = 20) -> models.DataSourcePage:
        """A page of data sources.

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
            _data_sources_list.request(
                page=page,
                limit=limit,
            ),
            _data_sources_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.DataSource]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
            ),
            page,
        )

    async def create(self, *, name: str, type: str) -> models.DataSource:
        """Make a data source.

        Args:
            name: Its name.
            type: `postgresql`, `mysql`, `bigquery`, `snowflake`, `redshift`, `mssql`, `clickhouse` or
                `static_file`.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_create.request(
                name=name,
                type=type,
            ),
            _data_sources_create.parse,
        )

    async def get(self, data_source_id: str) -> models.DataSource:
        """One data source.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_get.request(
                data_source_id=data_source_id,
            ),
            _data_sources_get.parse,
        )

    async def delete(self, data_source_id: str) -> None:
        """Remove a data source.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_delete.request(
                data_source_id=data_source_id,
            ),
            _data_sources_delete.parse,
        )

    async def update(self, data_source_id: str, **fields: Unpack[models.DataSourceUpdate]) -> models.DataSource:
        """Change a data source.

        Args:
            data_source_id: The data source.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_update.request(
                data_source_id=data_source_id,
                **fields,
            ),
            _data_sources_update.parse,
        )

    async def list_versions(self, data_source_id: str) -> builtins.list[models.DataSourceVersion]:
        """All versions of a data source.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_list_versions.request(
                data_source_id=data_source_id,
            ),
            _data_sources_list_versions.parse,
        )

    async def create_version(
        self,
        data_source_id: str,
        *,
        version: str,
        query_template: str = "",
        credential_id: str | None = None,
        connection_config: Mapping[str, Any] | None = None,
        parameters: Sequence[Mapping[str, Any]] | None = None,
        set_current: bool = False,
        message: str | None = None,
    ) -> models.DataSourceVersion:
        """Make a version of a data source.

        Args:
            data_source_id: The data source.
            version: A label of your choice, such as `1.0.0`.
            query_template: The query, with its variables in double braces.
            credential_id: The credential that opens the connection.
            connection_config: Where the source is.
            parameters: What the variables are, each of `name`, `type`, `required` and `description`.
            set_current: Whether it becomes the one that runs.
            message: What to say of it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_create_version.request(
                data_source_id=data_source_id,
                version=version,
                query_template=query_template,
                credential_id=credential_id,
                connection_config=connection_config,
                parameters=parameters,
                set_current=set_current,
                message=message,
            ),
            _data_sources_create_version.parse,
        )

    async def promote_version(self, data_source_id: str, version_id: str) -> dict[str, Any]:
        """Make a version the one that runs.

        Args:
            data_source_id: The data source.
            version_id: The version.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_promote_version.request(
                data_source_id=data_source_id,
                version_id=version_id,
            ),
            _data_sources_promote_version.parse,
        )

    async def preview_query(
        self, data_source_id: str, *, query_template: str, parameters: Mapping[str, Any] | None = None
    ) -> dict[str, Any]:
        """Try a query.

        Args:
            data_source_id: The data source.
            query_template: The query, with its variables in double braces.
            parameters: The values of its variables.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_preview_query.request(
                data_source_id=data_source_id,
                query_template=query_template,
                parameters=parameters,
            ),
            _data_sources_preview_query.parse,
        )

    async def test_connection(self, data_source_id: str) -> dict[str, Any]:
        """See whether a data source can be reached.

        Args:
            data_source_id: The data source.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_test_connection.request(
                data_source_id=data_source_id,
            ),
            _data_sources_test_connection.parse,
        )

    async def query(self, data_source_id: str, *, parameters: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Query a data source.

        Args:
            data_source_id: The data source.
            parameters: The values of the query's variables.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _data_sources_query.request(
                data_source_id=data_source_id,
                parameters=parameters,
            ),
            _data_sources_query.parse,
        )
