# Made from tests/base/_async/test_source.py by `python tools/unasync.py`: change that file, never this one.
"""Proves in every room that a fetch builds no client and no pipeline, nor clones of them, and that its requests share a time."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.base._sync.client import BaseClient
from promptport.http._sync.pipeline import Pipeline
from promptport.http.options import Options
from promptport.http.request import Requests
from promptport.platform import Query
from promptport.testing import Platform

from ..blocking import open_source
from ..rooms import ROOMS


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, seen: list[str]) -> None:
    """Count the calls of a method."""
    real = getattr(owner, name)

    def counting(*given: Any, **named: Any) -> Any:
        seen.append(f"{owner.__name__}.{name}")
        return real(*given, **named)

    monkeypatch.setattr(owner, name, counting)


@pytest.mark.parametrize("room", ROOMS)
def test_a_fetch_builds_nothing(room: str, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deadline of a fetch is an argument of its calls: nothing is made for it, and the headers are made once."""
    seen: list[str] = []
    with open_source(room, platform.url(room)) as source:
        names = list(source.names(5.0)) if source.traits.lists else ["welcome"]
        query = Query(names[0])
        first = source.fetch(query, 5.0)
        for owner, name in (
            (Pipeline, "__init__"),
            (Pipeline, "derived"),
            (Pipeline, "__copy__"),
            (Requests, "__init__"),
            (Requests, "_settle"),
            (Options, "changed"),
            (BaseClient, "with_options"),
            (BaseClient, "_derived"),
            (type(source.client), "__init__"),
        ):
            if hasattr(owner, name):
                counted(monkeypatch, owner, name, seen)
        for seconds in (5.0, 1.5, 4.2):
            assert (source.fetch(query, seconds)).messages == first.messages

    assert seen == []


@pytest.mark.parametrize("room", ["promptrails", "promptic"])
def test_requests_of_a_fetch_share_its_time(
    room: str, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fetch by name takes several requests; each has what the others have left."""
    deadlines: list[Any] = []
    send = Pipeline.send

    def noting(self: Pipeline, request: Any, parse: Any, deadline: Any = None) -> Any:
        deadlines.append(deadline)
        return send(self, request, parse, deadline)

    monkeypatch.setattr(Pipeline, "send", noting)
    with open_source(room, platform.url(room)) as source:
        (name, *_) = source.names(5.0)
        deadlines.clear()
        source.fetch(Query(name), 3.0)

    assert len(deadlines) >= 2
    assert len({id(each) for each in deadlines}) == 1
    assert float(deadlines[0]) == 3.0
