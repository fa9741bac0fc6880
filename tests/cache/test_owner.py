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
    accounts = iter([first, first, first, then, then])
    owner = Owner(lambda: WHO._replace(account=next(accounts)))
    found = [owner.look()[1] for _ in range(3)]
    assert found == [False, another, False]


@pytest.mark.parametrize(("trusted", "secret"), [(True, ""), (False, "planted")])
def test_who_proves_copies(trusted: bool, secret: str) -> None:
    """The key does, where others could have written them."""
    assert Owner(lambda: WHO, trusted).look() == (WHO._replace(secret=secret), False)
