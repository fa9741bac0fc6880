# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `agents`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import agents_create as _agents_create
from . import agents_create_guardrail as _agents_create_guardrail
from . import agents_create_memory as _agents_create_memory
from . import agents_create_version as _agents_create_version
from . import agents_delete as _agents_delete
from . import agents_delete_all_memories as _agents_delete_all_memories
from . import agents_execute as _agents_execute
from . import agents_get as _agents_get
from . import agents_list as _agents_list
from . import agents_list_guardrails as _agents_list_guardrails
from . import agents_list_memories as _agents_list_memories
from . import agents_list_versions as _agents_list_versions
from . import agents_playground as _agents_playground
from . import agents_preview as _agents_preview
from . import agents_promote_version as _agents_promote_version
from . import agents_search_memories as _agents_search_memories
from . import agents_update as _agents_update


class Agents:
    """Agents: their versions, runs, guardrails and memories."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self, *, page: int = 1, limit: int = 20, type: str | None = None, name: str | None = None
    ) -> models.AgentPage:
        """A page of agents.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            type: Only agents of this type.
            name: Only agents whose name holds this.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_list.request(
                page=page,
                limit=limit,
                type=type,
                name=name,
            ),
            _agents_list.parse,
        )

    def iter(
        self, *, page: int = 1, limit: int = 20, type: str | None = None, name: str | None = None
    ) -> Iterator[models.Agent]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list(
                page=number,
                limit=limit,
                type=type,
                name=name,
            ),
            page,
        )

    def create(self, *, name: str, type: str, description: str = "", template_id: str | None = None) -> models.Agent:
        """Make an agent.

        Args:
            name: Its name.
            type: `agent` or `workflow`; before 0.9 `simple`, `chain`, `multi_agent`, `workflow` or `composite`.
                Values: `agent` since promptrails 0.9.0; `simple` until promptrails 0.8.0, then `agent`; `chain` until
                promptrails 0.8.0, then `workflow`; `multi_agent` until promptrails 0.8.0, then `agent`; `composite`
                until promptrails 0.8.0, then `agent`.
            description: What it is for.
            template_id: The template to begin with.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_create.request(
                name=name,
                type=type,
                description=description,
                template_id=template_id,
            ),
            _agents_create.parse,
        )

    def get(self, agent_id: str) -> models.Agent:
        """One agent, with its current version.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_get.request(
                agent_id=agent_id,
            ),
            _agents_get.parse,
        )

    def delete(self, agent_id: str) -> None:
        """Remove an agent.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_delete.request(
                agent_id=agent_id,
            ),
            _agents_delete.parse,
        )

    def update(self, agent_id: str, **fields: Unpack[models.AgentUpdate]) -> models.Agent:
        """Change an agent.

        Args:
            agent_id: The agent.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_update.request(
                agent_id=agent_id,
                **fields,
            ),
            _agents_update.parse,
        )

    def execute(
        self,
        agent_id: str,
        *,
        input: Mapping[str, Any],
        session_id: str | None = None,
        version_id: str | None = None,
        sync: bool | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> models.ExecutionResult:
        """Run an agent.

        Args:
            agent_id: The agent.
            input: What it is given.
            session_id: The session that the run belongs to.
            version_id: The version to run, in place of the current one.
            sync: Whether to wait for the result.
            metadata: What to keep beside the run.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_execute.request(
                agent_id=agent_id,
                input=input,
                session_id=session_id,
                version_id=version_id,
                sync=sync,
                metadata=metadata,
            ),
            _agents_execute.parse,
        )

    def list_versions(self, agent_id: str) -> builtins.list[models.AgentVersion]:
        """All versions of an agent.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_list_versions.request(
                agent_id=agent_id,
            ),
            _agents_list_versions.parse,
        )

    def create_version(
        self,
        agent_id: str,
        *,
        version: str | None = None,
        config: Mapping[str, Any] | AsDict,
        input_schema: Mapping[str, Any] | None = None,
        output_schema: Mapping[str, Any] | None = None,
        set_current: bool = False,
        message: str | None = None,
        model_config: Mapping[str, Any] | AsDict | None = None,
        run_budget: Mapping[str, Any] | AsDict | None = None,
        approval_policy: Mapping[str, Any] | AsDict | None = None,
        cache_timeout: int | None = None,
        vfs_enabled: bool | None = None,
        masking_enabled: bool | None = None,
        tools: Sequence[Mapping[str, Any] | AsDict] | None = None,
        sub_agents: Sequence[Mapping[str, Any] | AsDict] | None = None,
        guardrails: Sequence[Mapping[str, Any] | AsDict] | None = None,
    ) -> models.AgentVersion:
        """Make a version of an agent.

        Args:
            agent_id: The agent.
            version: A label of your choice, such as `1.0.0`; the platform gives one where there is none.
            config: How the agent works: one of the typed configs, or a mapping of the same shape.
            input_schema: A JSON schema of the input.
            output_schema: A JSON schema of the output.
            set_current: Whether it becomes the one that runs.
            message: What to say of it.
            model_config: The model and its sampling: a `ModelConfig`, or a mapping of the same shape. Since
                promptrails 0.9.0.
            run_budget: What a run may take with all that it begins: a `RunBudget`, or a mapping. Since promptrails
                0.9.0.
            approval_policy: Who decides on executions that wait: an `ApprovalPolicy`, or a mapping. Since
                promptrails 0.9.0.
            cache_timeout: For how many seconds an answer may be used again. Since promptrails 0.9.0.
            vfs_enabled: Whether it may use the agent's files. Since promptrails 0.9.0.
            masking_enabled: Whether what is about persons is masked. Since promptrails 0.9.0.
            tools: The tools that it can call: each a `ToolAttachment`, or a mapping. Since promptrails 0.9.0.
            sub_agents: The agents that it can call: each a `SubAgentAttachment`, or a mapping. Since promptrails
                0.9.0.
            guardrails: The checks of its own: each a `GuardrailSpec`, or a mapping. Since promptrails 0.9.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_create_version.request(
                agent_id=agent_id,
                version=version,
                config=config,
                input_schema=input_schema,
                output_schema=output_schema,
                set_current=set_current,
                message=message,
                model_config=model_config,
                run_budget=run_budget,
                approval_policy=approval_policy,
                cache_timeout=cache_timeout,
                vfs_enabled=vfs_enabled,
                masking_enabled=masking_enabled,
                tools=tools,
                sub_agents=sub_agents,
                guardrails=guardrails,
            ),
            _agents_create_version.parse,
        )

    def promote_version(self, agent_id: str, version_id: str) -> dict[str, Any]:
        """Make a version the one that runs.

        Args:
            agent_id: The agent.
            version_id: The version.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_promote_version.request(
                agent_id=agent_id,
                version_id=version_id,
            ),
            _agents_promote_version.parse,
        )

    def preview(self, agent_id: str, *, input: Mapping[str, Any], version_id: str | None = None) -> dict[str, Any]:
        """Try an agent; nothing is kept.

        Args:
            agent_id: The agent.
            input: What it is given.
            version_id: The version to try, in place of the current one.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_preview.request(
                agent_id=agent_id,
                input=input,
                version_id=version_id,
            ),
            _agents_preview.parse,
        )

    def playground(
        self,
        agent_id: str,
        *,
        input: Mapping[str, Any],
        prompt_override: Mapping[str, Any],
        version_id: str | None = None,
    ) -> dict[str, Any]:
        """Run an agent with other texts of its prompt; no version is kept.

        Since promptrails 0.9.0.

        Args:
            agent_id: The agent.
            input: What it is given.
            prompt_override: What takes the place of the prompt's `system_prompt`, `user_prompt` and `input_schema`.
            version_id: The version that says how it runs, in place of the current one.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_playground.request(
                agent_id=agent_id,
                input=input,
                prompt_override=prompt_override,
                version_id=version_id,
            ),
            _agents_playground.parse,
        )

    def list_guardrails(self, agent_id: str) -> builtins.list[models.Guardrail]:
        """All guardrails of an agent.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_list_guardrails.request(
                agent_id=agent_id,
            ),
            _agents_list_guardrails.parse,
        )

    def create_guardrail(
        self,
        agent_id: str,
        *,
        type: str,
        scanner_type: str,
        action: str = "block",
        config: Mapping[str, Any] | None = None,
        is_active: bool | None = None,
        sort_order: int | None = None,
    ) -> models.Guardrail:
        """Give an agent a guardrail.

        Args:
            agent_id: The agent.
            type: `input` or `output`.
            scanner_type: What it looks for, such as `pii`.
            action: What it does when it finds something: `block`, `redact` or `log`.
            config: Settings of the scanner.
            is_active: Whether it is switched on, as it is where nothing is said. Since promptrails 0.9.0.
            sort_order: Its place in the order. Since promptrails 0.9.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_create_guardrail.request(
                agent_id=agent_id,
                type=type,
                scanner_type=scanner_type,
                action=action,
                config=config,
                is_active=is_active,
                sort_order=sort_order,
            ),
            _agents_create_guardrail.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.list`.")
    def list_memories(self, agent_id: str, *, page: int = 1, limit: int = 20) -> models.AgentMemoryPage:
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
    def iter_memories(self, agent_id: str, *, page: int = 1, limit: int = 20) -> Iterator[models.AgentMemory]:
        """All items of `list_memories`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_memories`; `page` is where it begins.
        """
        return walk(
            lambda number: self.list_memories(
                agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.write`.")
    def create_memory(
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

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.delete`.")
    def delete_all_memories(self, agent_id: str) -> None:
        """Let an agent forget everything.

        Gone since promptrails 0.8.0; use `agent_vfs.delete`.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agents_delete_all_memories.request(
                agent_id=agent_id,
            ),
            _agents_delete_all_memories.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.grep`.")
    def search_memories(
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


class AsyncAgents:
    """Agents: their versions, runs, guardrails and memories."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self, *, page: int = 1, limit: int = 20, type: str | None = None, name: str | None = None
    ) -> models.AgentPage:
        """A page of agents.

        Args:
            page: The number of the page, from 1.
            limit: How many items a page has at the most; the platform allows 100.
            type: Only agents of this type.
            name: Only agents whose name holds this.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_list.request(
                page=page,
                limit=limit,
                type=type,
                name=name,
            ),
            _agents_list.parse,
        )

    def iter(
        self, *, page: int = 1, limit: int = 20, type: str | None = None, name: str | None = None
    ) -> AsyncIterator[models.Agent]:
        """All items of `list`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list(
                page=number,
                limit=limit,
                type=type,
                name=name,
            ),
            page,
        )

    async def create(
        self, *, name: str, type: str, description: str = "", template_id: str | None = None
    ) -> models.Agent:
        """Make an agent.

        Args:
            name: Its name.
            type: `agent` or `workflow`; before 0.9 `simple`, `chain`, `multi_agent`, `workflow` or `composite`.
                Values: `agent` since promptrails 0.9.0; `simple` until promptrails 0.8.0, then `agent`; `chain` until
                promptrails 0.8.0, then `workflow`; `multi_agent` until promptrails 0.8.0, then `agent`; `composite`
                until promptrails 0.8.0, then `agent`.
            description: What it is for.
            template_id: The template to begin with.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_create.request(
                name=name,
                type=type,
                description=description,
                template_id=template_id,
            ),
            _agents_create.parse,
        )

    async def get(self, agent_id: str) -> models.Agent:
        """One agent, with its current version.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_get.request(
                agent_id=agent_id,
            ),
            _agents_get.parse,
        )

    async def delete(self, agent_id: str) -> None:
        """Remove an agent.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_delete.request(
                agent_id=agent_id,
            ),
            _agents_delete.parse,
        )

    async def update(self, agent_id: str, **fields: Unpack[models.AgentUpdate]) -> models.Agent:
        """Change an agent.

        Args:
            agent_id: The agent.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_update.request(
                agent_id=agent_id,
                **fields,
            ),
            _agents_update.parse,
        )

    async def execute(
        self,
        agent_id: str,
        *,
        input: Mapping[str, Any],
        session_id: str | None = None,
        version_id: str | None = None,
        sync: bool | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> models.ExecutionResult:
        """Run an agent.

        Args:
            agent_id: The agent.
            input: What it is given.
            session_id: The session that the run belongs to.
            version_id: The version to run, in place of the current one.
            sync: Whether to wait for the result.
            metadata: What to keep beside the run.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_execute.request(
                agent_id=agent_id,
                input=input,
                session_id=session_id,
                version_id=version_id,
                sync=sync,
                metadata=metadata,
            ),
            _agents_execute.parse,
        )

    async def list_versions(self, agent_id: str) -> builtins.list[models.AgentVersion]:
        """All versions of an agent.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_list_versions.request(
                agent_id=agent_id,
            ),
            _agents_list_versions.parse,
        )

    async def create_version(
        self,
        agent_id: str,
        *,
        version: str | None = None,
        config: Mapping[str, Any] | AsDict,
        input_schema: Mapping[str, Any] | None = None,
        output_schema: Mapping[str, Any] | None = None,
        set_current: bool = False,
        message: str | None = None,
        model_config: Mapping[str, Any] | AsDict | None = None,
        run_budget: Mapping[str, Any] | AsDict | None = None,
        approval_policy: Mapping[str, Any] | AsDict | None = None,
        cache_timeout: int | None = None,
        vfs_enabled: bool | None = None,
        masking_enabled: bool | None = None,
        tools: Sequence[Mapping[str, Any] | AsDict] | None = None,
        sub_agents: Sequence[Mapping[str, Any] | AsDict] | None = None,
        guardrails: Sequence[Mapping[str, Any] | AsDict] | None = None,
    ) -> models.AgentVersion:
        """Make a version of an agent.

        Args:
            agent_id: The agent.
            version: A label of your choice, such as `1.0.0`; the platform gives one where there is none.
            config: How the agent works: one of the typed configs, or a mapping of the same shape.
            input_schema: A JSON schema of the input.
            output_schema: A JSON schema of the output.
            set_current: Whether it becomes the one that runs.
            message: What to say of it.
            model_config: The model and its sampling: a `ModelConfig`, or a mapping of the same shape. Since
                promptrails 0.9.0.
            run_budget: What a run may take with all that it begins: a `RunBudget`, or a mapping. Since promptrails
                0.9.0.
            approval_policy: Who decides on executions that wait: an `ApprovalPolicy`, or a mapping. Since
                promptrails 0.9.0.
            cache_timeout: For how many seconds an answer may be used again. Since promptrails 0.9.0.
            vfs_enabled: Whether it may use the agent's files. Since promptrails 0.9.0.
            masking_enabled: Whether what is about persons is masked. Since promptrails 0.9.0.
            tools: The tools that it can call: each a `ToolAttachment`, or a mapping. Since promptrails 0.9.0.
            sub_agents: The agents that it can call: each a `SubAgentAttachment`, or a mapping. Since promptrails
                0.9.0.
            guardrails: The checks of its own: each a `GuardrailSpec`, or a mapping. Since promptrails 0.9.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_create_version.request(
                agent_id=agent_id,
                version=version,
                config=config,
                input_schema=input_schema,
                output_schema=output_schema,
                set_current=set_current,
                message=message,
                model_config=model_config,
                run_budget=run_budget,
                approval_policy=approval_policy,
                cache_timeout=cache_timeout,
                vfs_enabled=vfs_enabled,
                masking_enabled=masking_enabled,
                tools=tools,
                sub_agents=sub_agents,
                guardrails=guardrails,
            ),
            _agents_create_version.parse,
        )

    async def promote_version(self, agent_id: str, version_id: str) -> dict[str, Any]:
        """Make a version the one that runs.

        Args:
            agent_id: The agent.
            version_id: The version.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_promote_version.request(
                agent_id=agent_id,
                version_id=version_id,
            ),
            _agents_promote_version.parse,
        )

    async def preview(
        self, agent_id: str, *, input: Mapping[str, Any], version_id: str | None = None
    ) -> dict[str, Any]:
        """Try an agent; nothing is kept.

        Args:
            agent_id: The agent.
            input: What it is given.
            version_id: The version to try, in place of the current one.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_preview.request(
                agent_id=agent_id,
                input=input,
                version_id=version_id,
            ),
            _agents_preview.parse,
        )

    async def playground(
        self,
        agent_id: str,
        *,
        input: Mapping[str, Any],
        prompt_override: Mapping[str, Any],
        version_id: str | None = None,
    ) -> dict[str, Any]:
        """Run an agent with other texts of its prompt; no version is kept.

        Since promptrails 0.9.0.

        Args:
            agent_id: The agent.
            input: What it is given.
            prompt_override: What takes the place of the prompt's `system_prompt`, `user_prompt` and `input_schema`.
            version_id: The version that says how it runs, in place of the current one.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_playground.request(
                agent_id=agent_id,
                input=input,
                prompt_override=prompt_override,
                version_id=version_id,
            ),
            _agents_playground.parse,
        )

    async def list_guardrails(self, agent_id: str) -> builtins.list[models.Guardrail]:
        """All guardrails of an agent.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_list_guardrails.request(
                agent_id=agent_id,
            ),
            _agents_list_guardrails.parse,
        )

    async def create_guardrail(
        self,
        agent_id: str,
        *,
        type: str,
        scanner_type: str,
        action: str = "block",
        config: Mapping[str, Any] | None = None,
        is_active: bool | None = None,
        sort_order: int | None = None,
    ) -> models.Guardrail:
        """Give an agent a guardrail.

        Args:
            agent_id: The agent.
            type: `input` or `output`.
            scanner_type: What it looks for, such as `pii`.
            action: What it does when it finds something: `block`, `redact` or `log`.
            config: Settings of the scanner.
            is_active: Whether it is switched on, as it is where nothing is said. Since promptrails 0.9.0.
            sort_order: Its place in the order. Since promptrails 0.9.0.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_create_guardrail.request(
                agent_id=agent_id,
                type=type,
                scanner_type=scanner_type,
                action=action,
                config=config,
                is_active=is_active,
                sort_order=sort_order,
            ),
            _agents_create_guardrail.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.list`.")
    async def list_memories(self, agent_id: str, *, page: int = 1, limit: int = 20) -> models.AgentMemoryPage:
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
    def iter_memories(self, agent_id: str, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.AgentMemory]:
        """All items of `list_memories`, page after page; each page is fetched when its first item is asked for.

        Takes the arguments of `list_memories`; `page` is where it begins.
        """
        return walk_async(
            lambda number: self.list_memories(
                agent_id,
                page=number,
                limit=limit,
            ),
            page,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.write`.")
    async def create_memory(
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

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.delete`.")
    async def delete_all_memories(self, agent_id: str) -> None:
        """Let an agent forget everything.

        Gone since promptrails 0.8.0; use `agent_vfs.delete`.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agents_delete_all_memories.request(
                agent_id=agent_id,
            ),
            _agents_delete_all_memories.parse,
        )

    @_Deprecated("Gone since promptrails 0.8.0; use `agent_vfs.grep`.")
    async def search_memories(
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
