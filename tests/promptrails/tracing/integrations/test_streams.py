"""Proves that an answer in parts is watched without being changed; tests of the clients' own streams are beside this one."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.promptrails.tracing.integrations.streams import watched


class Parts:
    """As the libraries' streams are."""

    def __init__(self, *parts: Any) -> None:
        self._parts = iter(parts)

    def __iter__(self) -> Any:
        yield from self._parts

    def __next__(self) -> Any:
        part = next(self._parts)
        if isinstance(part, Exception):
            raise part
        return part


class Slotted:
    __slots__ = ()

    def __next__(self) -> int:
        return 1


def test_every_part_is_seen_once_and_an_error_goes_on() -> None:
    ended: list[Any] = []
    whole = Parts(1, 2)
    assert watched(whole, lambda parts, error: ended.append((list(parts), error)))
    assert (list(whole), next(whole, "none"), type(whole).__qualname__) == ([1, 2], "none", "Parts")
    error = ValueError("cut")
    cut = Parts(1, error)
    assert watched(cut, lambda parts, error: ended.append((list(parts), error)))
    with pytest.raises(ValueError, match="cut"):
        list(cut)
    del cut
    assert ended == [([1, 2], None), ([1], error)]


def test_what_can_not_be_watched_stays_as_it_is() -> None:
    def ended(parts: list[Any], error: BaseException | None) -> None:
        raise AssertionError

    for each in (iter([1]), (number for number in (1,)), Slotted(), "text", None):
        kind = type(each)
        assert not watched(each, ended)
        assert type(each) is kind
