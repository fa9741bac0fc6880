"""Who asks a platform: an account and a credential, told without giving a key away, whose key a function may answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeVar

from ..hidden import Secret
from ..platform import Principal
from .secrets import Secrets

if TYPE_CHECKING:
    from .key import AskedKey

T = TypeVar("T")
NAMED = ""  # stands where a key would in the account of a name: no key is empty


class Asker:
    """Who asks, with the key of this moment.

    Args:
        secrets: What must never be seen.
        account: The account, as `account_of` tells it.
        credential: The key of the account, as `credential_of` tells it.
        within: The ids that the platform is told besides the key, such as a workspace: they are part of an account, whatever
            it is called.
        key: The key, in place of the first three; or the function that answers it.

    Attributes:
        secrets: Texts that must never be seen: every one is cut out of whatever a platform or a library says.
        within: The ids that the platform is told besides the key.
        asked: The keys that a function answers.
    """

    def __init__(
        self,
        secrets: Secrets | None = None,
        account: str = "",
        credential: str = "",
        within: Sequence[str | None] = (),
        key: str | AskedKey | None = None,
    ) -> None:
        self.secrets = secrets or Secrets()
        self._account, self._credential, self.within = account, credential, tuple(within)
        self._proof = ""
        self.asked: Sequence[AskedKey] = ()
        self._used: str | None = None
        self._name: str | None = None
        if isinstance(key, str):
            self.use(key)
        elif key is not None:
            self.asked = (key,)
            self.look()

    @property
    def account(self) -> str:
        """What tells one account from another at the same address, without giving a key away; empty while nobody knows."""
        self.look()
        return self._account if self._name is None else self._name

    @property
    def credential(self) -> str:
        """What tells one key of an account from another, without giving it away; empty while nobody knows."""
        self.look()
        return self._credential

    @property
    def proof(self) -> str:
        """What only those know who have the key, and nobody while that is unknown. It is as secret as the key, and is not it."""
        self.look()
        return self._proof or next((each.unknown for each in self.asked), "") or Secret(self._account)

    @property
    def principal(self) -> Principal:
        """Who asks, with the key of this moment."""
        self.look()
        return Principal(self._account if self._name is None else self._name, self._credential)

    def name_account(self, name: str) -> None:
        """Call the account so, whatever its key is. Its workspace or organisation stays part of it.

        Two accounts that are called alike by mistake don't meet there.
        """
        self._name = account_of(NAMED, name, *self.within)

    def settled(self, make: Callable[[], T]) -> tuple[Principal, T]:
        """What is made of the key of one moment, and who that is: another thread may have another key meanwhile."""
        while True:
            before, made = self.principal, make()
            if self.principal == before:
                return before, made

    def look(self) -> None:
        """Take in what a function has answered meanwhile."""
        for each in self.asked:
            key = each.value
            if key is not None and key is not self._used:
                self.use(key)
                self._used = key  # not before: another thread that looks now takes it in as well

    def use(self, key: str) -> None:
        """Show this key from now on."""
        self.secrets.add(key)
        self._account, self._credential = account_of(key, *self.within), credential_of(key, *self.within)
        self._proof = proof_of(key, *self.within)


def account_of(*parts: str | None) -> str:
    """What tells one account from another, without giving a key away."""
    return blake2b(_joined(parts), digest_size=8).hexdigest()


def credential_of(*parts: str | None) -> str:
    """What tells one credential from another, without giving it away: it may lie beside a copy, where others look."""
    return blake2b(_joined(parts), digest_size=16, key=b"promptport.credential").hexdigest()


def proof_of(*parts: str | None) -> Secret:
    """What only those know who have a credential, and what does not give it away: copies are proved by it."""
    return Secret(blake2b(_joined(parts), digest_size=32, key=b"promptport.proof").hexdigest())


def _joined(parts: Sequence[str | None]) -> bytes:
    return json.dumps([part or "" for part in parts]).encode()
