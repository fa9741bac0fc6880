"""What lies in Redis, for a person: every copy is looked at as if it were somebody else's, and none counts as used by that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import Error
from .folder import ENVELOPE
from .largest import LARGEST
from .listing import Listed, described
from .redis_server import address_of, parsed

PAGE = 500  # keys that the server looks at in one go, about: it answers others in between
PAGES = 20_000  # after so many, as in a server that holds little else of ours, it is enough
MOST = 100_000  # copies that are listed
TIMEOUT = 5.0  # seconds that one answer may take
PART = 100  # copies that are fetched in one go


class RedisFailed(Error):
    """The server can't be reached, or refuses what is needed."""


class RedisListing:
    """Lists and clears copies in Redis. It needs SCAN, STRLEN and GETRANGE, and DEL to clear.

    Args:
        url: The server, as `RedisStore` takes it.
        prefix: What the names of keys begin with.

    Attributes:
        address: Where the server is, without user and password.
        complete: Whether the last listing has come to its end, rather than to a bound: 100,000 copies, or ten million keys.

    Raises:
        ConfigurationError: The address is none of Redis.
    """

    def __init__(self, url: str, prefix: str = "promptport") -> None:
        import redis

        self.address = address_of(parsed(url))
        self.complete = True
        self._prefix = prefix
        self._redis = redis.Redis.from_url(
            url, protocol=2, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT, decode_responses=False
        )

    def listed(self) -> Iterator[Listed]:
        """The copies, in the server's order.

        Raises:
            RedisFailed: The server can't be reached, or refuses what is needed.
        """
        for page in self._pages():
            yield from (each for _, each in page)

    def cleared(self, wanted: Callable[[Listed], bool]) -> Iterator[Listed]:
        """Take copies away; answers each when it is gone.

        Args:
            wanted: Which of them.

        Raises:
            RedisFailed: The server can't be reached, or refuses what is needed.
        """
        for page in self._pages():
            for name, each in page:
                if wanted(each):
                    self._ask(lambda name=name: self._redis.delete(name))  # type: ignore[misc] # of this round
                    yield each

    def close(self) -> None:
        """Close the connections."""
        self._redis.close()

    def _pages(self) -> Iterator[list[tuple[bytes, Listed]]]:
        """The copies with their keys, each once, though a server may tell a key again."""
        self.complete, seen, cursor = True, set[bytes](), 0
        pattern = pattern_of(self._prefix)
        for _ in range(PAGES):
            cursor, names = self._ask(lambda at=cursor: self._redis.scan(at, pattern, PAGE))  # type: ignore[misc]
            new = [each for each in names if each not in seen and self._key(each) is not None]
            seen.update(new)
            for at in range(0, len(new), PART):
                yield self._read(new[at : at + PART])
            if not cursor:
                return
            if len(seen) >= MOST:
                break
        self.complete = False

    def _read(self, names: list[bytes]) -> list[tuple[bytes, Listed]]:
        sizes = self._all("strlen", [(each,) for each in names])
        found = []
        for name, size in zip(names, sizes, strict=True):
            if not isinstance(size, int) or size == 0:
                continue  # it is gone, or something else has its name
            path = Path(self._key(name) or "")
            (content,) = self._all("getrange", [(name, 0, size - 1)]) if size <= LARGEST else (None,)
            listed = described(content, path) if isinstance(content, bytes) else Listed(path, size)
            found.append((name, listed))
        return found

    def _all(self, command: str, arguments: Iterable[tuple[Any, ...]]) -> list[Any]:
        pipeline = self._redis.pipeline(transaction=False)
        for each in arguments:
            getattr(pipeline, command)(*each)
        answers: list[Any] = self._ask(lambda: pipeline.execute(raise_on_error=False))
        return answers

    def _ask(self, work: Callable[[], Any]) -> Any:
        from redis.exceptions import RedisError

        try:
            return work()
        except (RedisError, OSError, ValueError, TypeError) as error:  # not its text, which may repeat what was sent
            raise RedisFailed(f"Redis at {self.address} can't be used: {type(error).__name__}.") from None

    def _key(self, name: bytes) -> str | None:
        """The key of a copy; None where it is the name of something else."""
        return name.decode(errors="replace").rpartition(":")[2] if is_envelope(name, self._prefix) else None


def pattern_of(prefix: str) -> str:
    """What SCAN is told, so that it finds all keys that begin so."""
    return re.sub(r"([\\*?\[\]])", r"\\\1", prefix) + ":*"


def is_envelope(name: bytes, prefix: str) -> bool:
    """Whether a key is that of a copy, and not the name of something else."""
    begin, _, key = name.decode(errors="replace").rpartition(":")
    return begin == prefix and ENVELOPE.fullmatch(key) is not None
