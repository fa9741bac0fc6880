"""The resource `agent_vfs`. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from typing import Literal

from promptport_api.promptrails.api.agent_vfs import AsyncAgentVfs, agent_vfs_write
from promptport_api.promptrails.models import AgentVFSFile

from ..writing import by_mode


class AsyncAgentVFS(AsyncAgentVfs):
    """The files of an agent, which outlive its runs. What writes is written here, the rest is generated."""

    async def write(
        self,
        agent_id: str,
        path: str,
        content: str,
        *,
        mode: Literal["overwrite", "append"] | str = "overwrite",
        mime_type: str | None = None,
    ) -> AgentVFSFile:
        """Write a file; the folders that it lies in are made.

        What overwrites is sent again where the answer was lost. What appends is sent once: a second time, it would append twice.

        Args:
            agent_id: The agent.
            path: Where it goes, from `/` on.
            content: Its text.
            mode: What becomes of the text that is there: `overwrite` or `append`.
            mime_type: Its media type; else its name says.

        Raises:
            PromptRailsError: The call failed.
        """
        request = agent_vfs_write.request(agent_id, path, content, mode=mode, mime_type=mime_type)
        return await self._sender.send(by_mode(request), agent_vfs_write.parse)
