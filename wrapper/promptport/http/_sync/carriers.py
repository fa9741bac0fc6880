# Made from wrapper/promptport/http/_async/carriers.py by `python tools/unasync.py`: change that file, never this one.
"""Who carries a request: the engine, what an application has brought, or httpx while a mock of it is at work.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

from ssl import SSLContext
from typing import TYPE_CHECKING, Any

from ...errors import ConfigurationError
from ..blocking import Engine, header, mocks
from ..network import context
from ..options import Options
from ..redirects import Redirects
from ..rules import Rules
from ..wire import RawResponse, TransportError, Wire

if TYPE_CHECKING:
    from .through import Through


class Carriers:
    """The carriers of one client.

    Args:
        rules: The ways of the platform.
        options: The client's behaviour.
        transport: A transport of httpx in the engine's place.
        http_client: An application's own client in the engine's place.

    Attributes:
        engine: What carries requests while no mock is at work.

    Raises:
        ConfigurationError: What was brought is of the wrong kind, both are, or certificates can't be read.
    """

    def __init__(self, rules: Rules, options: Options, transport: Any = None, http_client: Any = None) -> None:
        self._network = options.network
        self._context: SSLContext | None = None
        self._watched = transport is None and http_client is None
        if self._watched:
            self.engine: Engine | Through = Engine(options.network, options.hosts.values())
            return
        from . import through  # for those who bring something of httpx

        if http_client is None:
            self.engine = through.through_transport(transport)
        elif transport is not None:
            raise ConfigurationError("`http_client` has a transport of its own: leave out `transport`.")
        else:
            self.engine = through.through_client(http_client, rules.account_headers)

    def carrier(self, url: str) -> Engine | Through:
        """What is to carry a request.

        Raises:
            ConfigurationError: A mock is at work that would not see the request.
        """
        library = mocks.library(url) if self._watched else None
        if library is None:
            return self.engine
        from .through import through_mocked

        if self._context is None:
            self._context = context(self._network.verify, self._network.bundles)
        return through_mocked(library, self._network, self._context)

    def follow(self, wire: Wire[Any]) -> RawResponse:
        """Send a request, and then wherever the platform sends it on to. Raises TransportError where no whole answer came."""
        way = Redirects(wire, self._network, header)
        reply = self.carrier(wire.url).send(wire)
        while (further := way.next(reply)) is not None:
            try:
                reply = self.carrier(further.url).send(further)
            except TransportError as error:
                raise way.lost(error) from None
        return way.marked(reply)

    def close(self) -> None:
        """Let go of connections, but those of an application's own client."""
        self.engine.close()
