"""Folders of prompts, and hosts that are connected to a server of theirs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .pieces import FILES, write

if TYPE_CHECKING:
    from mcp import Client

Connected = Callable[..., "AbstractAsyncContextManager[Client]"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of prompt files."""
    write(tmp_path / "prompts", FILES)
    return tmp_path / "prompts"


@pytest.fixture
def connected() -> Connected:
    """What connects the official client to a server in this process, to which it gives what `opened` takes."""
    from mcp import Client  # it takes a second to import, also where none of these tests run

    from promptport.mcp.serving import opened

    @asynccontextmanager
    async def connect(
        source: str, *arguments: Any, mode: str = "auto", hears: Any = None, **settings: Any
    ) -> AsyncIterator[Client]:
        async with (
            opened(source, *arguments, **settings) as server,
            Client(server, mode=mode, message_handler=hears) as host,
        ):
            yield host

    return connect
