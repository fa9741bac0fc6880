"""Opens a source, and serves its prompts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from mcp.server.lowlevel import Server

from ..client._async import AsyncClient
from ..errors import ConfigurationError
from .catalogue import Catalogue, Names
from .changes import FOLDER, PLATFORM, Changes, look_at
from .server import build


@asynccontextmanager
async def opened(
    source: str | None,
    only: Sequence[str] = (),
    label: str | None = None,
    names_of: Callable[[AsyncClient], Names | None] | None = None,
    **settings: Any,
) -> AsyncIterator[Server[Any]]:
    """A server for the prompts of a source, which is closed in the end.

    Args:
        source: The source, as `AsyncClient` takes it.
        only: The prompts that are served; empty for all that the source lists.
        label: The label that versions are chosen by; else those in production are served.
        names_of: Makes what tells the names of a source that can't list them, of its client; None where nobody knows them.
        settings: Other arguments of `AsyncClient`.

    Raises:
        ConfigurationError: The source can't be opened, nobody has given a key, or it can't list its prompts and none is named.
        NotSupported: The source has no such label.
    """
    async with AsyncClient(source, **settings) as client:
        traits = client.source
        if not traits.origin:
            await client.list()  # nobody has given a key, as it says
        names: Names | None = None
        if not traits.lists and not only:
            names = None if names_of is None else names_of(client)
            if names is None:
                raise ConfigurationError(f"{traits.name} can't list its prompts: name them, each by --prompt NAME.")
        catalogue = Catalogue(client, names, label, only)
        folder = Path(traits.origin)
        if traits.local and folder.is_dir():
            changes = Changes(lambda: look_at(folder), FOLDER, await look_at(folder))
        else:
            changes = Changes(catalogue.names, PLATFORM)
        yield build(client, catalogue, changes)
