"""Proves what may be given for `timeout`, in every client and in `with_options`, and what becomes of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import httpx2
import pytest

import promptport
from promptport.errors import ConfigurationError
from promptport.http.options import Options
from promptport.http.timeouts import DAY, UNSET, limits
from promptport.promptic import AsyncPrompticClient, PrompticClient
from promptport.promptrails import AsyncPromptRails, PromptRails
from promptport.scope import ApiKeyCredentials, AsyncScopeClient, Configuration, ScopeClient
from promptport.xr2 import AsyncxR2Client, xR2Client


@pytest.mark.parametrize(
    ("given", "attempt", "connect"),
    [
        (5, 5, None), (0.5, 0.5, None), (Decimal("2.5"), 2.5, None), (None, DAY, None), (httpx.Timeout(5), 5, 5),
        (httpx.Timeout(10, connect=2), 10, 2), (httpx.Timeout(10, read=60), 60, 10), (httpx2.Timeout(10, connect=2), 10, 2),
        (httpx.Timeout(None), DAY, None), (httpx.Timeout(None, connect=2), DAY, 2), (httpx.Timeout(10, connect=None), DAY, None),
        ((2, 10), 10, 2), ((None, 10), DAY, None), ((2, 10, 20, 1), 20, 2), ((2, None), DAY, 2),
    ],
)  # fmt: skip
def test_limits(given: Any, attempt: float, connect: float | None) -> None:
    """The longest phase is that of the attempt, the connection's a part of it; without one, a day."""
    assert limits(given) == (attempt, connect, given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (0, "`timeout` must be a number"), (-1, "`timeout`"), ("5", "`timeout`"), (True, "`timeout`"), ([1, 2], "`timeout`"),
        (float("nan"), "`timeout`"), (float("inf"), "`timeout`"), (object(), "`timeout`"), ((1,), r"\(connect, read\)"),
        ((1, 2, 3), r"\(connect, read\)"), ((1, "2"), r"`timeout\.read`"), ((0, 2), r"`timeout\.connect`"),
        (httpx.Timeout(5, pool=-1), r"`timeout\.pool`"),
    ],
)  # fmt: skip
def test_what_is_no_timeout(given: Any, words: str) -> None:
    """Is told with the phase, when a client is built and by `with_options`."""
    with pytest.raises(ConfigurationError, match=words):
        limits(given)
    with xR2Client("key") as client, pytest.raises(ConfigurationError, match=words):
        client.with_options(timeout=given)


CLIENTS: list[Any] = [
    lambda **given: xR2Client("key", **given), lambda **given: AsyncxR2Client("key", **given),
    lambda **given: PromptRails("key", **given), lambda **given: AsyncPromptRails("key", **given),
    lambda **given: PrompticClient("key", **given), lambda **given: AsyncPrompticClient("key", **given),
    lambda **given: ScopeClient(ApiKeyCredentials("o", "k", "s"), **given),
    lambda **given: AsyncScopeClient(ApiKeyCredentials("o", "k", "s"), **given),
]  # fmt: skip


@pytest.mark.parametrize("make", CLIENTS)
@pytest.mark.parametrize("given", [7, None, httpx.Timeout(9, connect=1), (1, 9)], ids=str)
def test_every_client_takes_them(make: Any, given: Any) -> None:
    """And says what it was given; `with_options` changes it, to None as well, and leaves it where it is not named."""
    client = make(timeout=given)
    assert client.timeout == given
    assert client.with_options(retries=1).timeout == given
    assert client.with_options(timeout=given).with_options(timeout=3).timeout == 3
    assert make(timeout=3).with_options(timeout=given).timeout == given
    assert repr(client)


def options(timeout: Any) -> Options:
    """The options of a client with this timeout and two retries."""
    return Options.checked(timeout=timeout, retries=2, factor=0.5, hosts={})


def test_the_deadline_of_a_call_follows() -> None:
    """As it does from seconds: for all attempts, 60 s at most, unless one attempt alone may take longer."""
    assert [options(each).deadline for each in (5, httpx.Timeout(5), httpx.Timeout(5, read=100), None)] == [
        15,
        15,
        100,
        DAY,
    ]
    changed = options(httpx.Timeout(5, connect=1)).changed(timeout=httpx.Timeout(4))
    assert (changed.timeout, changed.connect, changed.deadline) == (4, 4, 12)
    assert options((1, 5)).changed(timeout=7).connect == 1
    assert [options(each).shown for each in (10.0, None, (1, 2))] == ["10", "None", "(1, 2)"]
    assert repr(UNSET) == "UNSET"


def test_scopes_connection_has_the_shorter_time() -> None:
    """`open_timeout`, or the timeout's own; each may be endless, in a configuration and on top of one."""
    who = ApiKeyCredentials("o", "k", "s")
    for given, connect in (
        ({"timeout": httpx.Timeout(20, connect=3)}, 3), ({"timeout": httpx.Timeout(20)}, 10), ({"timeout": None}, 10),
        ({"open_timeout": None}, DAY), ({"timeout": (4, 9), "open_timeout": 2}, 2),
    ):  # fmt: skip
        for config in (Configuration(who, **given), Configuration(who).merge(**given)):
            assert config.options().connect == connect
            assert config.timeout == given.get("timeout", 30)
    with pytest.raises(ConfigurationError, match="`open_timeout`"):
        Configuration(who, open_timeout=0).options()


def test_the_client_of_all_platforms_takes_them() -> None:
    """At its start and later; what its platform is told is what was given."""
    with promptport.Client("xr2", api_key="key", timeout=httpx.Timeout(9, connect=1)) as client:
        other = client.with_options(timeout=None).with_options(retries=0)
        assert other.platform == client.platform
    with pytest.raises(ConfigurationError, match=r"`timeout\.read`"):
        promptport.Client("xr2", api_key="key", timeout=httpx.Timeout(9, read=-1))
