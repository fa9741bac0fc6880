"""Proves whose entries they are, where they lie, and that the background asks the account that the client asks."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from promptport import Client
from promptport.client.opening import opening
from promptport.client.reporting.blocking import VARIANT
from promptport.client.reporting.destination import ANOTHER, FunctionDestination, SourceDestination
from promptport.outbox.accounts import Account
from promptport.testing import Platform

from ..known import XR2

pytestmark = pytest.mark.one_python("what is decided depends on no Python")


def destination(word: str = "event", **settings: Any) -> SourceDestination:
    """Where events of a client go."""
    opened = opening("xr2", {"api_key": "xr2_prod_x", **settings})
    return SourceDestination(opened, VARIANT.opened(opened), VARIANT, word)


def account_of(found: Any) -> Account:
    """Its account, which is known."""
    account = found.account()
    assert isinstance(account, Account)
    found.close()
    return account


def test_accounts() -> None:
    """A key and an address make one; events and scores lie apart; a key is nowhere in it."""
    one, other = account_of(destination()), account_of(destination(api_key="xr2_prod_y"))
    assert one == account_of(destination())
    assert one.account != other.account
    assert (one.platform, one.origin, one.kind) == ("xr2", "https://xr2.uk", "events")
    assert account_of(destination("score")).kind == "scores"
    assert account_of(destination(account="mine")).account != one.account
    assert destination(api_key=lambda: "xr2_prod_x").account() is None
    assert "prod" not in repr(one)


def test_what_an_application_has_brought() -> None:
    """It has an outbox of its own, the next process's likewise. What reaches no network is a test's, and lies on no disk."""
    client = httpx.Client()
    plain, brought = account_of(destination()), account_of(destination(http_client=client))
    assert brought == account_of(destination(http_client=client))
    assert brought.account == f"{plain.account} by httpx.Client#1"
    made = [destination(http_client=httpx.Client()), destination(http_client=httpx.Client())]
    assert made[0].account() != made[1].account()
    test, real = httpx.MockTransport(lambda _: httpx.Response(200)), httpx.HTTPTransport()
    assert destination(transport=test).in_memory
    assert destination(http_client=httpx.Client(transport=test)).in_memory
    assert not destination(transport=real).in_memory
    assert not destination().in_memory


def test_a_platform_on_this_machine() -> None:
    """It ends with the process, and so does what was reported to it."""
    with Client("local:xr2", disk=False) as client:
        assert client.reporting.events.destination.in_memory


def test_functions() -> None:
    """They are told apart by their names, as the next process gives them."""

    def function(event: Any) -> None: ...

    assert account_of(FunctionDestination(function)).origin == f"{__name__}.test_functions.<locals>.function#1"
    assert account_of(FunctionDestination(print)).origin == "builtins.print#1"
    function.__module__ = "__mp_main__"  # as a spawned process calls the program; its parent is to deliver what it left
    assert account_of(FunctionDestination(function)).origin == "__main__.test_functions.<locals>.function#1"


def test_the_environment_has_changed(
    platform: Platform, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing goes to an account that the client was not built for; it waits."""
    own = XR2.settings(platform, disk=False)
    monkeypatch.setenv("XR2_API_KEY", own.pop("api_key"))
    with Client("xr2", **own) as client:
        monkeypatch.setenv("XR2_API_KEY", "xr2_prod_another")
        client.track("t", "sign_up")
        for _ in range(300):
            assert client.flush(0.2).waiting == 1
            if caplog.records:
                break
        monkeypatch.undo()
    assert not platform.requests
    assert ANOTHER.rstrip(".") in caplog.text
