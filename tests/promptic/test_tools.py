"""Proves that what is no list of tools is left to the checks that follow, and what can't be read is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from promptport.errors import ArgumentError
from promptport.promptic.tools import cases_of, tools_of


@pytest.mark.parametrize("odd", [None, 3, "text", b"bytes", {"name": "a"}, [], [3, None, "text"]])
def test_what_is_no_list_of_dicts(odd: Any) -> None:
    assert tools_of(odd) == odd
    assert cases_of(odd) == odd


def test_what_can_not_be_read() -> None:
    def broken() -> Iterator[Any]:
        yield {"name": "a"}
        raise RuntimeError("planted")

    with pytest.raises(ArgumentError, match="`tools` can't be read: RuntimeError") as caught:
        tools_of(broken())
    assert "planted" not in str(caught.value)
