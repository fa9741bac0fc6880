"""The local platform as tests use it: with prompts from a folder, too."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, Self

from promptport_local import Server
from promptport_local.clock import Clock

from ..files import export
from ..http import mocks
from .rendering import render


class Platform(Server):
    """The platforms on this machine, on a port of loopback. Use it as a context manager, or call `start` and `stop`.

    Args:
        host: The address to listen on. Beyond loopback everybody who reaches it can read and change what it holds, which
            a warning of the logger `promptport_local` says when it starts.
        port: The port, or 0 for a free one.
        data: A file to keep the state in; without, it ends with the platform.
        prompts: A folder of prompt files (see `promptport.files`), or prompts as plain data (see
            `promptport_local.prompts`). A folder is read once, now; `reset` returns to what was read.
        seed: Where randomness begins, so that ids repeat from run to run; without, they never do.
        now: The clock that the platforms go by: a function, or a text such as `10x`, which runs ten times as fast,
            `from:2026-01-01T00:00:00Z`, or `fixed:2026-01-01T00:00:00Z`, which stands; without, that of this machine.
        any_key: Whether a credential that is not known is as good as one of the fixture, as in the vendors' own emulators.
        releases: As which release of the vendor's a platform answers, such as `{"promptic": "1.1.0"}`: what is of other releases
            alone it does not know. The others have what all their releases have, so that each of them will do.

    Raises:
        ConfigurationError: There is no such folder.
        LocalError: There is no such clock.
        PromptFileError: Files of the folder are malformed; everything that is wrong with them is told.
    """

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        data: str | os.PathLike[str] | None = None,
        prompts: str | os.PathLike[str] | Iterable[Mapping[str, Any]] = (),
        seed: int | None = None,
        now: Clock | str | None = None,
        any_key: bool = False,
        releases: Mapping[str, str] | None = None,
    ) -> None:
        held = export(prompts) if isinstance(prompts, str | os.PathLike) else prompts
        self._addresses: set[str] = set()
        super().__init__(host, port, data, held, seed, now, any_key, releases, render)

    def start(self) -> Self:
        """Listen. When this returns, requests are answered, also while requests is mocked for what else a test calls.

        Raises:
            PortInUse: Another program listens on the port.
            CannotListen: The address or the port cannot be listened on.
            DataError: The file of `data` cannot be used.
            PromptError: The `prompts` are not what a server takes.
            PlatformError: There is no platform of a name in `releases`; the text lists those that there are.
            ReleaseError: There is no such release of one; the text lists those that there are.
            LocalError: It was started before.
        """
        super().start()
        self._addresses = {self.url().rstrip("/"), f"http://localhost:{self.port}"}
        mocks.allow(self._addresses)
        return self

    def stop(self) -> None:
        """Stop listening and close everything, in less than a second. Once stopped, it does nothing."""
        super().stop()
        mocks.disallow(self._addresses)
