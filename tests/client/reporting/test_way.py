"""Proves that a way is found once, when it is needed, and that one that leads nowhere is looked for again."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.client.reporting.way import Way
from promptport.errors import NotSupported


def test_it_is_found_once() -> None:
    """Also where a signal handler needs it while it is found."""
    found: list[Any] = []

    def find() -> Any:
        mine = object()
        found.append(mine)
        if len(found) == 1:
            assert way.needed is found[1]
        return mine

    way = Way(find)
    before = way.made
    assert way.needed is way.needed is way.made is found[1]
    assert before is None
    assert len(found) == 2


def test_one_that_leads_nowhere() -> None:
    def find() -> Any:
        raise NotSupported("nowhere")

    way = Way(find, likely=False)
    for _ in range(2):
        with pytest.raises(NotSupported):
            way.needed  # noqa: B018 # it raises
    assert way.made is None
