# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `webhook_triggers`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import webhook_triggers_create as _webhook_triggers_create
from . import webhook_triggers_delete as _webhook_triggers_delete
from . import webhook_triggers_get as _webhook_triggers_get
from . import webhook_triggers_list as _webhook_triggers_list
from . import webhook_triggers_update as _webhook_triggers_update


class WebhookTriggers:
    """Addresses that run an agent when they are called."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.list`.")
    def list(self, *, agent_id: str | None = None, page: int = 1, limit: int = 20) -> models.WebhookTriggerPage:
        """A page of triggers.

        Gone since promptrails 0.4.0; use `agent_triggers.list`.

        Args:
            agent_id: Only those of this agent.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _webhook_triggers_list.request(
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _webhook_triggers_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.list`.")
    def iter(self, *, agent_id: str | None = None, page: int = 1, limit: int = 20) -> Iterator[models.WebhookTrigger]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                agent_id=agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.create`.")
    def create(self, *, name: str, agent_id: str, generate_secret: bool = False) -> models.WebhookTriggerCreateResponse:
        """Make a trigger; its secrets are answered this once.

        Gone since promptrails 0.4.0; use `agent_triggers.create`.

        Args:
            name: Its name.
            agent_id: The agent to run.
            generate_secret: Whether calls must be signed; the answer holds the secret.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _webhook_triggers_create.request(
                name=name,
                agent_id=agent_id,
                generate_secret=generate_secret,
            ),
            _webhook_triggers_create.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.get`.")
    def get(self, trigger_id: str) -> models.WebhookTrigger:
        """One trigger, without its secrets.

        Gone since promptrails 0.4.0; use `agent_triggers.get`.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _webhook_triggers_get.request(
                trigger_id=trigger_id,
            ),
            _webhook_triggers_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.delete`.")
    def delete(self, trigger_id: str) -> None:
        """Remove a trigger.

        Gone since promptrails 0.4.0; use `agent_triggers.delete`.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _webhook_triggers_delete.request(
                trigger_id=trigger_id,
            ),
            _webhook_triggers_delete.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.update`.")
    def update(self, trigger_id: str, **fields: Unpack[models.WebhookTriggerUpdate]) -> models.WebhookTrigger:
        """Change a trigger.

        Gone since promptrails 0.4.0; use `agent_triggers.update`.

        Args:
            trigger_id: The trigger.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _webhook_triggers_update.request(
                trigger_id=trigger_id,
                **fields,
            ),
            _webhook_triggers_update.parse,
        )


class AsyncWebhookTriggers:
    """Addresses that run an agent when they are called."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.list`.")
    async def list(self, *, agent_id: str | None = None, page: int = 1, limit: int = 20) -> models.WebhookTriggerPage:
        """A page of triggers.

        Gone since promptrails 0.4.0; use `agent_triggers.list`.

        Args:
            agent_id: Only those of this agent.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _webhook_triggers_list.request(
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _webhook_triggers_list.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.list`.")
    def iter(
        self, *, agent_id: str | None = None, page: int = 1, limit: int = 20
    ) -> AsyncIterator[models.WebhookTrigger]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                agent_id=agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.create`.")
    async def create(
        self, *, name: str, agent_id: str, generate_secret: bool = False
    ) -> models.WebhookTriggerCreateResponse:
        """Make a trigger; its secrets are answered this once.

        Gone since promptrails 0.4.0; use `agent_triggers.create`.

        Args:
            name: Its name.
            agent_id: The agent to run.
            generate_secret: Whether calls must be signed; the answer holds the secret.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _webhook_triggers_create.request(
                name=name,
                agent_id=agent_id,
                generate_secret=generate_secret,
            ),
            _webhook_triggers_create.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.get`.")
    async def get(self, trigger_id: str) -> models.WebhookTrigger:
        """One trigger, without its secrets.

        Gone since promptrails 0.4.0; use `agent_triggers.get`.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _webhook_triggers_get.request(
                trigger_id=trigger_id,
            ),
            _webhook_triggers_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.delete`.")
    async def delete(self, trigger_id: str) -> None:
        """Remove a trigger.

        Gone since promptrails 0.4.0; use `agent_triggers.delete`.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _webhook_triggers_delete.request(
                trigger_id=trigger_id,
            ),
            _webhook_triggers_delete.parse,
        )

    @_Deprecated("Gone since promptrails 0.4.0; use `agent_triggers.update`.")
    async def update(self, trigger_id: str, **fields: Unpack[models.WebhookTriggerUpdate]) -> models.WebhookTrigger:
        """Change a trigger.

        Gone since promptrails 0.4.0; use `agent_triggers.update`.

        Args:
            trigger_id: The trigger.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _webhook_triggers_update.request(
                trigger_id=trigger_id,
                **fields,
            ),
            _webhook_triggers_update.parse,
        )
