# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `memories`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from ..agents import agents_create_memory as _agents_create_memory
from ..agents import agents_list_memories as _agents_list_memories
from ..agents import agents_search_memories as _agents_search_memories
from . import memories_delete as _memories_delete
from . import memories_get as _memories_get


class Memories:
    """What agents remember."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.read`.")
    def get(self, memory_id: str) -> models.AgentMemory:
        """One memory.

        Gone since promptrails 0.8.0; use `agent_vfs.read`.

        Args:
            memory_id: The memory.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _memories_get.request(
                memory_id=memory_id,
            ),
            _memories_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.delete`.")
    def delete(self, memory_id: str) -> None:
        """Let an agent forget something.

        Gone since promptrails 0.8.0; use `agent_vfs.delete`.

        Args:
            memory_id: The memory.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _memories_delete.request(
                memory_id=memory_id,
            ),
            _memories_delete.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.list`.")
    def list(self, agent_id: str, *, page: int = 1, limit: int = 20) -> models.AgentMemoryPage:
        """A page of what an agent remembers.

        Gone since promptrails 0.8.0; use `agent_vfs.list`.

        Args:
            agent_id: The agent.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_list_memories.request(
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _agents_list_memories.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.list`.")
    def iter(self, agent_id: str, *, page: int = 1, limit: int = 20) -> Iterator[models.AgentMemory]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.write`.")
    def create(
        self,
        agent_id: str,
        *,
        content: str,
        memory_type: str,
        importance: float | None = None,
        metadata: Mapping[str, Any] | None = None,
        chat_session_id: str | None = None,
    ) -> models.AgentMemory:
        """Give an agent something to remember.

        Gone since promptrails 0.8.0; use `agent_vfs.write`.

        Args:
            agent_id: The agent.
            content: What to remember.
            memory_type: Its kind, such as `fact`, `event`, `conversation`, `procedure`, `episodic`, `semantic` or
                `context`.
            importance: From 0 to 1.
            metadata: What belongs to it.
            chat_session_id: The chat session that it comes from.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_create_memory.request(
                agent_id=agent_id,
                content=content,
                memory_type=memory_type,
                importance=importance,
                metadata=metadata,
                chat_session_id=chat_session_id,
            ),
            _agents_create_memory.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.grep`.")
    def search(
        self, agent_id: str, *, query: str, threshold: float | None = None, limit: int | None = None
    ) -> builtins.list[models.AgentMemory]:
        """Search what an agent remembers.

        Gone since promptrails 0.8.0; use `agent_vfs.grep`.

        Args:
            agent_id: The agent.
            query: What to look for.
            threshold: How close a memory must be, from 0 to 1.
            limit: How many to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_search_memories.request(
                agent_id=agent_id,
                query=query,
                threshold=threshold,
                limit=limit,
            ),
            _agents_search_memories.parse,
        )


class AsyncMemories:
    """What agents remember."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.read`.")
    async def get(self, memory_id: str) -> models.AgentMemory:
        """One memory.

        Gone since promptrails 0.8.0; use `agent_vfs.read`.

        Args:
            memory_id: The memory.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _memories_get.request(
                memory_id=memory_id,
            ),
            _memories_get.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.delete`.")
    async def delete(self, memory_id: str) -> None:
        """Let an agent forget something.

        Gone since promptrails 0.8.0; use `agent_vfs.delete`.

        Args:
            memory_id: The memory.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _memories_delete.request(
                memory_id=memory_id,
            ),
            _memories_delete.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.list`.")
    async def list(self, agent_id: str, *, page: int = 1, limit: int = 20) -> models.AgentMemoryPage:
        """A page of what an agent remembers.

        Gone since promptrails 0.8.0; use `agent_vfs.list`.

        Args:
            agent_id: The agent.
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_list_memories.request(
                agent_id=agent_id,
                page=page,
                limit=limit,
            ),
            _agents_list_memories.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.list`.")
    def iter(self, agent_id: str, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.AgentMemory]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.write`.")
    async def create(
        self,
        agent_id: str,
        *,
        content: str,
        memory_type: str,
        importance: float | None = None,
        metadata: Mapping[str, Any] | None = None,
        chat_session_id: str | None = None,
    ) -> models.AgentMemory:
        """Give an agent something to remember.

        Gone since promptrails 0.8.0; use `agent_vfs.write`.

        Args:
            agent_id: The agent.
            content: What to remember.
            memory_type: Its kind, such as `fact`, `event`, `conversation`, `procedure`, `episodic`, `semantic` or
                `context`.
            importance: From 0 to 1.
            metadata: What belongs to it.
            chat_session_id: The chat session that it comes from.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_create_memory.request(
                agent_id=agent_id,
                content=content,
                memory_type=memory_type,
                importance=importance,
                metadata=metadata,
                chat_session_id=chat_session_id,
            ),
            _agents_create_memory.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.grep`.")
    async def search(
        self, agent_id: str, *, query: str, threshold: float | None = None, limit: int | None = None
    ) -> builtins.list[models.AgentMemory]:
        """Search what an agent remembers.

        Gone since promptrails 0.8.0; use `agent_vfs.grep`.

        Args:
            agent_id: The agent.
            query: What to look for.
            threshold: How close a memory must be, from 0 to 1.
            limit: How many to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_search_memories.request(
                agent_id=agent_id,
                query=query,
                threshold=threshold,
                limit=limit,
            ),
            _agents_search_memories.parse,
        )
