"""Proves what makes a key, an address and a number good, and that an error shows no key."""

from __future__ import annotations

import pytest

from promptport import ConfigurationError
from promptport.settings import account_name, address, credential, number


def test_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The argument goes before the environment; what can be sent in no header is told without being shown."""
    monkeypatch.setenv("MY_KEY", "from-the-environment")
    assert credential(None, argument="api_key", variable="MY_KEY") == "from-the-environment"
    assert credential("xr2_ab/cd+ef==", argument="api_key", variable="MY_KEY") == "xr2_ab/cd+ef=="
    for wrong in ("", " ", " planted", "planted\n", "plan ted", "planted\x00", "plänted"):
        with pytest.raises(ConfigurationError, match="api_key") as caught:
            credential(wrong, argument="api_key", variable="MY_KEY")
        assert "planted" not in str(caught.value)
    monkeypatch.delenv("MY_KEY")
    with pytest.raises(ConfigurationError, match="MY_KEY"):
        credential(None, argument="api_key", variable="MY_KEY")


@pytest.mark.parametrize("good", ["http://a", "https://a.b:1/c", "http://[::1]:8700/x", "http://127.0.0.1/"])
def test_an_address(good: str) -> None:
    assert address(good, argument="base_url", variable="MY_URL", default="https://x") == good.rstrip("/")


@pytest.mark.parametrize(
    "wrong",
    ["a", "ftp://a", "http://", "http://u@a", "http://a?b", "http://a#b", "http://a:0", "http://a:65536", "http://a\n"],
)
def test_no_address(wrong: str) -> None:
    with pytest.raises(ConfigurationError, match=r"base_url.*MY_URL"):
        address(wrong, argument="base_url", variable="MY_URL", default="https://x")


def test_a_number() -> None:
    """Within bounds, and not a truth value."""
    assert number(3, argument="timeout", most=3) == 3
    for wrong in (True, "3", None, -1, 4, float("nan"), float("inf")):
        with pytest.raises(ConfigurationError, match="timeout"):
            number(wrong, argument="timeout", most=3)


def test_the_name_of_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    """An argument, else the variable; an empty variable is none, and a blank name is a mistake."""
    monkeypatch.setenv("MY_ACCOUNT", "prod")
    assert account_name(None, "MY_ACCOUNT") == "prod"
    assert account_name("test", "MY_ACCOUNT") == "test"
    for wrong in ("", " ", 7, b"prod"):
        with pytest.raises(ConfigurationError, match="`account` \\(or MY_ACCOUNT\\) must be a name"):
            account_name(wrong, "MY_ACCOUNT")  # type: ignore[arg-type] # what must not be
    monkeypatch.setenv("MY_ACCOUNT", "")
    assert account_name(None, "MY_ACCOUNT") is None
