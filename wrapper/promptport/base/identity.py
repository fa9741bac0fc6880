"""Whose prompts a source has: the account and the credential, as copies are kept by them."""

from __future__ import annotations

from ..http.rules import Rules, account_of
from ..platform import Traits

NAMED = ""  # stands where a key would: no key is empty


def identified(traits: Traits, rules: Rules, name: str | None) -> Traits:
    """Traits that say who asks.

    Args:
        traits: What the platform can do.
        rules: The ways of the platform; they know the key.
        name: What the account is called, whatever its key is. Its workspace or organisation stays part of it, so that two
            accounts that are called alike by mistake don't meet there.
    """
    account = rules.account if name is None else account_of(NAMED, name, *rules.within)
    return traits._replace(account=account, credential=rules.credential, secret=rules.proof)
