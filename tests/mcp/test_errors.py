"""Proves that a host is told what is wrong, in MCP's terms, and nothing that is not its business."""

from __future__ import annotations

from typing import Any

import pytest
from mcp import MCPError

from promptport import ArgumentError, CallError, NotFound, RenderError
from promptport.mcp.errors import as_mcp_errors

pytestmark = pytest.mark.one_python("errors are the same on all")


@pytest.mark.parametrize(
    ("error", "code", "data"),
    [
        (RenderError(missing=["a"], unknown={"b": None}), -32602, {"missing": ["a"], "unknown": {"b": None}}),
        (NotFound("There is none."), -32602, None),
        (ArgumentError("It is none."), -32602, None),
        (CallError("It is away.", kind="timeout"), -32603, None),
        (MCPError(-32000, "Mine."), -32000, None),
    ],
)
def test_codes(error: Exception, code: int, data: Any) -> None:
    with pytest.raises(MCPError) as caught, as_mcp_errors():
        raise error
    assert (caught.value.code, caught.value.message, caught.value.data) == (code, str(error), data)


def test_a_fault_of_ours_stays_here(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(MCPError) as caught, as_mcp_errors():
        raise KeyError("secret")
    assert caught.value.code == -32603
    assert "secret" not in caught.value.message
    assert caught.value.__suppress_context__
    assert caplog.records[0].exc_info is not None
