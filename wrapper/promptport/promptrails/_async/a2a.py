"""The resource `a2a`. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from promptport_api.promptrails.api.a2a import AsyncA2a, a2a_cancel_task, a2a_get_task, a2a_send_message
from promptport_api.promptrails.models import A2ATask

from ...model import AsyncSender, Request
from ..rpc import parameters, task


class AsyncA2A(AsyncA2a):
    """Agents that call agents. The calls that go by JSON-RPC are written here, the others are generated.

    Args:
        sender: The road to the wire.
        hide: Takes secrets out of what the platform says.
    """

    def __init__(self, sender: AsyncSender, hide: Callable[[Any], Any]) -> None:
        super().__init__(sender)
        self._hide = hide

    async def send_message(
        self,
        agent_id: str,
        message: str,
        *,
        blocking: bool = True,
        task_id: str | None = None,
        context_id: str | None = None,
    ) -> A2ATask:
        """Say something to an agent.

        Args:
            agent_id: The agent.
            message: What to say.
            blocking: Whether to wait until the task has ended.
            task_id: The task that it goes on with.
            context_id: What it belongs to.

        Raises:
            A2AError: The agent refused.
            PromptRailsError: The call failed otherwise.
        """
        params = parameters(message, blocking, task_id, context_id)
        return await self._call(a2a_send_message.request(agent_id, params=params))

    async def get_task(self, task_id: str) -> A2ATask:
        """One task.

        Args:
            task_id: The task.

        Raises:
            A2AError: There is no such task.
            PromptRailsError: The call failed otherwise.
        """
        return await self._call(a2a_get_task.request(params={"id": task_id}))

    async def cancel_task(self, task_id: str) -> A2ATask:
        """End a task.

        Args:
            task_id: The task.

        Raises:
            A2AError: There is no such task, or it has ended.
            PromptRailsError: The call failed otherwise.
        """
        return await self._call(a2a_cancel_task.request(params={"id": task_id}))

    async def _call(self, request: Request) -> A2ATask:
        return await self._sender.send(request, task(request.operation, self._hide))
