"""A Redis server as stores use it: connections for each event loop, one timeout for a call, and what to do while it is away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import suppress
from inspect import Parameter, signature
from logging import getLogger
from time import monotonic
from typing import Any, TypeVar

from ..concurrency.fork import register_at_fork
from ..concurrency.loops import loop_if_any, running_loop
from ..errors import ConfigurationError
from ..extras import missing_extra
from ..spelling import closest

try:
    from redis.asyncio import BlockingConnectionPool, Redis
    from redis.asyncio.connection import AbstractConnection, Connection, parse_url
    from redis.exceptions import ConnectionError as RedisConnectionError
    from redis.exceptions import ResponseError

    from .redis_parser import BoundedParser
except ImportError as missing:
    raise missing_extra(missing, "redis", "A cache in Redis") from None

T = TypeVar("T")
logger = getLogger("promptport")
OWN = frozenset({"prefix", "timeout", "keep", "secret"})  # the options of a store itself
CONNECTIONS = 16  # for each event loop
CLOSING = 0.25  # seconds that closing connections takes at the most
REST, LONGEST = 1.0, 30.0  # seconds between two looks at a server that is away: at first, and at the most


class RedisServer:
    """A server, for whatever event loops ask it.

    Args:
        url: Where it is.
        timeout: Seconds that a call takes at the most, connecting included.
        options: What connections of redis-py take besides.

    Attributes:
        address: Where it is, without user and password.

    Raises:
        ConfigurationError: The address is none of Redis, or there is no such option.
    """

    def __init__(self, url: str, timeout: float, options: dict[str, Any]) -> None:
        self._options = at = _options(parsed(url), options)
        self.address = address_of(at)
        self._timeout = timeout
        self._open: dict[asyncio.AbstractEventLoop, tuple[Redis, AsyncGenerator[None]]] = {}
        self._inherited: list[object] = []  # a forked child keeps the parent's connections open, and never uses them
        self._outage = Outage()
        self._looking: asyncio.Task[None] | None = None
        self._refused = False
        register_at_fork(self)

    def after_fork(self) -> None:
        """Leave connections to the parent: two processes can't share one."""
        self._inherited.append((self._open, self._looking))
        self._open, self._looking = {}, None

    @property
    def connected(self) -> bool:
        """Whether there may be connections to close."""
        return bool(self._open)

    async def aclose(self) -> None:
        """Close the connections of the running loop; another call opens new ones. Those of another loop close with it."""
        loop = loop_if_any()
        found = self._open.pop(loop, None) if loop is not None else None
        if found is not None:
            await found[1].aclose()

    async def run(self, work: Callable[[Redis], Awaitable[Any]], without: T) -> Any | T:
        """Ask the server.

        Args:
            work: Asks it, once or twice.
            without: What is answered where the server does not answer, or is known to be away.
        """
        if self._away():
            return without
        try:
            async with asyncio.timeout(self._timeout):
                redis = await self._redis()
                try:
                    return await work(redis)
                except RedisConnectionError:
                    return await work(redis)  # the server may have closed an idle connection, as when it was restarted
        except Exception as error:  # whatever a broken server makes of its client library, no `get` fails by it
            self._failed(error)
            return without

    async def _redis(self) -> Redis:
        loop = running_loop()
        if loop not in self._open:
            for ended in [each for each in self._open if each.is_closed()]:
                del self._open[ended]
            pool = BlockingConnectionPool(**self._options)
            closing = _closing(pool)
            self._open[loop] = Redis(connection_pool=pool), closing
            await anext(closing)
        return self._open[loop][0]

    def _away(self) -> bool:
        """Whether the server is known to be away. If so, somebody looks again now and then, and nobody waits for that."""
        if not self._outage.lasts:
            return False
        looking = self._looking
        idle = looking is None or looking.done() or looking.get_loop().is_closed()
        if idle and self._outage.rested:
            self._looking = running_loop().create_task(self._look())
        return True

    async def _look(self) -> None:
        try:
            async with asyncio.timeout(self._timeout):
                await (await self._redis()).ping()
        except ResponseError:
            pass  # it is there, if it refuses this
        except Exception:  # likewise; the log has said already that it is away
            self._outage.goes_on()
            return
        self._outage.ended()
        logger.info("Redis at %s is back", self.address)

    def _failed(self, error: Exception) -> None:
        # Not the error's own text: a server may repeat what it was sent, the password included.
        if isinstance(error, ResponseError):
            if not self._refused:
                self._refused = True
                logger.warning(
                    "Redis at %s refuses what is needed to share prompts: %s", self.address, type(error).__name__
                )
            return
        if self._outage.begins():
            about = self.address, type(error).__name__
            logger.warning("Redis at %s can't be reached, so prompts are not shared until it can: %s", *about)


class Outage:
    """What is known of a server that is away.

    Attributes:
        lasts: Whether it is away, as far as is known.
    """

    def __init__(self) -> None:
        self.lasts = False
        self._rest = 0.0
        self._until = 0.0

    @property
    def rested(self) -> bool:
        """Whether it is time to look again."""
        return monotonic() >= self._until

    def begins(self) -> bool:
        """A call has failed; answers whether that is news."""
        news, self.lasts = not self.lasts, True
        if news:
            self.goes_on()
        return news

    def goes_on(self) -> None:
        """It is away still: the next look is later."""
        self._rest = min(max(self._rest * 2, REST), LONGEST)
        self._until = monotonic() + self._rest

    def ended(self) -> None:
        """It is back."""
        self.lasts, self._rest = False, 0.0


def parsed(url: str) -> dict[str, Any]:
    """What an address says, as redis-py has it.

    Raises:
        ConfigurationError: It is none of Redis.
    """
    try:
        return dict(parse_url(url))
    except (ValueError, TypeError, AttributeError):
        example = "redis://host:6379/0, rediss://host:6379/0 or unix:///path"
        raise ConfigurationError(f"`url` must be an address such as {example}.") from None


def address_of(options: Mapping[str, Any]) -> str:
    """Where a server is, without user and password.

    Args:
        options: What its connections are opened with.
    """
    place = options["path"] if "path" in options else f"{options.get('host', 'localhost')}:{options.get('port', 6379)}"
    return f"{place}/{options.get('db', 0)}"


def _options(found: dict[str, Any], options: dict[str, Any]) -> dict[str, Any]:
    """What connections are opened with."""
    kind: Any = found.get("connection_class", Connection)
    known = _names(kind) | _names(BlockingConnectionPool)
    for name in (*found, *options):
        if name not in known:
            close = closest(name, known | OWN)
            guess = f" Did you mean {close}?" if close else ""
            if name.startswith("ssl_"):
                guess = " Those of TLS need an address that begins with rediss://."
            raise ConfigurationError(
                f"A store in Redis has no option {name!r}, nor have connections of redis-py.{guess}"
            )
    quiet = {"driver_info": None} if "driver_info" in signature(AbstractConnection.__init__).parameters else {}
    return {
        **quiet,  # else each new connection reads redis-py's metadata from disk, within the event loop
        "protocol": 2,  # the third has a greeting that old servers don't know, and that repeats passwords in its errors
        "max_connections": CONNECTIONS,
        "timeout": None,
        "socket_timeout": None,  # one timeout holds for all of a call
        "socket_connect_timeout": None,
        **found,
        **options,
        "decode_responses": False,
        "parser_class": BoundedParser,
    }


def _names(kind: type) -> frozenset[str]:
    """The arguments that a class of redis-py takes, those of its bases included."""
    return frozenset(
        name
        for each in kind.__mro__
        for name, about in signature(each.__init__).parameters.items()  # type: ignore[misc] # it is no instance's
        if about.kind in (Parameter.POSITIONAL_OR_KEYWORD, Parameter.KEYWORD_ONLY) and name != "self"
    )


async def _closing(pool: BlockingConnectionPool) -> AsyncGenerator[None]:
    """Closes a pool when it is closed itself: by us, or by the event loop, which ends its generators before it ends."""
    try:
        yield
    finally:
        with suppress(Exception):  # a server that hangs can't keep us from leaving
            async with asyncio.timeout(CLOSING):
                await pool.disconnect()
