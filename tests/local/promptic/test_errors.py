"""Proves how Promptic refuses: a text under `error`; where a device logs in, as OAuth words it."""

from __future__ import annotations

import pytest

from promptport_local.contract import Contract
from promptport_local.errors import Reason
from promptport_local.promptic.errors import not_found, refused, rejected, unknown_token

OPERATIONS = {each.id: each for each in Contract.load("promptic").operations}


def test_a_refusal() -> None:
    assert (refused(409, "no").status, refused(409, "no").body) == (409, {"error": "no"})
    assert not_found().status == 404
    assert unknown_token().status == 401


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        (Reason.NO_ROUTE, 404),
        (Reason.WRONG_VERB, 405),
        (Reason.TOO_LARGE, 413),
        (Reason.BROKEN_JSON, 400),
        (Reason.NO_CREDENTIAL, 401),
    ],
)
def test_a_request_that_reaches_nothing(reason: Reason, status: int) -> None:
    refusal = rejected(reason, OPERATIONS["list_components"], None)
    assert refusal.status == status
    assert isinstance(refusal.body["error"], str)


def test_a_login_speaks_oauth() -> None:
    refusal = rejected(Reason.BROKEN_JSON, OPERATIONS["login_request_code"], None)
    assert refusal.body == {"error": "invalid_request", "error_description": Reason.BROKEN_JSON.value}
