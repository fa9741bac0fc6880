"""Proves whose prompts a source says it has: an account that may outlive its keys, and the key, of which nothing can be read."""

from __future__ import annotations

from promptport.base.identity import identified
from promptport.http.rules import Rules, account_of, credential_of
from promptport.platform import Traits

TRAITS = Traits("shelf", "memory")


def named(name: str | None, key: str, *within: str) -> Traits:
    """The traits of a platform that knows a key, and ids besides, and whose account may have a name."""
    rules = Rules(None, account_of(key, *within), credential_of(key, *within), within)
    if name is not None:
        rules.name_account(name)
    return identified(TRAITS, rules)


def test_a_new_key_is_a_new_account() -> None:
    """Nobody says that they are one, and a key can be anybody's."""
    one, other = (named(None, key) for key in ("key-one", "key-two"))

    assert one.account != other.account
    assert one.credential != other.credential
    assert "key-one" not in repr(one)


def test_a_name_outlives_a_key() -> None:
    """The account stays; the credential is another one. The name is no key that somebody might have."""
    one, other = (named("prod", key, "workspace") for key in ("key-one", "key-two"))

    assert one.account == other.account
    assert one.credential != other.credential
    assert one.account != named(None, "prod", "workspace").account
    assert one.account != named(None, "account", "prod", "workspace").account


def test_workspaces_never_meet() -> None:
    """Not even where two are called alike."""
    assert len({named(name, "key", each).account for each in "ab" for name in (None, "prod")}) == 4
