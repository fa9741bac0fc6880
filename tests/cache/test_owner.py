"""Proves when copies have become somebody else's."""

from __future__ import annotations

import pytest

from promptport.cache.owner import Owner
from promptport.platform import Traits

WHO = Traits("xr2", "https://xr2.uk", "me", credential="key", secret="planted")


@pytest.mark.parametrize(
    ("first", "then", "another"),
    [("me", "me", False), ("me", "you", True), ("", "me", False), ("me", "", True)],
)
def test_another_account(first: str, then: str, another: bool) -> None:
    """Told once. An account that was not known yet, since a function is to answer the key, is no other one."""
    accounts = iter([first, first, then, then])
    owner = Owner(lambda: WHO._replace(account=next(accounts)))
    found = [owner.look()[1] for _ in range(3)]
    assert found == [False, another, False]


@pytest.mark.parametrize(("trusted", "secret"), [(True, ""), (False, "planted")])
def test_who_proves_copies(trusted: bool, secret: str) -> None:
    """The key does, where others could have written them."""
    assert Owner(lambda: WHO, trusted).look() == (WHO._replace(secret=secret), False)


@pytest.mark.parametrize(
    ("first", "then", "another"), [("a", "a", False), ("a", "b", True), ("", "a", False), ("a", "", True)]
)
def test_another_credential(first: str, then: str, another: bool) -> None:
    """Told once, of the same account as well. A key that was not known yet is no other one."""
    owner = Owner(lambda: WHO._replace(credential=first))
    found = [owner.another_credential(WHO._replace(credential=each)) for each in (first, then, then)]
    assert found == [False, another, False]


@pytest.mark.parametrize(
    ("account", "credential", "trusted", "needed"),
    [("", "", True, True), ("me", "", True, False), ("me", "", False, True), ("me", "key", False, False)],
)
def test_whether_a_key_must_be_known(account: str, credential: str, trusted: bool, needed: bool) -> None:
    """To know whose copies they are, or what proves them where others could have written them."""
    who = WHO._replace(account=account, credential=credential)
    assert Owner(lambda: who, trusted).needs_key(who) is needed
