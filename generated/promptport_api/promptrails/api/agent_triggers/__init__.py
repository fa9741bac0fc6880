# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `agent_triggers`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import agent_triggers_create as _agent_triggers_create
from . import agent_triggers_delete as _agent_triggers_delete
from . import agent_triggers_get as _agent_triggers_get
from . import agent_triggers_list as _agent_triggers_list
from . import agent_triggers_update as _agent_triggers_update


class AgentTriggers:
    """What runs an agent: calls of an address, messages of a chat, a clock."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, agent_id: str | None = None, page: int = 1, limit: int = 20) -> models.AgentTriggerPage:
        """A page of triggers.

        Since promptrails 0.4.0.

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
            _agent_triggers_list.request(
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _agent_triggers_list.parse,
        )

    def iter(self, *, agent_id: str | None = None, page: int = 1, limit: int = 20) -> Iterator[models.AgentTrigger]:
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

    def create(
        self,
        *,
        name: str,
        agent_id: str,
        source: Literal["generic", "slack", "telegram", "whatsapp", "teams", "schedule"] | str = "generic",
        source_config: Mapping[str, Any] | None = None,
        reply_config: Mapping[str, Any] | None = None,
        generate_secret: bool = False,
    ) -> models.AgentTriggerCreateResponse:
        """Make a trigger; its secrets are answered this once.

        Since promptrails 0.4.0.

        Args:
            name: Its name.
            agent_id: The agent to run.
            source: What sets it off: a call, a message of a chat, or a clock.
            source_config: Settings of the source, such as `signing_secret_credential_id` of Slack or
                `cron_expression` of a clock.
            reply_config: How it replies.
            generate_secret: Whether calls must be signed; the answer holds the secret.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_triggers_create.request(
                name=name,
                agent_id=agent_id,
                source=source,
                source_config=source_config,
                reply_config=reply_config,
                generate_secret=generate_secret,
            ),
            _agent_triggers_create.parse,
        )

    def get(self, trigger_id: str) -> models.AgentTrigger:
        """One trigger, without its secrets.

        Since promptrails 0.4.0.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_triggers_get.request(
                trigger_id=trigger_id,
            ),
            _agent_triggers_get.parse,
        )

    def delete(self, trigger_id: str) -> None:
        """Remove a trigger.

        Since promptrails 0.4.0.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_triggers_delete.request(
                trigger_id=trigger_id,
            ),
            _agent_triggers_delete.parse,
        )

    def update(self, trigger_id: str, **fields: Unpack[models.AgentTriggerUpdate]) -> models.AgentTrigger:
        """Change a trigger.

        Since promptrails 0.4.0.

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
            _agent_triggers_update.request(
                trigger_id=trigger_id,
                **fields,
            ),
            _agent_triggers_update.parse,
        )


class AsyncAgentTriggers:
    """What runs an agent: calls of an address, messages of a chat, a clock."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, agent_id: str | None = None, page: int = 1, limit: int = 20) -> models.AgentTriggerPage:
        """A page of triggers.

        Since promptrails 0.4.0.

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
            _agent_triggers_list.request(
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _agent_triggers_list.parse,
        )

    def iter(
        self, *, agent_id: str | None = None, page: int = 1, limit: int = 20
    ) -> AsyncIterator[models.AgentTrigger]:
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

    async def create(
        self,
        *,
        name: str,
        agent_id: str,
        source: Literal["generic", "slack", "telegram", "whatsapp", "teams", "schedule"] | str = "generic",
        source_config: Mapping[str, Any] | None = None,
        reply_config: Mapping[str, Any] | None = None,
        generate_secret: bool = False,
    ) -> models.AgentTriggerCreateResponse:
        """Make a trigger; its secrets are answered this once.

        Since promptrails 0.4.0.

        Args:
            name: Its name.
            agent_id: The agent to run.
            source: What sets it off: a call, a message of a chat, or a clock.
            source_config: Settings of the source, such as `signing_secret_credential_id` of Slack or
                `cron_expression` of a clock.
            reply_config: How it replies.
            generate_secret: Whether calls must be signed; the answer holds the secret.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_triggers_create.request(
                name=name,
                agent_id=agent_id,
                source=source,
                source_config=source_config,
                reply_config=reply_config,
                generate_secret=generate_secret,
            ),
            _agent_triggers_create.parse,
        )

    async def get(self, trigger_id: str) -> models.AgentTrigger:
        """One trigger, without its secrets.

        Since promptrails 0.4.0.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_triggers_get.request(
                trigger_id=trigger_id,
            ),
            _agent_triggers_get.parse,
        )

    async def delete(self, trigger_id: str) -> None:
        """Remove a trigger.

        Since promptrails 0.4.0.

        Args:
            trigger_id: The trigger.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_triggers_delete.request(
                trigger_id=trigger_id,
            ),
            _agent_triggers_delete.parse,
        )

    async def update(self, trigger_id: str, **fields: Unpack[models.AgentTriggerUpdate]) -> models.AgentTrigger:
        """Change a trigger.

        Since promptrails 0.4.0.

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
            _agent_triggers_update.request(
                trigger_id=trigger_id,
                **fields,
            ),
            _agent_triggers_update.parse,
        )
