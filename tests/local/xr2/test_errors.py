"""Proves how xR2 refuses: a text, a label with a message, or a list of what is wrong; all under `detail`."""

from __future__ import annotations

import pytest

from promptport_local.errors import Reason
from promptport_local.xr2.errors import labelled, refused, rejected, unknown_key


def test_three_forms() -> None:
    assert refused(400, "No.").body == {"detail": "No."}
    assert labelled("Prompt not found", "No.", slug="p").body == {
        "detail": {"error": "Prompt not found", "message": "No.", "slug": "p"}
    }
    assert labelled("Prompt not found", "No.").status == 404


def test_a_key_that_is_none_is_challenged() -> None:
    assert (unknown_key().status, unknown_key().headers) == (401, (("WWW-Authenticate", "Bearer"),))


@pytest.mark.parametrize(("status", "challenged"), [(403, False), (401, True)])
def test_no_key_at_all(status: int, challenged: bool) -> None:
    """Older frameworks answer 403, newer ones 401 with a challenge."""
    refusal = rejected(Reason.NO_CREDENTIAL, None, status)
    assert (refusal.status, bool(refusal.headers)) == (status, challenged)


@pytest.mark.parametrize(("reason", "status"), [(Reason.NO_ROUTE, 404), (Reason.WRONG_VERB, 405)])
def test_other_reasons(reason: Reason, status: int) -> None:
    assert rejected(reason, None, 403).status == status
