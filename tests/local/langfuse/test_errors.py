"""Proves how refusals look, where all of them look alike."""

from __future__ import annotations

from promptport_local.errors import Reason
from promptport_local.langfuse.errors import bare, limited, malformed, not_found, refused, rejected


def test_bodies() -> None:
    assert refused(403, "No.").body == {"message": "No.", "error": "ForbiddenError"}
    assert bare(refused(401, "No.")).body == {"message": "No."}
    assert malformed([{"code": "custom"}]).body["error"] == [{"code": "custom"}]
    assert (rejected(Reason.WRONG_VERB).status, rejected(Reason.NO_CREDENTIAL).status) == (405, 401)
    texts = [not_found("p", *chosen).body["message"] for chosen in ((3, None), (None, "l"), (None, None))]
    assert texts == [
        "There is no version 3 of the prompt 'p'.",
        "There is no prompt 'p' with the label 'l'.",
        "There is no prompt 'p'.",
    ]


def test_a_limit_says_when_it_is_lifted() -> None:
    """In seconds, and as a date text, which is what the vendor sends."""
    refusal = limited(30, 12, "2026-01-15T09:31:00.000Z")
    assert (refusal.status, refusal.body["code"]) == (429, "rate_limited")
    assert refusal.body["details"] == {
        "retryAfterSeconds": 12, "limit": 30, "remaining": 0, "resetAt": "2026-01-15T09:31:00.000Z"
    }  # fmt: skip
    assert dict(refusal.headers) == {
        "Retry-After": "12", "X-RateLimit-Limit": "30", "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "2026-01-15T09:31:00.000Z",
    }  # fmt: skip
