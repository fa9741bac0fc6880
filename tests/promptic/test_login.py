"""Proves the login of a device: what is asked, how often and how long, what ends it, and what is kept of it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport.errors import ConfigurationError
from promptport.promptic import PrompticAPIError
from promptport.promptic.login import TIMEOUT, DeviceLogin
from promptport.testing import without_waiting

from .wire import Wire, example

TOKEN = {"access_token": "planted-session-token", "token_type": "Bearer"}
CODES = example("login_request_code").json()


def refusal(error: str, **more: Any) -> httpx.Response:
    """An answer without a token, as OAuth has it."""
    return httpx.Response(400, json={"error": error, **more})


def token() -> httpx.Response:
    """An answer with one."""
    return httpx.Response(200, json=TOKEN)


def codes(**changes: Any) -> httpx.Response:
    """The codes."""
    return httpx.Response(200, json={**CODES, **changes})


def logged_in(*answers: httpx.Response | Exception) -> tuple[str, list[float], Wire]:
    """The token that these answers lead to, the waits before it, and the requests."""
    wire = Wire(*answers)
    with without_waiting() as waits, DeviceLogin(transport=wire.transport) as login:
        found = login.wait_for_token(login.codes())
    return found, waits, wire


def test_what_is_asked() -> None:
    """The codes for one device, then the token for its code, both without credentials."""
    found, waits, wire = logged_in(codes(), refusal("authorization_pending"), token())

    assert (found, waits) == (TOKEN["access_token"], [5, 5])
    assert [(each.method, str(each.url)) for each in wire.seen] == [
        ("POST", "https://promptic.eu/api/auth/device/code"), *[("POST", "https://promptic.eu/api/auth/device/token")] * 2,
    ]  # fmt: skip
    assert httpx.Response(200, content=wire.seen[0].content).json() == {
        "client_id": "promptic-cli", "scope": "openid profile email",
    }  # fmt: skip
    assert wire.body == {
        "grant_type": "urn:ietf:params:oauth:grant-type:device_code", "device_code": CODES["device_code"],
        "client_id": "promptic-cli",
    }  # fmt: skip
    assert not [each for each in wire.seen if "authorization" in each.headers or "x-workspace-id" in each.headers]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([refusal("slow_down"), refusal("authorization_pending"), refusal("slow_down")], [5, 10, 10, 15]),
        ([httpx.Response(200, json={"error": "authorization_pending"})], [5, 5]),
        (
            [httpx.ConnectError("refused"), httpx.ReadTimeout("slow"), httpx.Response(502, html="<h1>?</h1>")],
            [5, 5, 5, 5],
        ),
        ([httpx.Response(429, headers={"Retry-After": "40"}, json={"error": "Too many"})], [5, 40]),
        ([httpx.Response(429, json={"error": "slow_down"})], [5, 10]),
    ],
)
def test_how_often(answers: list[httpx.Response | Exception], expected: list[float]) -> None:
    """As often as the platform allows; what passes does not end it."""
    assert logged_in(codes(), *answers, token())[1] == expected


@pytest.mark.parametrize(
    ("interval", "first"),
    [(None, 5), (1, 1), (0, 0.2), (-3, 5), ("soon", 5), (True, 5), (1.5, 1.5)],
)
def test_the_interval_is_the_platforms(interval: Any, first: float) -> None:
    """Where it is a sensible number."""
    assert logged_in(codes(interval=interval), token())[1] == [first]


def test_how_long_a_question_takes() -> None:
    """As long as any other: a platform that hangs holds up nobody beyond that."""
    _, _, wire = logged_in(codes(), refusal("authorization_pending"), token())

    assert all(float(each.extensions["timeout"]["read"]) <= TIMEOUT for each in wire.seen)


@pytest.mark.parametrize(("lives", "polls"), [(21, 4), (4, 0), (None, 359), (10**9, 359), ("x", 359)])
def test_how_long(lives: Any, polls: int) -> None:
    """As long as the codes live, and half an hour at the most."""
    wire = Wire(codes(expires_in=lives), *[refusal("authorization_pending") for _ in range(400)])
    with without_waiting(), DeviceLogin(transport=wire.transport) as login:
        found = login.codes()
        with pytest.raises(TimeoutError, match="not confirmed in time"):
            login.wait_for_token(found)

    assert len(wire.seen) == 1 + polls


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (refusal("access_denied", error_description="You said no"), "You said no"),
        (refusal("expired_token"), "expired_token"),
        (refusal("invalid_client"), "invalid_client"),
        (httpx.Response(200, json={"error": "access_denied"}), "access_denied"),
        (httpx.Response(200, json={}), "no token"),
        (httpx.Response(200, html="<p>hello</p>"), "expected JSON"),
        (httpx.Response(404, html="<title>Not here</title>"), "Not here"),
    ],
)
def test_what_ends_it(answer: httpx.Response, words: str) -> None:
    """A refusal, or an answer that can't be understood, at the first time."""
    with pytest.raises(PrompticAPIError, match=words) as caught:
        logged_in(codes(), answer)
    assert CODES["device_code"] not in f"{caught.value!r} {caught.value} {vars(caught.value)}"


@pytest.mark.parametrize("name", ["device_code", "user_code", "verification_uri"])
@pytest.mark.parametrize("value", [None, 5, ["a"]])
def test_codes_that_are_none(name: str, value: object) -> None:
    """What nobody could confirm is told at once, by its name."""
    with pytest.raises(PrompticAPIError, match=f"no `{name}`"):
        logged_in(codes(**{name: value}), token())


def test_codes_are_secret() -> None:
    """Neither the device's code nor a token is shown, though the platform echoes it."""
    wire = Wire(codes(), refusal("invalid_grant", error_description=f"unknown {CODES['device_code']}"))
    with without_waiting(), DeviceLogin(transport=wire.transport) as login:
        found = login.codes()
        with pytest.raises(PrompticAPIError, match=r"unknown \[hidden\]"):
            login.wait_for_token(found)

    assert CODES["device_code"] not in repr(found)
    assert CODES["user_code"] in repr(found)


@pytest.mark.parametrize("value", ["a\nb", "", " a"])
def test_a_token_that_is_none(value: str) -> None:
    """It is refused, and not kept."""
    with pytest.raises(ConfigurationError, match="`access_token`"):
        logged_in(codes(), httpx.Response(200, json={"access_token": value}))
