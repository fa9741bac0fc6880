"""Proves that one step that is refused keeps all from being done, and that a misspelt name is told with the closest one."""

from __future__ import annotations

import pytest

from promptport.errors import ArgumentError
from promptport.transfer.step import Step, check_known, refused

pytestmark = pytest.mark.one_python("it is data")


def test_steps() -> None:
    assert not refused([])
    assert not refused([Step("a", "new")])
    assert refused([Step("a", "new"), Step("b", "conflict", "", True)])


def test_names() -> None:
    check_known(["welcome"], {"welcome": 1, "bye": 2}, "prompts")
    with pytest.raises(ArgumentError, match=r"There is no prompt 'welcom' in prompts\. Did you mean welcome\?"):
        check_known(["bye", "welcom"], ["welcome", "bye"], "prompts")
