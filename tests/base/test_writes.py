"""Proves what the error of a write says of whether it may have been done."""

from __future__ import annotations

import pytest

from promptport.base.writes import looking, writing
from promptport.errors import CallError, NotFound


@pytest.mark.parametrize(
    ("status", "kind", "said", "unknown"),
    [
        (0, "connection", False, False),
        (0, "connection", True, True),
        (0, "unreadable", False, True),
        (400, "status", False, False),
        (429, "status", False, False),
        (408, "status", False, True),
        (500, "status", False, True),
        (503, "status", False, True),
        (404, "status", True, True),
    ],
)
def test_what_writes(status: int, kind: str, said: bool, unknown: bool) -> None:
    """A server may have written before it failed; what was done before is told."""
    error = CallError("no", status, kind=kind, hint="Try again.")  # type: ignore[arg-type]
    error.may_have_arrived = said
    with pytest.raises(CallError) as caught, writing("Half is done."):
        raise error
    assert caught.value.may_have_arrived is unknown
    assert caught.value.hint == "Half is done. Try again."


def test_what_is_asked_before() -> None:
    """It writes nothing, whatever becomes of it."""
    error = CallError("no", 503)
    error.may_have_arrived = True
    with pytest.raises(CallError), looking():
        raise error
    assert not error.may_have_arrived


def test_other_errors_pass() -> None:
    for block in (looking, writing):
        with pytest.raises(NotFound), block():
            raise NotFound("none")
