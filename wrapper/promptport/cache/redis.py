"""Copies in Redis, for many machines that share an account: `pip install "promptport[redis]"`.

    from promptport.cache.redis import RedisStore

    client = promptport.Client("xr2", store=RedisStore("redis://cache.internal:6379/0"))

The server needs GET, SET, DEL, PEXPIRE, EVAL and PING, and may be of any version since 2.6.12. What it holds is what the disk
would hold: templates, never keys, variables or rendered texts; and an envelope counts only for those who have the same account.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine
from contextlib import suppress
from inspect import signature
from logging import getLogger
from secrets import token_hex
from time import monotonic
from typing import Any, NamedTuple, TypeVar

from ..concurrency.background import Background
from ..concurrency.fork import register_at_fork
from ..errors import ConfigurationError
from ..settings import number

try:
    from redis.asyncio import BlockingConnectionPool, Redis
    from redis.asyncio.connection import AbstractConnection, parse_url
    from redis.exceptions import ConnectionError as LostError
    from redis.exceptions import ResponseError
except ImportError as missing:
    raise ImportError('Copies in Redis need `pip install "promptport[redis]"`.', name=missing.name) from missing

T = TypeVar("T")
logger = getLogger("promptport")
KEEP = 90 * 86_400.0  # seconds
TIMEOUT = 0.25  # seconds
CONNECTIONS = 16  # for each event loop
REST, LONGEST = 1.0, 30.0  # seconds between two looks at a server that is away: at first, and at the most
RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"


class _Claim(NamedTuple):
    key: str
    token: str


class AsyncRedisStore:
    """The asyncio twin of `RedisStore`; it can be used in one event loop after the other.

    Args:
        url: The server: `redis://`, `rediss://` or `unix://`, with user, password and database where it needs them.
        prefix: What the names of keys begin with.
        timeout: Seconds that a call waits for the server at the most, connecting included.
        keep: Seconds after which an envelope goes that nobody has used.
        options: What connections of redis-py take besides, such as `password`, `ssl_ca_certs` or `client_name`.

    Raises:
        ConfigurationError: The address is none of Redis, or a number is out of bounds.
    """

    def __init__(
        self, url: str, *, prefix: str = "promptport", timeout: float = TIMEOUT, keep: float = KEEP, **options: Any
    ) -> None:
        self._options = at = _options(url, options)
        place = at["path"] if "path" in at else f"{at.get('host', 'localhost')}:{at.get('port', 6379)}"
        self._where = f"{place}/{at.get('db', 0)}"  # without user and password
        self._prefix = prefix
        self._timeout = number(timeout, argument="timeout", least=0.001)
        self._keep = round(number(keep, argument="keep", least=1, most=1e10) * 1000)
        self._open: dict[asyncio.AbstractEventLoop, tuple[Redis, AsyncGenerator[None]]] = {}
        self._inherited: list[object] = []  # a forked child keeps the parent's connections open, and never uses them
        self._outage = _Outage()
        self._looking: asyncio.Task[None] | None = None
        self._refused = False
        register_at_fork(self)

    def after_fork(self) -> None:
        """Two processes can't share a connection."""
        self._inherited.append((self._open, self._looking))
        self._open, self._looking = {}, None

    async def read(self, key: str) -> bytes | None:
        """The envelope of a key; None where there is none, or the server can't be reached."""
        name = self._name(key)

        async def work(redis: Redis) -> bytes | None:
            both = redis.pipeline(transaction=False)
            both.get(name)
            both.pexpire(name, self._keep)  # it is in use, so it stays
            found, _ = await both.execute(raise_on_error=False)
            if isinstance(found, Exception):
                raise found
            return found if isinstance(found, bytes) else None

        return await self._run(work, None)

    async def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there."""
        await self._run(lambda redis: redis.set(self._name(key), envelope, px=self._keep), None)

    async def drop(self, key: str) -> None:
        """Forget an envelope."""
        await self._run(lambda redis: redis.delete(self._name(key)), None)

    async def claim(self, key: str, seconds: float) -> object | None:
        """The right to fetch what belongs to a key; it ends by itself where its holder has died."""
        mine = _Claim(f"{self._name(key)}:claim", token_hex(16))
        life = max(round(seconds * 1000), 1)
        got = await self._run(lambda redis: redis.set(mine.key, mine.token, nx=True, px=life), True)
        return mine if got else None

    async def release(self, claim: object) -> None:
        """Give a claim back, unless it has passed on to another."""
        if isinstance(claim, _Claim):
            await self._run(lambda redis: redis.eval(RELEASE, 1, claim.key, claim.token), None)

    async def aclose(self) -> None:
        """Close the connections of the running loop; another call opens new ones. Those of another loop close with it."""
        found = self._open.pop(asyncio.get_running_loop(), None)
        if found is not None:
            await found[1].aclose()

    def _name(self, key: str) -> str:
        return f"{self._prefix}:{key}"

    async def _run(self, work: Callable[[Redis], Awaitable[Any]], without: T) -> Any | T:
        """What the server answers; `without` where it does not, or is known to be away."""
        if self._away():
            return without
        try:
            async with asyncio.timeout(self._timeout):
                redis = await self._redis()
                try:
                    return await work(redis)
                except LostError:  # the server may have closed a connection that was kept, as when it was started anew
                    return await work(redis)
        except Exception as error:  # whatever a broken server makes of its client library, no `get` fails by it
            self._failed(error)
            return without

    async def _redis(self) -> Redis:
        loop = asyncio.get_running_loop()
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
        if not self._outage.known:
            return False
        looking = self._looking
        idle = looking is None or looking.done() or looking.get_loop().is_closed()
        if idle and self._outage.rested:
            self._looking = asyncio.get_running_loop().create_task(self._look())
        return True

    async def _look(self) -> None:
        try:
            async with asyncio.timeout(self._timeout):
                await (await self._redis()).ping()
        except ResponseError:
            pass  # it is there, if it refuses this
        except Exception:  # likewise; that it is away has been told
            self._outage.goes_on()
            return
        self._outage.ended()
        logger.info("Redis at %s is back", self._where)

    def _failed(self, error: Exception) -> None:
        # Not the error's own text: a server may repeat what it was sent, the password included.
        if isinstance(error, ResponseError):
            if not self._refused:
                self._refused = True
                logger.warning(
                    "Redis at %s refuses what is needed to share prompts: %s", self._where, type(error).__name__
                )
            return
        if self._outage.begins():
            about = self._where, type(error).__name__
            logger.warning("Redis at %s can't be reached, so prompts are not shared until it can: %s", *about)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._where}>"


class RedisStore:
    """Keeps copies in Redis, so that many machines ask the platform once.

    What it holds is the last known good: it goes only when nobody has used it for `keep` seconds, or the server takes it away.
    While one machine fetches, the others wait for what it gets. Where Redis can't be reached each machine is on its own: the
    first call waits `timeout` seconds for it, no other does, and the log says so once; as soon as it is back it is used again.

    One store may serve several clients. It does its work in a thread that all stores of the process share, and that is
    started when it is first needed.

    Args:
        url: The server: `redis://`, `rediss://` or `unix://`, with user, password and database where it needs them.
        prefix: What the names of keys begin with.
        timeout: Seconds that a call waits for the server at the most, connecting included.
        keep: Seconds after which an envelope goes that nobody has used.
        options: What connections of redis-py take besides, such as `password`, `ssl_ca_certs` or `client_name`.

    Raises:
        ConfigurationError: The address is none of Redis, or a number is out of bounds. The text never shows the address.
    """

    def __init__(
        self, url: str, *, prefix: str = "promptport", timeout: float = TIMEOUT, keep: float = KEEP, **options: Any
    ) -> None:
        self._store = AsyncRedisStore(url, prefix=prefix, timeout=timeout, keep=keep, **options)
        self._longest = 2 * timeout + 0.1  # the thread keeps to `timeout`; this is for its end

    def read(self, key: str) -> bytes | None:
        """The envelope under a key; None where there is none, or the server can't be reached."""
        return self._call(lambda: self._store.read(key), None)

    def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there."""
        self._call(lambda: self._store.write(key, envelope), None)

    def drop(self, key: str) -> None:
        """Forget an envelope."""
        self._call(lambda: self._store.drop(key), None)

    def claim(self, key: str, seconds: float) -> object | None:
        """The right to fetch what stands under a key; it ends by itself where its holder has died."""
        alone: object = True
        return self._call(lambda: self._store.claim(key, seconds), alone)

    def release(self, claim: object) -> None:
        """Give a claim back, unless it has passed on to another."""
        self._call(lambda: self._store.release(claim), None)

    def close(self) -> None:
        """Close connections; another call opens new ones."""
        if self._store._open:
            self._call(self._store.aclose, None)

    def _call(self, work: Callable[[], Coroutine[Any, Any, T]], without: T) -> T:
        try:
            return _thread.call(work, self._longest)
        except TimeoutError:  # so it is while the process ends
            return without

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._store._where}>"


_thread = Background("promptport-redis")


class _Outage:
    """What is known of a server that is away.

    Attributes:
        known: Whether it is.
    """

    def __init__(self) -> None:
        self.known = False
        self._rest = 0.0
        self._until = 0.0

    @property
    def rested(self) -> bool:
        """Whether it is time to look again."""
        return monotonic() >= self._until

    def begins(self) -> bool:
        """A call has failed; answers whether that is news."""
        news, self.known = not self.known, True
        if news:
            self.goes_on()
        return news

    def goes_on(self) -> None:
        """It is away still: the next look is later."""
        self._rest = min(max(self._rest * 2, REST), LONGEST)
        self._until = monotonic() + self._rest

    def ended(self) -> None:
        """It is back."""
        self.known, self._rest = False, 0.0


def _options(url: str, options: dict[str, Any]) -> dict[str, Any]:
    """What connections are opened with."""
    try:
        found = dict(parse_url(url))
    except (ValueError, TypeError, AttributeError):
        example = "redis://host:6379/0, rediss://host:6379/0 or unix:///path"
        raise ConfigurationError(f"`url` must be an address such as {example}.") from None
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
    }


async def _closing(pool: BlockingConnectionPool) -> AsyncGenerator[None]:
    """Closes a pool when it is closed itself: by us, or by the event loop, which ends its generators before it ends."""
    try:
        yield
    finally:
        with suppress(Exception):  # a server that hangs can't keep us from leaving
            async with asyncio.timeout(TIMEOUT):
                await pool.disconnect()
