"""Tells hosts that the list of prompts has changed. Whether it has is found out by looking, now and then."""

from __future__ import annotations

import logging
import os
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import perf_counter
from typing import Any

import anyio
from mcp.server.context import ServerRequestContext
from mcp.server.session import ServerSession
from mcp.server.subscriptions import InMemorySubscriptionBus, PromptsListChanged
from mcp.types.version import MODERN_PROTOCOL_VERSIONS

from ..concurrency.off_loop import off_loop
from ..errors import Error

FOLDER, PLATFORM = 1.0, 60.0  # seconds between two looks
SHARE = 20  # looking takes a twentieth of the time at the most
SESSIONS = 100  # hosts that are told
_PATIENCE = 1.0  # seconds that telling one takes at the most
_SEEN = (".md", ".lock")

_log = logging.getLogger("promptport.mcp")


def state_of(folder: Path) -> frozenset[tuple[str, int, int, int]]:
    """What tells whether a prompt file of a folder is another one: their paths, times, sizes and numbers."""
    found = set()
    folders = [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for each in entries:
                    if each.name.startswith("."):
                        continue
                    if each.is_dir(follow_symlinks=False):
                        folders.append(each.path)
                    elif each.name.endswith(_SEEN):
                        about = each.stat()
                        found.add((each.path, about.st_mtime_ns, about.st_size, about.st_ino))
        except OSError:
            continue  # it is being taken away, or is not for us, which those are told who ask for a prompt
    return frozenset(found)


async def look_at(folder: Path) -> object:
    """`state_of`, in a thread."""
    return await off_loop.run(None, state_of, folder)


class Changes:
    """Looks, and tells.

    Args:
        look: Answers what is another value when the list has changed.
        pause: Seconds between two looks.
        known: What it has answered already; None where nobody has looked.

    Attributes:
        bus: Where hosts of MCP's newest revision subscribe.
    """

    def __init__(self, look: Callable[[], Awaitable[object]], pause: float, known: object = None) -> None:
        self._look, self._pause, self._known = look, pause, known
        self.bus = InMemorySubscriptionBus()
        self._sessions: OrderedDict[str, ServerSession] = OrderedDict()

    def heard(self, context: ServerRequestContext[Any, Any]) -> None:
        """Remember who has asked for the list: hosts of MCP's older revisions subscribe to nothing."""
        if context.protocol_version in MODERN_PROTOCOL_VERSIONS:
            return
        headers = getattr(context.request, "headers", {})
        key = headers.get("mcp-session-id", "")
        self._sessions[key] = context.session
        self._sessions.move_to_end(key)
        while len(self._sessions) > SESSIONS:
            self._sessions.popitem(last=False)

    async def watch(self) -> None:
        """Look, until it is cancelled. Where looking fails the log says so once, and it goes on."""
        failed = False
        while True:
            begun = perf_counter()
            try:
                found = await self._look()
            except Error as error:
                if not failed:
                    _log.warning("Whether the list of prompts has changed can't be seen: %s", error)
                failed = True
            else:
                failed = False
                if self._known is not None and found != self._known:
                    await self._tell()
                self._known = found
            await anyio.sleep(max(self._pause, SHARE * (perf_counter() - begun)))

    async def _tell(self) -> None:
        await self.bus.publish(PromptsListChanged())
        for key, session in list(self._sessions.items()):
            with anyio.move_on_after(_PATIENCE) as scope:
                try:
                    await session.send_prompt_list_changed()
                except (anyio.BrokenResourceError, anyio.ClosedResourceError):
                    self._sessions.pop(key, None)
            if scope.cancelled_caught:
                self._sessions.pop(key, None)
