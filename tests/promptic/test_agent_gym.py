"""Proves that who asks for Agent Gym is told where it is."""

from __future__ import annotations

import pytest

import promptport.promptic
from promptport.promptic import absent, agent_gym


@pytest.mark.parametrize("name", sorted(absent.AGENT_GYM))
def test_each_name_says_so(name: str) -> None:
    with pytest.raises(ImportError, match=f"from promptic_sdk import {name}"):
        getattr(promptport.promptic, name)
    assert name not in promptport.promptic.__all__


def test_there_are_54() -> None:
    assert len(absent.AGENT_GYM) == 54
    with pytest.raises(AttributeError):
        _ = getattr(agent_gym, "nothing")  # noqa: B009 # a type checker knows better
