"""Whose prompts a source has: the account and the credential, as copies are kept by them."""

from __future__ import annotations

from ..http.rules import Rules
from ..platform import Traits


def identified(traits: Traits, rules: Rules) -> Traits:
    """Traits that say who asks.

    Args:
        traits: What the platform can do.
        rules: The ways of the platform; they know the key.
    """
    principal = rules.principal
    return traits._replace(account=principal.account, credential=principal.credential, secret=rules.proof)
