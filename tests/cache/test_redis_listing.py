"""Proves that copies in Redis are listed and cleared, in pages, within bounds, and that nothing else there is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.cache import redis_listing
from promptport.cache.envelope import cache_key, packed, shown_account
from promptport.cache.grants import Grant
from promptport.cache.redis import RedisStore
from promptport.cache.redis_listing import RedisFailed, RedisListing
from promptport.errors import ConfigurationError
from promptport.platform import Fetched, Query, Traits

from .servers import PASSWORD, RedisServer

WHO = Traits("xr2", "https://xr2.uk", "me", credential="c")
SECRET = "planted-secret-of-all-machines"
PREFIX = "mi[n]e*"


def keep(server: RedisServer, *names: str, secret: str | None = None) -> None:
    """Keep copies of prompts."""
    store = RedisStore(server.url, prefix=PREFIX, secret=secret)
    for name in names:
        fetched = Fetched(name, ({"role": "user", "content": "x"},), version=3, label="production")
        store.write(cache_key(WHO, Query(name)), packed(WHO, Query(name), fetched, 12.5, Grant()))
    store.close()


def test_lists_and_clears(redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """In several pages; what else begins so, and what others keep, stays; nothing counts as used by being listed."""
    monkeypatch.setattr(redis_listing, "PAGE", 7)
    monkeypatch.setattr(redis_listing, "PART", 3)
    names = [f"p{at}" for at in range(40)]
    keep(redis_server, *names)
    keep(redis_server, "signed", secret=SECRET)
    others = [f"{PREFIX}:{'a' * 40}:claim", f"{PREFIX}:mine", f"mine:{'a' * 40}", f"other:{'a' * 40}"]
    with redis_server.client() as redis:
        for each in others:
            redis.set(each, "x")
        redis.hset(f"{PREFIX}:{'b' * 40}", "x", "y")  # type: ignore[misc, unused-ignore]
        redis.set(f"{PREFIX}:{'c' * 40}", "torn")
        redis.set(f"{PREFIX}:{'d' * 40}", "")  # as the server says of what has gone meanwhile
        known = f"{PREFIX}:{cache_key(WHO, Query('p0'))}"
        redis.expire(known, 1000)
    listing = RedisListing(redis_server.url, PREFIX)
    found = {each.name: each for each in listing.listed()}
    assert found.keys() == {*names, "signed", None}
    one = found["p0"]
    assert one[2:] == ("xr2", "p0", 3, "production", 12.5, shown_account(WHO), False)
    assert one.path == Path(cache_key(WHO, Query("p0")))
    assert listing.complete
    with redis_server.client() as redis:
        assert int(redis.ttl(known)) <= 1000
        assert redis.strlen(known) == one.size
    gone = [each.name for each in listing.cleared(lambda each: each.name is not None and each.name.startswith("p"))]
    assert sorted(map(str, gone)) == sorted(names)
    assert {each.name for each in listing.listed()} == {"signed", None}
    assert len(list(listing.cleared(lambda _: True))) == 2
    with redis_server.client() as redis:
        assert {each.decode() for each in redis.scan_iter()} == {
            *others, f"{PREFIX}:{'b' * 40}", f"{PREFIX}:{'d' * 40}",
        }  # fmt: skip
    listing.close()


@pytest.mark.parametrize("bound", ["PAGES", "MOST"])
def test_bounds(redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    """However much the server holds, looking ends; and it is told."""
    monkeypatch.setattr(redis_listing, "PAGE", 10)
    monkeypatch.setattr(redis_listing, bound, 2 if bound == "PAGES" else 15)
    keep(redis_server, *(f"p{at}" for at in range(200)))
    listing = RedisListing(redis_server.url, PREFIX)
    assert 0 < len(list(listing.listed())) < 200
    assert not listing.complete
    listing.close()


def test_a_copy_that_is_too_large(redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not fetched, and listed as what can't be read."""
    keep(redis_server, "p")
    monkeypatch.setattr(redis_listing, "LARGEST", 10)
    listing = RedisListing(redis_server.url, PREFIX)
    assert [each.name for each in listing.listed()] == [None]
    listing.close()


def test_what_fails(redis_server: RedisServer) -> None:
    """It says where, and neither password nor what the server has said."""
    with pytest.raises(ConfigurationError, match="`url` must be"):
        RedisListing(f"http://:{PASSWORD}@x")
    refused = RedisListing(redis_server.url.replace(PASSWORD, "planted-wrong"))
    with pytest.raises(RedisFailed) as raised:
        list(refused.listed())
    assert str(raised.value) == f"Redis at 127.0.0.1:{redis_server.port}/0 can't be used: AuthenticationError."
    assert raised.value.__cause__ is None
    refused.close()
    unknown = RedisListing(f"{redis_server.url}?no_such_option=1")
    with pytest.raises(RedisFailed, match="can't be used: TypeError"):
        list(unknown.listed())
    unknown.close()
