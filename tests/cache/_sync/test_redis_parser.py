# Made from tests/cache/_async/test_redis_parser.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that no more is read of what calls itself Redis than a copy may have."""

from __future__ import annotations

import pytest

from promptport.cache.largest import LARGEST
from promptport.cache.redis import RedisStore

from ..servers import RedisServer, endless

HERE = "a" * 40
NO_END = {
    "a value": (b"$16000001\r\n", b"x" * 65_536),
    "a value that announces more": (b"$100000000000\r\n", b"x" * 65_536),
    "a line": (b"+", b"x" * 65_536),
    "an error": (b"-ERR ", b"x" * 65_536),
    "a list": (b"*1000000000\r\n", b":1\r\n" * 10_000),
    "a list of values": (b"*1000000000\r\n", b"$60000\r\n" + b"x" * 60_000 + b"\r\n"),
    "lists in lists": (b"", b"*1\r\n" * 10_000),
    "less than nothing": (b"*1000000000\r\n", b"$-100\r\n" * 10_000),
}


@pytest.mark.parametrize(("begin", "more"), NO_END.values(), ids=NO_END)
def test_an_answer_that_never_ends(begin: bytes, more: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Of what is no Redis, or a broken one, no more is read than a copy may have; it is an outage, and told once."""
    with endless(begin, more) as server:
        store = RedisStore(f"redis://127.0.0.1:{server.port}", timeout=60)
        assert store.read(HERE) is None
        store.close()
    assert server.sent < 2 * LARGEST
    assert ["can't be reached" in each.message for each in caplog.records] == [True]


def test_each_reply_has_all_of_it(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A connection may live long: what it has answered before takes nothing from what it answers next."""
    monkeypatch.setattr("promptport.cache.redis_parser.LINES", 20)
    monkeypatch.setattr("promptport.cache.redis_parser.REPLY", 2000)
    store = RedisStore(redis_server.url)
    store.write(HERE, b"x" * 1000)
    assert [len(store.read(HERE) or b"") for _ in range(30)] == [1000] * 30
    store.close()
    assert not caplog.records
