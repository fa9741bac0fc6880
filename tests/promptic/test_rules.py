"""Proves what is made of the refusals of Promptic, and what its credentials become on the wire."""

from __future__ import annotations

import json
from typing import Any

import pytest

from promptport.http.response import Response
from promptport.model import Operation
from promptport.promptic import PrompticAPIError
from promptport.promptic.rules import Credentials, PrompticRules

SERVER = "https://promptic.eu"
ACTING = Operation("list_components", "GET", "/api/v1/components", SERVER, ("bearer", "application"))
OPEN = Operation("list_workspaces", "GET", "/api/v1/workspaces", SERVER, ("bearer",))
LOGIN = Operation("login_poll_token", "POST", "/api/auth/device/token", SERVER)
KEY = Credentials(api_key="key-0123456789")
TOKEN = Credentials("key-0123456789", "token-0123456789", "w1")


def problem(
    status: int, body: Any, who: Credentials = KEY, operation: Operation = ACTING
) -> tuple[str, str | None, str]:
    """The message, the code and the hint of a refusal."""
    found = PrompticRules(who).problem(operation, Response(status, {}, json.dumps(body).encode()))
    return found.message, found.code, found.hint or ""


def test_who_asks() -> None:
    """A key does not count beside a token, and a workspace goes only where the operation has one."""
    assert PrompticRules(KEY).headers(ACTING) == (("Authorization", "Bearer key-0123456789"),)
    bearer = ("Authorization", "Bearer token-0123456789")
    assert PrompticRules(TOKEN).headers(ACTING) == (
        bearer,
        ("X-AI-Application-Id", "w1"),
        ("X-Workspace-Id", "w1"),
    )
    assert PrompticRules(TOKEN).headers(OPEN) == (bearer,)
    assert PrompticRules(Credentials()).headers(LOGIN) == ()
    assert "0123456789" not in repr(TOKEN)


@pytest.mark.parametrize(
    ("status", "who", "told"),
    [
        (401, KEY, "`api_key`"),
        (403, KEY, "`api_key`"),
        (401, TOKEN, "promptport login"),
        (403, TOKEN, "`ai_application_id`"),
    ],
)
def test_whose_fault_it_is(status: int, who: Credentials, told: str) -> None:
    """With a token a 403 is about the AI application, with a key about the key."""
    assert told in problem(status, {"error": "no"}, who)[2]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"error": "no such"}, "no such"),
        ({"error": {"message": "nested"}}, "nested"),
        ({"other": 1}, '{"other": 1}'),
        ([], "[]"),
    ],
)
def test_the_message_is_a_text(body: Any, message: str) -> None:
    assert problem(400, body)[:2] == (message, None)


def test_a_404_of_nobody() -> None:
    """Where the platform has no words for it, the address may be wrong."""
    assert "`endpoint`" in problem(404, {"message": "Not Found"})[2]
    assert "Check the id" in problem(404, {"error": "Experiment not found"})[2]


def test_the_login_speaks_oauth() -> None:
    body = {"error": "authorization_pending", "error_description": "Not yet."}
    assert problem(400, body, Credentials(), LOGIN) == ("Not yet.", "authorization_pending", "")


def test_its_error_has_the_status_first() -> None:
    error = PrompticRules(KEY).failure(ACTING, "no", 409, "status", attempts=2)
    assert isinstance(error, PrompticAPIError)
    assert (error.args, error.status_code, error.attempts) == ((409, "no"), 409, 2)
