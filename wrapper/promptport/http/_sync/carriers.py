# Made from wrapper/promptport/http/_async/carriers.py by `python tools/unasync.py`: change that file, never this one.
"""Who carries a request: the engine, what an application has brought, or httpx while a mock of it is at work.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors import ConfigurationError
from ..blocking import Engine, mocks
from ..network import Network
from ..options import Options
from ..rules import Rules

if TYPE_CHECKING:
    from .through import Through


def engine_of(
    rules: Rules, options: Options, transport: Any = None, http_client: Any = None
) -> Engine | Through:
    """What carries the requests of a client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        transport: A transport of httpx in the engine's place.
        http_client: An application's own client in the engine's place.

    Raises:
        ConfigurationError: One of them is none, both are given, or certificates can't be read.
    """
    if transport is None and http_client is None:
        return Engine(options.network, options.hosts.values())
    from . import through  # for those who bring something of httpx

    if http_client is None:
        return through.through_transport(transport)
    if transport is not None:
        raise ConfigurationError("`http_client` has a transport of its own: leave out `transport`.")
    return through.through_client(http_client, rules.account_headers)


class Mocked:
    """Carries the requests of a client in place of its engine while a mock of httpx is at work, so that the mock sees them.

    Args:
        network: How addresses are reached, where a mock lets a request pass.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._carriers: dict[str, Through] = {}

    def carrier(self, url: str) -> Through | None:
        """What is to carry a request; None where no mock is at work.

        Raises:
            ConfigurationError: A mock is at work that would not see the request.
        """
        library = mocks.library(url)
        return None if library is None else self._through(library)

    def _through(self, library: Any) -> Through:
        found = self._carriers.get(library.__name__)
        if found is None:
            from .through import through_mocked

            found = self._carriers[library.__name__] = through_mocked(library, self._network)
        return found

    def close(self) -> None:
        """Let go of connections."""
        for each in self._carriers.values():
            each.close()
