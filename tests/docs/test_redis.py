"""Proves that what `docs/redis.md` shows runs as it stands, with a Redis server, and that its table is the stores'."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from promptport.cache.redis import AsyncRedisStore, RedisStore
from promptport.testing import Platform

from ..cache.servers import RedisServer
from .pages import Page
from .walked import Walk, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@Page("docs/redis.md").runs()
def test_the_page(tmp_path: Path, platform: Platform) -> None:
    """One machine after the other, with one request; then without Redis."""
    server = RedisServer(tmp_path)
    server.start()
    try:
        walk = Walk(tmp_path, {"redis://127.0.0.1:6379/0": server.url, "127.0.0.1:6379": f"127.0.0.1:{server.port}"})
        walk.places["http://127.0.0.1:8700/"] = platform.url()
        text = sections("redis.md")
        walk.follow(text[""])
        assert len(platform.requests) == 1
        walk.follow(text["What lies there"])
    finally:
        server.stop()
    walk.apart = True  # it logs
    walk.follow(text["When Redis is away"])
    assert len(platform.requests) == 2
    assert walk.ran == 8


def test_the_arguments() -> None:
    """The table has all of them, with their defaults."""
    table = re.findall(r"^\| `(\w+)` \| ?(.*?) ?\|", sections("redis.md")["Who may write there"], re.MULTILINE)
    for store in (RedisStore, AsyncRedisStore):
        *parameters, options = inspect.signature(store).parameters.values()
        assert options.kind is options.VAR_KEYWORD
        assert [name for name, _ in table] == [each.name for each in parameters]
        defaults = {each.name: f"{each.default:,.9g}" for each in parameters if isinstance(each.default, float)}
        assert {name: said.split(" ")[0] for name, said in table if name in defaults} == defaults
