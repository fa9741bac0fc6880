# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `credentials`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import credentials_check_connection as _credentials_check_connection
from . import credentials_create as _credentials_create
from . import credentials_delete as _credentials_delete
from . import credentials_get as _credentials_get
from . import credentials_list as _credentials_list
from . import credentials_set_default as _credentials_set_default
from . import credentials_update as _credentials_update


class Credentials:
    """Secrets that the platform keeps for models, sources and tools."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, page: int = 1, limit: int = 20) -> models.CredentialPage:
        """A page of credentials.

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
            _credentials_list.request(
                page=page,
                limit=limit,
            ),
            _credentials_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> Iterator[models.Credential]:
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

    def create(
        self,
        *,
        name: str,
        type: str,
        category: str,
        value: str,
        description: str = "",
        is_default: bool = False,
        schema_type: str = "",
    ) -> models.Credential:
        """Keep a secret.

        Args:
            name: Its name.
            type: Whose it is, such as `openai` or `postgresql`.
            category: `llm`, `data_warehouse`, `tools`, `speech`, `image` or `video`.
            value: The secret itself; it is never answered.
            description: What it is for.
            is_default: Whether to use it where none is named.
            schema_type: The kind of schema that belongs to it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _credentials_create.request(
                name=name,
                type=type,
                category=category,
                value=value,
                description=description,
                is_default=is_default,
                schema_type=schema_type,
            ),
            _credentials_create.parse,
        )

    def get(self, credential_id: str) -> models.Credential:
        """One credential, without its secret.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _credentials_get.request(
                credential_id=credential_id,
            ),
            _credentials_get.parse,
        )

    def delete(self, credential_id: str) -> None:
        """Remove a credential.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _credentials_delete.request(
                credential_id=credential_id,
            ),
            _credentials_delete.parse,
        )

    def update(self, credential_id: str, **fields: Unpack[models.CredentialUpdate]) -> models.Credential:
        """Change a credential.

        Args:
            credential_id: The credential.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _credentials_update.request(
                credential_id=credential_id,
                **fields,
            ),
            _credentials_update.parse,
        )

    def set_default(self, credential_id: str) -> models.Credential:
        """Make a credential the one that is used where none is named.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _credentials_set_default.request(
                credential_id=credential_id,
            ),
            _credentials_set_default.parse,
        )

    def check_connection(self, credential_id: str) -> dict[str, Any]:
        """See whether a credential works.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _credentials_check_connection.request(
                credential_id=credential_id,
            ),
            _credentials_check_connection.parse,
        )


class AsyncCredentials:
    """Secrets that the platform keeps for models, sources and tools."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, page: int = 1, limit: int = 20) -> models.CredentialPage:
        """A page of credentials.

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
            _credentials_list.request(
                page=page,
                limit=limit,
            ),
            _credentials_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.Credential]:
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

    async def create(
        self,
        *,
        name: str,
        type: str,
        category: str,
        value: str,
        description: str = "",
        is_default: bool = False,
        schema_type: str = "",
    ) -> models.Credential:
        """Keep a secret.

        Args:
            name: Its name.
            type: Whose it is, such as `openai` or `postgresql`.
            category: `llm`, `data_warehouse`, `tools`, `speech`, `image` or `video`.
            value: The secret itself; it is never answered.
            description: What it is for.
            is_default: Whether to use it where none is named.
            schema_type: The kind of schema that belongs to it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _credentials_create.request(
                name=name,
                type=type,
                category=category,
                value=value,
                description=description,
                is_default=is_default,
                schema_type=schema_type,
            ),
            _credentials_create.parse,
        )

    async def get(self, credential_id: str) -> models.Credential:
        """One credential, without its secret.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _credentials_get.request(
                credential_id=credential_id,
            ),
            _credentials_get.parse,
        )

    async def delete(self, credential_id: str) -> None:
        """Remove a credential.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _credentials_delete.request(
                credential_id=credential_id,
            ),
            _credentials_delete.parse,
        )

    async def update(self, credential_id: str, **fields: Unpack[models.CredentialUpdate]) -> models.Credential:
        """Change a credential.

        Args:
            credential_id: The credential.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _credentials_update.request(
                credential_id=credential_id,
                **fields,
            ),
            _credentials_update.parse,
        )

    async def set_default(self, credential_id: str) -> models.Credential:
        """Make a credential the one that is used where none is named.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _credentials_set_default.request(
                credential_id=credential_id,
            ),
            _credentials_set_default.parse,
        )

    async def check_connection(self, credential_id: str) -> dict[str, Any]:
        """See whether a credential works.

        Args:
            credential_id: The credential.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _credentials_check_connection.request(
                credential_id=credential_id,
            ),
            _credentials_check_connection.parse,
        )
