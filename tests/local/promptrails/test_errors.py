"""Proves how PromptRails refuses: a code and a message under `error`, or a plain text where it is no operation's."""

from __future__ import annotations

import pytest

from promptport_local.errors import Reason
from promptport_local.promptrails.errors import (
    bad_request,
    flat,
    message_of,
    not_found,
    rejected,
    rpc_refused,
    wrong_fields,
)


def test_a_refusal() -> None:
    assert not_found("Agent").body == {"error": {"code": "not_found", "message": "Agent not found"}}
    assert bad_request("no").status == 400
    refusal = wrong_fields({"name": "is required", "limit": "must be integer"})
    assert message_of(refusal) == "name is required; limit must be integer"
    assert refusal.body["error"]["details"] == {"name": "is required", "limit": "must be integer"}
    assert flat(not_found("Agent")).body == {"error": "Agent not found"}


@pytest.mark.parametrize(
    ("reason", "status", "coded"),
    [
        (Reason.NO_ROUTE, 404, False),
        (Reason.WRONG_VERB, 405, False),
        (Reason.NO_CREDENTIAL, 401, True),
        (Reason.BROKEN_JSON, 400, True),
    ],
)
def test_a_request_that_reaches_nothing(reason: Reason, status: int, coded: bool) -> None:
    refusal = rejected(reason, None)
    assert (refusal.status, "error" in refusal.body) == (status, coded)
    assert flat(refusal).status == status


def test_an_error_of_json_rpc() -> None:
    refusal = rpc_refused(-32001, "no")
    assert (refusal.status, refusal.body) == (200, {"error": {"code": -32001, "message": "no"}})
