# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `prompts`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import prompts_create as _prompts_create
from . import prompts_create_version as _prompts_create_version
from . import prompts_delete as _prompts_delete
from . import prompts_get as _prompts_get
from . import prompts_list as _prompts_list
from . import prompts_list_versions as _prompts_list_versions
from . import prompts_preview as _prompts_preview
from . import prompts_promote_version as _prompts_promote_version
from . import prompts_run_prompt as _prompts_run_prompt
from . import prompts_update as _prompts_update


class Prompts:
    """Prompts: their versions and runs."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, page: int = 1, limit: int = 20) -> models.PromptPage:
        """A page of prompts.

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
            _prompts_list.request(
                page=page,
                limit=limit,
            ),
            _prompts_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> Iterator[models.Prompt]:
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

    def create(self, *, name: str, description: str = "") -> models.Prompt:
        """Make a prompt.

        Args:
            name: Its name.
            description: What it is for.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_create.request(
                name=name,
                description=description,
            ),
            _prompts_create.parse,
        )

    def get(self, prompt_id: str) -> models.Prompt:
        """One prompt, with its current version.

        Args:
            prompt_id: The prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_get.request(
                prompt_id=prompt_id,
            ),
            _prompts_get.parse,
        )

    def delete(self, prompt_id: str) -> None:
        """Remove a prompt.

        Args:
            prompt_id: The prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_delete.request(
                prompt_id=prompt_id,
            ),
            _prompts_delete.parse,
        )

    def update(self, prompt_id: str, **fields: Unpack[models.PromptUpdate]) -> models.Prompt:
        """Change a prompt.

        Args:
            prompt_id: The prompt.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_update.request(
                prompt_id=prompt_id,
                **fields,
            ),
            _prompts_update.parse,
        )

    def list_versions(self, prompt_id: str) -> builtins.list[models.PromptVersion]:
        """All versions of a prompt.

        Args:
            prompt_id: The prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_list_versions.request(
                prompt_id=prompt_id,
            ),
            _prompts_list_versions.parse,
        )

    def create_version(
        self,
        prompt_id: str,
        *,
        version: str | None = None,
        user_prompt: str,
        system_prompt: str = "",
        llm_model_id: str | None = None,
        fallback_llm_model_id: str | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        top_p: float | None = None,
        input_schema: Mapping[str, Any] | None = None,
        output_schema: Mapping[str, Any] | None = None,
        config: Mapping[str, Any] | None = None,
        set_current: bool = False,
        message: str | None = None,
    ) -> models.PromptVersion:
        """Make a version of a prompt.

        Args:
            prompt_id: The prompt.
            version: A label of your choice, such as `1.0.0`; the platform gives one where there is none.
            user_prompt: The template of the user message; variables stand in double braces.
            system_prompt: The template of the system message.
            llm_model_id: The identifier of the model to run on. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            fallback_llm_model_id: The model that takes over where that one fails. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            temperature: The sampling temperature. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            max_tokens: How many tokens an answer has at the most. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            top_p: The part of the probability mass that is sampled. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            input_schema: A JSON schema of the variables.
            output_schema: A JSON schema of the answer. Gone since promptrails 0.9.0; use
                `agents.create_version(output_schema=...)`.
            config: Further settings.
            set_current: Whether it becomes the one that runs.
            message: What to say of it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_create_version.request(
                prompt_id=prompt_id,
                version=version,
                user_prompt=user_prompt,
                system_prompt=system_prompt,
                llm_model_id=llm_model_id,
                fallback_llm_model_id=fallback_llm_model_id,
                temperature=temperature,
                max_tokens=max_tokens,
                top_p=top_p,
                input_schema=input_schema,
                output_schema=output_schema,
                config=config,
                set_current=set_current,
                message=message,
            ),
            _prompts_create_version.parse,
        )

    def promote_version(self, prompt_id: str, version_id: str) -> dict[str, Any]:
        """Make a version the one that runs.

        Args:
            prompt_id: The prompt.
            version_id: The version.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_promote_version.request(
                prompt_id=prompt_id,
                version_id=version_id,
            ),
            _prompts_promote_version.parse,
        )

    def preview(self, prompt_id: str, *, input: Mapping[str, Any], version_id: str | None = None) -> dict[str, Any]:
        """Try a prompt; nothing is kept.

        Args:
            prompt_id: The prompt.
            input: The values of its variables.
            version_id: The version to try, in place of the current one.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_preview.request(
                prompt_id=prompt_id,
                input=input,
                version_id=version_id,
            ),
            _prompts_preview.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `agents.playground`.")
    def run_prompt(self, prompt_id: str, data: Mapping[str, Any]) -> models.RunPromptResponse:
        """Run a prompt with settings of its own.

        Gone since promptrails 0.9.0; use `agents.playground`.

        Args:
            prompt_id: The prompt.
            data: A run of a prompt with settings of its own; what is left out comes from the prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _prompts_run_prompt.request(
                prompt_id=prompt_id,
                data=data,
            ),
            _prompts_run_prompt.parse,
        )


class AsyncPrompts:
    """Prompts: their versions and runs."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self, *, page: int = 1, limit: int = 20) -> models.PromptPage:
        """A page of prompts.

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
            _prompts_list.request(
                page=page,
                limit=limit,
            ),
            _prompts_list.parse,
        )

    def iter(self, *, page: int = 1, limit: int = 20) -> AsyncIterator[models.Prompt]:
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

    async def create(self, *, name: str, description: str = "") -> models.Prompt:
        """Make a prompt.

        Args:
            name: Its name.
            description: What it is for.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_create.request(
                name=name,
                description=description,
            ),
            _prompts_create.parse,
        )

    async def get(self, prompt_id: str) -> models.Prompt:
        """One prompt, with its current version.

        Args:
            prompt_id: The prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_get.request(
                prompt_id=prompt_id,
            ),
            _prompts_get.parse,
        )

    async def delete(self, prompt_id: str) -> None:
        """Remove a prompt.

        Args:
            prompt_id: The prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_delete.request(
                prompt_id=prompt_id,
            ),
            _prompts_delete.parse,
        )

    async def update(self, prompt_id: str, **fields: Unpack[models.PromptUpdate]) -> models.Prompt:
        """Change a prompt.

        Args:
            prompt_id: The prompt.
            fields: The fields to change. None clears a field, one that is not given stays.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_update.request(
                prompt_id=prompt_id,
                **fields,
            ),
            _prompts_update.parse,
        )

    async def list_versions(self, prompt_id: str) -> builtins.list[models.PromptVersion]:
        """All versions of a prompt.

        Args:
            prompt_id: The prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_list_versions.request(
                prompt_id=prompt_id,
            ),
            _prompts_list_versions.parse,
        )

    async def create_version(
        self,
        prompt_id: str,
        *,
        version: str | None = None,
        user_prompt: str,
        system_prompt: str = "",
        llm_model_id: str | None = None,
        fallback_llm_model_id: str | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        top_p: float | None = None,
        input_schema: Mapping[str, Any] | None = None,
        output_schema: Mapping[str, Any] | None = None,
        config: Mapping[str, Any] | None = None,
        set_current: bool = False,
        message: str | None = None,
    ) -> models.PromptVersion:
        """Make a version of a prompt.

        Args:
            prompt_id: The prompt.
            version: A label of your choice, such as `1.0.0`; the platform gives one where there is none.
            user_prompt: The template of the user message; variables stand in double braces.
            system_prompt: The template of the system message.
            llm_model_id: The identifier of the model to run on. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            fallback_llm_model_id: The model that takes over where that one fails. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            temperature: The sampling temperature. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            max_tokens: How many tokens an answer has at the most. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            top_p: The part of the probability mass that is sampled. Gone since promptrails 0.9.0; use
                `agents.create_version(model_config=...)`.
            input_schema: A JSON schema of the variables.
            output_schema: A JSON schema of the answer. Gone since promptrails 0.9.0; use
                `agents.create_version(output_schema=...)`.
            config: Further settings.
            set_current: Whether it becomes the one that runs.
            message: What to say of it.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_create_version.request(
                prompt_id=prompt_id,
                version=version,
                user_prompt=user_prompt,
                system_prompt=system_prompt,
                llm_model_id=llm_model_id,
                fallback_llm_model_id=fallback_llm_model_id,
                temperature=temperature,
                max_tokens=max_tokens,
                top_p=top_p,
                input_schema=input_schema,
                output_schema=output_schema,
                config=config,
                set_current=set_current,
                message=message,
            ),
            _prompts_create_version.parse,
        )

    async def promote_version(self, prompt_id: str, version_id: str) -> dict[str, Any]:
        """Make a version the one that runs.

        Args:
            prompt_id: The prompt.
            version_id: The version.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_promote_version.request(
                prompt_id=prompt_id,
                version_id=version_id,
            ),
            _prompts_promote_version.parse,
        )

    async def preview(
        self, prompt_id: str, *, input: Mapping[str, Any], version_id: str | None = None
    ) -> dict[str, Any]:
        """Try a prompt; nothing is kept.

        Args:
            prompt_id: The prompt.
            input: The values of its variables.
            version_id: The version to try, in place of the current one.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_preview.request(
                prompt_id=prompt_id,
                input=input,
                version_id=version_id,
            ),
            _prompts_preview.parse,
        )

    @_Deprecated("Gone since promptrails 0.9.0; use `agents.playground`.")
    async def run_prompt(self, prompt_id: str, data: Mapping[str, Any]) -> models.RunPromptResponse:
        """Run a prompt with settings of its own.

        Gone since promptrails 0.9.0; use `agents.playground`.

        Args:
            prompt_id: The prompt.
            data: A run of a prompt with settings of its own; what is left out comes from the prompt.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _prompts_run_prompt.request(
                prompt_id=prompt_id,
                data=data,
            ),
            _prompts_run_prompt.parse,
        )
