"""Proves how an id is found for a name where a platform knows ids alone: once, and anew where it has gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from promptport.base._async.source import AsyncNamedSource, AsyncSource
from promptport.errors import NotFound, NotSupported
from promptport.platform import Fetched, Query, Traits


class Shelf(AsyncNamedSource[Any]):
    """A platform that knows ids alone."""

    def __init__(self) -> None:
        super().__init__(None, Traits("shelf", "memory"))
        self.held = {"id-1": "welcome", "id-2": "bye"}
        self.listed = 0

    async def listing(self, deadline: Any) -> Mapping[str, str]:
        self.listed += 1
        return dict(self.held)

    async def read(self, query: Query, identity: str, deadline: Any) -> Fetched:
        if identity not in self.held:
            raise NotFound(f"no {identity}", *query)
        return Fetched(query.name, [{"role": "user", "content": identity}])


async def said(shelf: Shelf, name: str) -> str:
    """What a prompt says."""
    return str((await shelf.fetch(Query(name), 5.0)).messages[0]["content"])


async def test_an_id_is_found_once_for_its_name() -> None:
    shelf = Shelf()
    assert [await said(shelf, "welcome") for _ in range(3)] == ["id-1"] * 3
    assert await said(shelf, "bye") == "id-2"
    assert shelf.listed == 2


async def test_another_may_have_taken_the_name() -> None:
    """Where the platform no longer knows an id, the name is looked up anew; where it knows neither, that is told."""
    shelf = Shelf()
    await said(shelf, "welcome")
    shelf.held = {"id-9": "welcome"}
    assert await said(shelf, "welcome") == "id-9"
    shelf.held = {}
    for _ in range(2):
        with pytest.raises(NotFound, match="There is no prompt 'welcome'"):
            await said(shelf, "welcome")
    assert shelf.listed == 4


async def test_names() -> None:
    assert list(await Shelf().names(5.0)) == ["welcome", "bye"]


async def test_a_platform_that_lists_nothing() -> None:
    """It says what to do instead."""

    class Alone(AsyncSource[Any]):
        async def fetch(self, query: Query, deadline: float) -> Fetched:
            raise NotFound("none", *query)

    with pytest.raises(NotSupported, match="alone can't list its prompts"):
        await Alone(None, Traits("alone", "memory")).names(5.0)
