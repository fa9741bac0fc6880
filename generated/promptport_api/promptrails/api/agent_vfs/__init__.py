# Made by `nox -s generate` from openapi/promptrails.yaml: change the contract or a template, never this file.
"""The operations of `agent_vfs`."""

from __future__ import annotations

import builtins
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal, Unpack

from promptport.model import AsDict, AsyncSender, AsyncStream, Content, File, Result, Sender, Stream, walk, walk_async
from promptport.model import deprecated as _Deprecated

from ... import models
from . import agent_vfs_copy as _agent_vfs_copy
from . import agent_vfs_delete as _agent_vfs_delete
from . import agent_vfs_glob as _agent_vfs_glob
from . import agent_vfs_grep as _agent_vfs_grep
from . import agent_vfs_list as _agent_vfs_list
from . import agent_vfs_mkdir as _agent_vfs_mkdir
from . import agent_vfs_move as _agent_vfs_move
from . import agent_vfs_read as _agent_vfs_read
from . import agent_vfs_stat as _agent_vfs_stat
from . import agent_vfs_usage as _agent_vfs_usage
from . import agent_vfs_write as _agent_vfs_write


class AgentVfs:
    """The files of an agent, which outlive its runs."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(
        self,
        agent_id: str,
        *,
        path: str = "/",
        recursive: bool = False,
        offset: int | None = None,
        limit: int | None = None,
    ) -> builtins.list[models.AgentVFSFile]:
        """What a folder of an agent holds.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: The folder.
            recursive: Whether what its folders hold belongs to the list.
            offset: How many entries to leave out at the beginning.
            limit: How many entries to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_list.request(
                agent_id=agent_id,
                path=path,
                recursive=recursive,
                offset=offset,
                limit=limit,
            ),
            _agent_vfs_list.parse,
        )

    def delete(self, agent_id: str, path: str, *, recursive: bool = False) -> int:
        """Remove a file or a folder; the answer is how many entries went.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it lies, from `/` on.
            recursive: Whether what a folder holds goes, too.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_delete.request(
                agent_id=agent_id,
                path=path,
                recursive=recursive,
            ),
            _agent_vfs_delete.parse,
        )

    def read(
        self, agent_id: str, path: str, *, line_offset: int | None = None, line_limit: int | None = None
    ) -> dict[str, Any]:
        """A file with its text: `file`, `content`, `total_lines` and `truncated`.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it lies, from `/` on.
            line_offset: How many lines to leave out at the beginning.
            line_limit: How many lines to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_read.request(
                agent_id=agent_id,
                path=path,
                line_offset=line_offset,
                line_limit=line_limit,
            ),
            _agent_vfs_read.parse,
        )

    def write(
        self,
        agent_id: str,
        path: str,
        content: str,
        *,
        mode: Literal["overwrite", "append"] | str = "overwrite",
        mime_type: str | None = None,
    ) -> models.AgentVFSFile:
        """Write a file; the folders that it lies in are made.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it goes, from `/` on.
            content: Its text.
            mode: What becomes of the text that is there: `overwrite` or `append`.
            mime_type: Its media type; else its name says.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_write.request(
                agent_id=agent_id,
                path=path,
                content=content,
                mode=mode,
                mime_type=mime_type,
            ),
            _agent_vfs_write.parse,
        )

    def stat(self, agent_id: str, path: str) -> models.AgentVFSFile:
        """A file or a folder, without its text.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it lies, from `/` on.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_stat.request(
                agent_id=agent_id,
                path=path,
            ),
            _agent_vfs_stat.parse,
        )

    def mkdir(self, agent_id: str, path: str) -> models.AgentVFSFile:
        """Make a folder, and those that it lies in; one that is there stays.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it goes, from `/` on.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_mkdir.request(
                agent_id=agent_id,
                path=path,
            ),
            _agent_vfs_mkdir.parse,
        )

    def move(self, agent_id: str, src: str, dst: str) -> None:
        """Move a file or a folder.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            src: Where it lies.
            dst: Where it goes.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_move.request(
                agent_id=agent_id,
                src=src,
                dst=dst,
            ),
            _agent_vfs_move.parse,
        )

    def copy(self, agent_id: str, src: str, dst: str) -> None:
        """Copy a file or a folder.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            src: Where it lies.
            dst: Where it goes.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_copy.request(
                agent_id=agent_id,
                src=src,
                dst=dst,
            ),
            _agent_vfs_copy.parse,
        )

    def grep(
        self, agent_id: str, query: str, *, path: str | None = None, limit: int | None = None
    ) -> builtins.list[models.AgentVFSGrepMatch]:
        """The lines of an agent's files that hold a text.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            query: The text to look for; case does not matter.
            path: Only below this folder.
            limit: How many lines to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_grep.request(
                agent_id=agent_id,
                query=query,
                path=path,
                limit=limit,
            ),
            _agent_vfs_grep.parse,
        )

    def glob(
        self, agent_id: str, pattern: str, *, path: str | None = None, limit: int | None = None
    ) -> builtins.list[models.AgentVFSFile]:
        """The files and folders of an agent whose names fit a pattern.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            pattern: The pattern, such as `*.md` or `memory/**/*.json`.
            path: Only below this folder.
            limit: How many entries to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_glob.request(
                agent_id=agent_id,
                pattern=pattern,
                path=path,
                limit=limit,
            ),
            _agent_vfs_glob.parse,
        )

    def usage(self, agent_id: str) -> int:
        """How many bytes the files of an agent take.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return self._sender.send(
            _agent_vfs_usage.request(
                agent_id=agent_id,
            ),
            _agent_vfs_usage.parse,
        )


class AsyncAgentVfs:
    """The files of an agent, which outlive its runs."""

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self,
        agent_id: str,
        *,
        path: str = "/",
        recursive: bool = False,
        offset: int | None = None,
        limit: int | None = None,
    ) -> builtins.list[models.AgentVFSFile]:
        """What a folder of an agent holds.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: The folder.
            recursive: Whether what its folders hold belongs to the list.
            offset: How many entries to leave out at the beginning.
            limit: How many entries to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_list.request(
                agent_id=agent_id,
                path=path,
                recursive=recursive,
                offset=offset,
                limit=limit,
            ),
            _agent_vfs_list.parse,
        )

    async def delete(self, agent_id: str, path: str, *, recursive: bool = False) -> int:
        """Remove a file or a folder; the answer is how many entries went.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it lies, from `/` on.
            recursive: Whether what a folder holds goes, too.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_delete.request(
                agent_id=agent_id,
                path=path,
                recursive=recursive,
            ),
            _agent_vfs_delete.parse,
        )

    async def read(
        self, agent_id: str, path: str, *, line_offset: int | None = None, line_limit: int | None = None
    ) -> dict[str, Any]:
        """A file with its text: `file`, `content`, `total_lines` and `truncated`.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it lies, from `/` on.
            line_offset: How many lines to leave out at the beginning.
            line_limit: How many lines to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_read.request(
                agent_id=agent_id,
                path=path,
                line_offset=line_offset,
                line_limit=line_limit,
            ),
            _agent_vfs_read.parse,
        )

    async def write(
        self,
        agent_id: str,
        path: str,
        content: str,
        *,
        mode: Literal["overwrite", "append"] | str = "overwrite",
        mime_type: str | None = None,
    ) -> models.AgentVFSFile:
        """Write a file; the folders that it lies in are made.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it goes, from `/` on.
            content: Its text.
            mode: What becomes of the text that is there: `overwrite` or `append`.
            mime_type: Its media type; else its name says.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_write.request(
                agent_id=agent_id,
                path=path,
                content=content,
                mode=mode,
                mime_type=mime_type,
            ),
            _agent_vfs_write.parse,
        )

    async def stat(self, agent_id: str, path: str) -> models.AgentVFSFile:
        """A file or a folder, without its text.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it lies, from `/` on.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_stat.request(
                agent_id=agent_id,
                path=path,
            ),
            _agent_vfs_stat.parse,
        )

    async def mkdir(self, agent_id: str, path: str) -> models.AgentVFSFile:
        """Make a folder, and those that it lies in; one that is there stays.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            path: Where it goes, from `/` on.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_mkdir.request(
                agent_id=agent_id,
                path=path,
            ),
            _agent_vfs_mkdir.parse,
        )

    async def move(self, agent_id: str, src: str, dst: str) -> None:
        """Move a file or a folder.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            src: Where it lies.
            dst: Where it goes.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_move.request(
                agent_id=agent_id,
                src=src,
                dst=dst,
            ),
            _agent_vfs_move.parse,
        )

    async def copy(self, agent_id: str, src: str, dst: str) -> None:
        """Copy a file or a folder.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            src: Where it lies.
            dst: Where it goes.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_copy.request(
                agent_id=agent_id,
                src=src,
                dst=dst,
            ),
            _agent_vfs_copy.parse,
        )

    async def grep(
        self, agent_id: str, query: str, *, path: str | None = None, limit: int | None = None
    ) -> builtins.list[models.AgentVFSGrepMatch]:
        """The lines of an agent's files that hold a text.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            query: The text to look for; case does not matter.
            path: Only below this folder.
            limit: How many lines to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_grep.request(
                agent_id=agent_id,
                query=query,
                path=path,
                limit=limit,
            ),
            _agent_vfs_grep.parse,
        )

    async def glob(
        self, agent_id: str, pattern: str, *, path: str | None = None, limit: int | None = None
    ) -> builtins.list[models.AgentVFSFile]:
        """The files and folders of an agent whose names fit a pattern.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.
            pattern: The pattern, such as `*.md` or `memory/**/*.json`.
            path: Only below this folder.
            limit: How many entries to answer at the most.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_glob.request(
                agent_id=agent_id,
                pattern=pattern,
                path=path,
                limit=limit,
            ),
            _agent_vfs_glob.parse,
        )

    async def usage(self, agent_id: str) -> int:
        """How many bytes the files of an agent take.

        Since promptrails 0.4.0.

        Args:
            agent_id: The agent.

        Raises:
            promptport.Error: No good answer came, 400 (The request is not what the operation takes, or can't be
                done now), 401 (There is no API key, or one that is not known), 403 (The API key may not do this, or not
                from this address), 404 (There is no such thing), 429 (Requests come too fast), 500 (The platform
                failed).
        """
        return await self._sender.send(
            _agent_vfs_usage.request(
                agent_id=agent_id,
            ),
            _agent_vfs_usage.parse,
        )
