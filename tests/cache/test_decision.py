"""Proves how a copy that is no longer fresh says where it came from."""

from __future__ import annotations

import pytest

from promptport import Prompt
from promptport.cache.decision import stale
from promptport.cache.memory import Copy
from promptport.platform import Fetched


@pytest.mark.parametrize(("source", "told"), [("cache", "stale"), ("disk", "disk")])
def test_a_copy_says_where_it_came_from(source: str, told: str) -> None:
    prompt = Prompt.of(Fetched("p", (), trace="t"), "xr2", source)
    assert stale(Copy(prompt, 1.0, 2.0, 3)).origin.source == told
