"""Proves that what is not there is not told of as if it were."""

from __future__ import annotations

import promptport.promptic
from promptport.promptic import absent


def test_no_name_is_exported() -> None:
    names = absent.AGENT_GYM
    assert names.isdisjoint(promptport.promptic.__all__)
    assert len(absent.AGENT_GYM) == 54
