"""Proves which writes of a file may be sent twice."""

from __future__ import annotations

import pytest
from promptport_api.promptrails.api.agent_vfs import agent_vfs_write

from promptport.promptrails.writing import by_mode


@pytest.mark.parametrize(("mode", "again"), [("overwrite", True), (None, True), ("append", False), ("else", False)])
def test_by_mode(mode: str | None, again: bool) -> None:
    """One that overwrites; none that appends, or does what nobody knows yet."""
    request = agent_vfs_write.request("a", "/a", "", mode=mode)  # type: ignore[arg-type] # as a program may have it
    made = by_mode(request)
    assert (made.operation.repeatable, request.operation.repeatable) == (again, False)
    assert made.arguments == request.arguments
