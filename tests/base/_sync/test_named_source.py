# Made from tests/base/_async/test_named_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves how an id is found for a name where a platform knows ids alone: once, and anew where it has gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from promptport.base._sync.source import NamedSource, Source
from promptport.errors import NotFound, NotSupported
from promptport.platform import Fetched, Query, Traits


class Shelf(NamedSource[Any]):
    """A platform that knows ids alone."""

    def __init__(self) -> None:
        super().__init__(None, Traits("shelf", "memory"))
        self.held = {"id-1": "welcome", "id-2": "bye"}
        self.listed = 0

    def listing(self, deadline: Any) -> Mapping[str, str]:
        self.listed += 1
        return dict(self.held)

    def read(self, query: Query, identity: str, deadline: Any) -> Fetched:
        if identity not in self.held:
            raise NotFound(f"no {identity}", *query)
        return Fetched(query.name, [{"role": "user", "content": identity}])


def said(shelf: Shelf, name: str) -> str:
    """What a prompt says."""
    return str((shelf.fetch(Query(name), 5.0)).messages[0]["content"])


def test_an_id_is_found_once_for_its_name() -> None:
    shelf = Shelf()
    assert [said(shelf, "welcome") for _ in range(3)] == ["id-1"] * 3
    assert said(shelf, "bye") == "id-2"
    assert shelf.listed == 2


def test_another_may_have_taken_the_name() -> None:
    """Where the platform no longer knows an id, the name is looked up anew; where it knows neither, that is told."""
    shelf = Shelf()
    said(shelf, "welcome")
    shelf.held = {"id-9": "welcome"}
    assert said(shelf, "welcome") == "id-9"
    shelf.held = {}
    for _ in range(2):
        with pytest.raises(NotFound, match="There is no prompt 'welcome'"):
            said(shelf, "welcome")
    assert shelf.listed == 4


def test_names() -> None:
    assert list(Shelf().names(5.0)) == ["welcome", "bye"]


def test_a_platform_that_lists_nothing() -> None:
    """It says what to do instead."""

    class Alone(Source[Any]):
        def fetch(self, query: Query, deadline: float) -> Fetched:
            raise NotFound("none", *query)

    with pytest.raises(NotSupported, match="alone can't list its prompts"):
        Alone(None, Traits("alone", "memory")).names(5.0)
