"""Proves how Scope refuses: a code and a message under `error`, or the message alone."""

from __future__ import annotations

import pytest

from promptport_local.errors import Reason
from promptport_local.scope.errors import flat, refused, rejected


def test_a_refusal() -> None:
    """One for want of a good token asks for a bearer's."""
    refusal = refused(404, "prompt_not_found", "No such prompt.")
    assert (refusal.status, refusal.body) == (
        404,
        {"error": {"code": "prompt_not_found", "message": "No such prompt."}},
    )
    assert refusal.headers == ()
    assert refused(401, "token_expired", "Over.").headers == (("WWW-Authenticate", "Bearer"),)
    assert flat(refusal).body == {"message": "No such prompt."}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason(reason: Reason) -> None:
    """Each has a status and a code of its own words."""
    refusal = rejected(reason)
    assert 400 <= refusal.status < 500
    assert refusal.body["error"]["message"] == reason.value
    assert refusal.body["error"]["code"]
