"""Proves that the local Scope issues tokens, lets them expire and be revoked, and counts what they are used for."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode

import pytest

from promptport_local.environment import Environment
from promptport_local.scope.backend import Backend

from ..conftest import Clock
from .conftest import APPLICATION, issue, refused


def test_a_token_looks_like_one(scope: Backend) -> None:
    answer = scope.exchange(*APPLICATION)
    assert (answer["expires_in"], answer["token_type"], set(answer) - {"access_token"}) == (
        3600,
        "Bearer",
        {"expires_in", "token_type"},
    )
    parts = answer["access_token"].split(".")
    assert len(parts) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", part) for part in parts)
    head, claims = (json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in parts[:2])
    assert head == {"alg": "HS256", "typ": "JWT"}
    assert claims.pop("jti")
    assert claims == {"sub": "my-org", "client_id": "key_abc123", "iat": 1768469400, "exp": 1768473000}


def test_tokens_differ_and_repeat_with_the_seed(scope: Backend) -> None:
    first = [issue(scope) for _ in range(5)]
    assert len(set(first)) == 5
    assert [each["access_token"] for each in scope.tokens] == first
    scope.reset()
    assert scope.tokens == []
    assert [issue(scope) for _ in range(5)] == first


def test_randomness_that_comes_again_still_makes_a_new_token(
    scope: Backend, environment: Environment, token: str
) -> None:
    environment.reseed()
    assert issue(scope) != token


def test_a_token_expires_to_the_second(scope: Backend, clock: Clock, token: str) -> None:
    clock.forward(seconds=3600, microseconds=-1)
    assert scope.authenticate(token)
    clock.forward(microseconds=1)
    assert refused(scope.authenticate, token) == (401, "token_expired")


@pytest.mark.parametrize(("expires_in", "lives"), [(10, 10), (0.5, 0.5), (0, 0), (None, 300)])
def test_expires_in_is_chosen_or_absent(scope: Backend, clock: Clock, expires_in: float | None, lives: float) -> None:
    scope.options.expires_in = expires_in
    answer = scope.exchange(*APPLICATION)
    assert answer.get("expires_in", "absent") == ("absent" if expires_in is None else expires_in)
    if lives:
        clock.forward(seconds=lives - 0.25)
        assert scope.authenticate(answer["access_token"])
        clock.forward(seconds=0.25)
    assert refused(scope.authenticate, answer["access_token"]) == (401, "token_expired")


@pytest.mark.parametrize(("act", "code"), [("revoke", "token_revoked"), ("expire", "token_expired")])
def test_tokens_end_one_by_one_or_all(scope: Backend, act: str, code: str) -> None:
    one, two, three = (issue(scope) for _ in range(3))
    getattr(scope, act)(one)
    assert refused(scope.authenticate, one) == (401, code)
    assert scope.authenticate(two)
    getattr(scope, act)()
    assert [refused(scope.authenticate, each) for each in (two, three)] == [(401, code)] * 2
    assert scope.authenticate(issue(scope))
    with pytest.raises(ValueError, match="not issued here") as caught:
        getattr(scope, act)("sesame")
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize("token", ["", "unknown", "a.b.c"])
def test_a_token_that_was_never_issued(scope: Backend, token: str) -> None:
    assert refused(scope.authenticate, token) == (401, "invalid_token")


def test_what_tokens_are_used_for_is_counted(scope: Backend, token: str) -> None:
    for _ in range(3):
        scope.authenticate(token)
    scope.revoke(token)
    refused(scope.authenticate, token)
    assert [(each["calls"], each["revoked"]) for each in scope.tokens] == [(3, True)]
    assert scope.counts["calls"] == 3
