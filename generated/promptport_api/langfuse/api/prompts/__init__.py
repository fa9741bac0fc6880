# Made by `nox -s generate` from openapi/langfuse.yaml: change the contract or a template, never this file.
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
from . import prompts_delete as _prompts_delete
from . import prompts_get as _prompts_get
from . import prompts_list as _prompts_list


class Prompts:
    """Prompts and their versions."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        *,
        name: str | None = None,
        label: str | None = None,
        tag: str | None = None,
        version: int | None = None,
        from_updated_at: datetime | str | None = None,
        to_updated_at: datetime | str | None = None,
        page: int | None = None,
        limit: int | None = None,
    ) -> models.PromptList:
        """List prompts by name, with the versions and labels that pass the filters.

        The list has no texts. A page past the end is empty.

        Args:
            name: A prompt's exact name.
            label: Only versions that carry this label.
            tag: Only prompts that have this tag.
            version: Only versions of this number.
            from_updated_at: Only versions that were changed at this moment or later.
            to_updated_at: Only versions that were changed before this moment.
            page: The page, from 1; 1 by default.
            limit: Prompts a page; 10 by default.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 (Something failed on the platform's side).
        """
        return self._sender.send(
            _prompts_list.request(
                name=name,
                label=label,
                tag=tag,
                version=version,
                from_updated_at=from_updated_at,
                to_updated_at=to_updated_at,
                page=page,
                limit=limit,
            ),
            _prompts_list.parse,
        )

    def create(
        self,
        *,
        name: str,
        prompt: str | Sequence[models.ChatMessageParam],
        type: Literal["text", "chat"] | str | None = None,
        labels: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        config: Any | None = None,
        commit_message: str | None = None,
    ) -> models.Prompt:
        """Make a version of a prompt, the first one or the next.

        The version is the newest, and has the label `latest`. Its labels leave all other versions of the name. Tags
        that are given replace those of every version.

        Args:
            name: The prompt's name.
            prompt: The text; or the messages of a chat.
            type: `text` where it is left out; `chat` needs messages.
            labels: Labels of 1 to 36 characters: a-z, 0-9, `_`, `-` and `.`.
            tags: They replace those of every version; left out, these stay.
            config: Settings for a model, and whatever else; any JSON.
            commit_message: What its author says of it.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 (Something failed on the platform's side).
        """
        return self._sender.send(
            _prompts_create.request(
                name=name,
                prompt=prompt,
                type=type,
                labels=labels,
                tags=tags,
                config=config,
                commit_message=commit_message,
            ),
            _prompts_create.parse,
        )

    def get(
        self, name: str, *, version: int | None = None, label: str | None = None, resolve: bool | None = None
    ) -> models.Prompt:
        """Fetch a version of a prompt.

        Without a version and a label, this is the one with the label `production`. Not both can be given.

        Args:
            name: The prompt's name, folders and all, such as `mail/welcome`.
            version: A version's number.
            label: A label, for whichever version carries it.
            resolve: Whether the texts of other prompts are put in where the text refers to them; true by default.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 404 (There is no
                such prompt, version or label, or no such score), 409 (A prompt that the text refers to is not there any
                more), 429 (The limit of the organisation is reached), 500 (Something failed on the platform's side).
        """
        return self._sender.send(
            _prompts_get.request(
                name=name,
                version=version,
                label=label,
                resolve=resolve,
            ),
            _prompts_get.parse,
        )

    def delete(self, name: str, *, version: int | None = None, label: str | None = None) -> None:
        """Delete a version of a prompt, or all of them.

        Without a version and a label, all versions go. Not both can be given.

        Args:
            name: The prompt's name, folders and all, such as `mail/welcome`.
            version: A version's number.
            label: A label, for whichever version carries it.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 404 (There is no
                such prompt, version or label, or no such score), 429 (The limit of the organisation is reached), 500
                (Something failed on the platform's side).
        """
        return self._sender.send(
            _prompts_delete.request(
                name=name,
                version=version,
                label=label,
            ),
            _prompts_delete.parse,
        )


class AsyncPrompts:
    """Prompts and their versions."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        *,
        name: str | None = None,
        label: str | None = None,
        tag: str | None = None,
        version: int | None = None,
        from_updated_at: datetime | str | None = None,
        to_updated_at: datetime | str | None = None,
        page: int | None = None,
        limit: int | None = None,
    ) -> models.PromptList:
        """List prompts by name, with the versions and labels that pass the filters.

        The list has no texts. A page past the end is empty.

        Args:
            name: A prompt's exact name.
            label: Only versions that carry this label.
            tag: Only prompts that have this tag.
            version: Only versions of this number.
            from_updated_at: Only versions that were changed at this moment or later.
            to_updated_at: Only versions that were changed before this moment.
            page: The page, from 1; 1 by default.
            limit: Prompts a page; 10 by default.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 (Something failed on the platform's side).
        """
        return await self._sender.send(
            _prompts_list.request(
                name=name,
                label=label,
                tag=tag,
                version=version,
                from_updated_at=from_updated_at,
                to_updated_at=to_updated_at,
                page=page,
                limit=limit,
            ),
            _prompts_list.parse,
        )

    async def create(
        self,
        *,
        name: str,
        prompt: str | Sequence[models.ChatMessageParam],
        type: Literal["text", "chat"] | str | None = None,
        labels: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        config: Any | None = None,
        commit_message: str | None = None,
    ) -> models.Prompt:
        """Make a version of a prompt, the first one or the next.

        The version is the newest, and has the label `latest`. Its labels leave all other versions of the name. Tags
        that are given replace those of every version.

        Args:
            name: The prompt's name.
            prompt: The text; or the messages of a chat.
            type: `text` where it is left out; `chat` needs messages.
            labels: Labels of 1 to 36 characters: a-z, 0-9, `_`, `-` and `.`.
            tags: They replace those of every version; left out, these stay.
            config: Settings for a model, and whatever else; any JSON.
            commit_message: What its author says of it.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 429 (The limit of
                the organisation is reached), 500 (Something failed on the platform's side).
        """
        return await self._sender.send(
            _prompts_create.request(
                name=name,
                prompt=prompt,
                type=type,
                labels=labels,
                tags=tags,
                config=config,
                commit_message=commit_message,
            ),
            _prompts_create.parse,
        )

    async def get(
        self, name: str, *, version: int | None = None, label: str | None = None, resolve: bool | None = None
    ) -> models.Prompt:
        """Fetch a version of a prompt.

        Without a version and a label, this is the one with the label `production`. Not both can be given.

        Args:
            name: The prompt's name, folders and all, such as `mail/welcome`.
            version: A version's number.
            label: A label, for whichever version carries it.
            resolve: Whether the texts of other prompts are put in where the text refers to them; true by default.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 404 (There is no
                such prompt, version or label, or no such score), 409 (A prompt that the text refers to is not there any
                more), 429 (The limit of the organisation is reached), 500 (Something failed on the platform's side).
        """
        return await self._sender.send(
            _prompts_get.request(
                name=name,
                version=version,
                label=label,
                resolve=resolve,
            ),
            _prompts_get.parse,
        )

    async def delete(self, name: str, *, version: int | None = None, label: str | None = None) -> None:
        """Delete a version of a prompt, or all of them.

        Without a version and a label, all versions go. Not both can be given.

        Args:
            name: The prompt's name, folders and all, such as `mail/welcome`.
            version: A version's number.
            label: A label, for whichever version carries it.

        Raises:
            promptport.Error: No good answer came, 400 (The query or body is malformed, or a rule refuses it), 401
                (There are no credentials, or they are not known), 403 (The key is of another kind), 404 (There is no
                such prompt, version or label, or no such score), 429 (The limit of the organisation is reached), 500
                (Something failed on the platform's side).
        """
        return await self._sender.send(
            _prompts_delete.request(
                name=name,
                version=version,
                label=label,
            ),
            _prompts_delete.parse,
        )
