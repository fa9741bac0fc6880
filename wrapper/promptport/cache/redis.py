"""Copies in Redis, for many machines that share an account: `pip install "promptport[redis]"`.

    from promptport.cache.redis import RedisStore

    client = promptport.Client("xr2", store=RedisStore("redis://cache.internal:6379/0"))

The server needs GET, GETRANGE, SET, DEL, PEXPIRE, EVAL and PING, and SCAN where a client deletes prompts; it may be of any
version since 2.6.12. What it holds is what the disk would hold: templates, never keys, variables or rendered texts; and an
envelope counts only for those who have the same account.

Others may write there. So a copy counts only for whoever has the key that fetched it, which its checksum proves; or, where all
machines share a secret (`secret=`, or PROMPTPORT_CACHE_SECRET), for everybody of the account who has that. Only then do copies of
an account that has a name (`account=`) outlive a change of keys here: whoever guessed the name could forge them else.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from secrets import token_hex
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from ..concurrency.background import Background
from ..hidden import Secret
from ..settings import number
from .largest import LARGEST, Largest
from .listing import described
from .proof import Proof
from .redis_listing import PAGES, PART, is_envelope, pattern_of
from .redis_server import RedisServer

from redis.exceptions import ResponseError  # isort: skip # behind what says which extra is missing

if TYPE_CHECKING:
    from redis.asyncio import Redis

T = TypeVar("T")
KEEP = 90 * 86_400.0  # seconds
DAY = 86_400_000  # milliseconds
TIMEOUT = 0.25  # seconds
LOOKING = 60.0  # seconds that looking through all keys may take
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
        secret: What all machines share, so that no other can forge copies; else PROMPTPORT_CACHE_SECRET, else the key of the
            platform stands in for it.
        options: What connections of redis-py take besides, such as `password`, `ssl_ca_certs` or `client_name`.

    Raises:
        ConfigurationError: The address is none of Redis, there is no such option, a number is out of bounds, or the secret is
            short.
    """

    def __init__(
        self,
        url: str,
        *,
        prefix: str = "promptport",
        timeout: float = TIMEOUT,
        keep: float = KEEP,
        secret: str | None = None,
        **options: Any,
    ) -> None:
        secret = None if secret is None else Secret(secret)  # a traceback may show what variables hold
        self._proof = Proof(secret)
        self._server = RedisServer(url, number(timeout, argument="timeout", least=0.001), options)
        self._prefix = prefix
        self._largest = Largest(f"in Redis at {self._server.address}")
        self._keep = round(number(keep, argument="keep", least=1, most=1e10) * 1000)

    @property
    def trusted(self) -> bool:
        """Whether nobody can have written what it holds who lacks the secret."""
        return self._proof.given

    @property
    def address(self) -> str:
        """Where the server is, without user and password."""
        return self._server.address

    @property
    def connected(self) -> bool:
        """Whether there may be connections to close."""
        return self._server.connected

    async def read(self, key: str) -> bytes | None:
        """The envelope of a key; None where there is none, it is too large, or the server can't be reached."""
        name = self._name(key)

        async def work(redis: Redis) -> bytes | None:
            both = redis.pipeline(transaction=False)
            both.getrange(name, 0, LARGEST)  # one byte more than it may have
            both.pexpire(name, self._life(key))  # it is in use, so it stays
            found, _ = await both.execute(raise_on_error=False)
            if isinstance(found, Exception):
                raise found
            return found if isinstance(found, bytes) and found and self._largest.admits(len(found)) else None

        return self._proof.verified(name, await self._server.run(work, None))

    async def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there, unless it is too large."""
        name = self._name(key)
        content = self._proof.sign(name, envelope)
        if self._largest.admits(len(content)):
            await self._server.run(lambda redis: redis.set(name, content, px=self._life(key)), None)

    async def drop(self, key: str) -> None:
        """Forget an envelope."""
        await self._server.run(lambda redis: redis.delete(self._name(key)), None)

    async def drop_named(self, platform: str, account: str, name: str) -> None:
        """Forget all envelopes of a prompt, for which the server looks through its keys. It needs SCAN for that.

        Args:
            platform: The platform's name.
            account: What tells the account from others, as `shown_account` has it.
            name: The prompt's name.
        """
        pattern = pattern_of(self._prefix)

        async def work(redis: Redis) -> int:
            answer: tuple[int, list[Any]] = await redis.scan(cursor, pattern, PART)
            for found in answer[1]:
                if not is_envelope(found, self._prefix):
                    continue
                try:
                    content: Any = await redis.getrange(found, 0, LARGEST)
                except ResponseError:
                    continue  # something else has such a name
                each = described(content)
                if (each.platform, each.account, each.name) == (platform, account, name):
                    await redis.delete(found)
            return answer[0]

        cursor = 0
        for _ in range(PAGES):
            cursor = await self._server.run(work, 0)
            if not cursor:
                return

    async def claim(self, key: str, seconds: float) -> object | None:
        """The right to fetch what belongs to a key; it ends by itself where its holder has died."""
        mine = _Claim(f"{self._name(key)}:claim", token_hex(16))
        life = max(round(seconds * 1000), 1)
        got = await self._server.run(lambda redis: redis.set(mine.key, mine.token, nx=True, px=life), True)
        return mine if got else None

    async def release(self, claim: object) -> None:
        """Give a claim back, unless it has passed on to another."""
        if isinstance(claim, _Claim):
            await self._server.run(lambda redis: redis.eval(RELEASE, 1, claim.key, claim.token), None)

    async def aclose(self) -> None:
        """Close the connections of the running loop; another call opens new ones. Those of another loop close with it."""
        await self._server.aclose()

    def _name(self, key: str) -> str:
        return f"{self._prefix}:{key}"

    def _life(self, key: str) -> int:
        """Milliseconds until an envelope goes: soon, where it is a local platform's, which ends when its server does."""
        return min(self._keep, DAY) if "-" in key else self._keep

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.address}>"


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
        secret: What all machines share, so that no other can forge copies; else PROMPTPORT_CACHE_SECRET, else the key of the
            platform stands in for it.
        options: What connections of redis-py take besides, such as `password`, `ssl_ca_certs` or `client_name`.

    Raises:
        ConfigurationError: The address is none of Redis, there is no such option, a number is out of bounds, or the secret is
            short. The text shows neither of them.
    """

    def __init__(
        self,
        url: str,
        *,
        prefix: str = "promptport",
        timeout: float = TIMEOUT,
        keep: float = KEEP,
        secret: str | None = None,
        **options: Any,
    ) -> None:
        secret = None if secret is None else Secret(secret)  # a traceback may show what variables hold
        self._store = AsyncRedisStore(url, prefix=prefix, timeout=timeout, keep=keep, secret=secret, **options)
        self._longest = 2 * timeout + 0.1  # the thread keeps to `timeout`; this is for its end

    @property
    def trusted(self) -> bool:
        """Whether nobody can have written what it holds who lacks the secret."""
        return self._store.trusted

    def read(self, key: str) -> bytes | None:
        """The envelope under a key; None where there is none, or the server can't be reached."""
        return self._call(lambda: self._store.read(key), None)

    def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there."""
        self._call(lambda: self._store.write(key, envelope), None)

    def drop(self, key: str) -> None:
        """Forget an envelope."""
        self._call(lambda: self._store.drop(key), None)

    def drop_named(self, platform: str, account: str, name: str) -> None:
        """Forget all envelopes of a prompt, for which the server looks through its keys."""
        self._call(lambda: self._store.drop_named(platform, account, name), None, LOOKING)

    def claim(self, key: str, seconds: float) -> object | None:
        """The right to fetch what stands under a key; it ends by itself where its holder has died."""
        alone: object = True
        return self._call(lambda: self._store.claim(key, seconds), alone)

    def release(self, claim: object) -> None:
        """Give a claim back, unless it has passed on to another."""
        self._call(lambda: self._store.release(claim), None)

    def close(self) -> None:
        """Close connections; another call opens new ones."""
        if self._store.connected:
            self._call(self._store.aclose, None)

    def _call(self, work: Callable[[], Coroutine[Any, Any, T]], without: T, longest: float | None = None) -> T:
        try:
            return _thread.call(work, longest or self._longest)
        except TimeoutError:  # so it is while the process ends
            return without

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._store.address}>"


_thread = Background("promptport-redis")
