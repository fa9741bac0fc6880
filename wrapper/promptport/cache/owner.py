"""Whose copies a client has: an account's, by a credential, of a platform that may be one on this machine."""

from __future__ import annotations

from collections.abc import Callable

from ..platform import Traits
from ..system.instances import NONE, Instance, instance_at, port_of


class Owner:
    """Tells whose copies they are at this moment.

    Args:
        who: Tells it without regard to local platforms and stores.
        trusted: Whether only the user can have written what the store holds, or nobody keeps anything: then copies of an account
            need no proof that others lack, and outlive a change of keys.
    """

    def __init__(self, who: Callable[[], Traits], trusted: bool = True) -> None:
        self._who, self._trusted = who, trusted
        first = who()
        self._port = port_of(first.origin)
        self._instance = self.instance.name
        self._account, self._credential = first.account, first.credential

    @property
    def instance(self) -> Instance:
        """The local platform at the address, running or the last one there."""
        return NONE if self._port is None else instance_at(self._port)

    @property
    def instances(self) -> tuple[str, ...]:
        """The local platforms whose copies may answer, in order: the one that runs. Where it has ended, it is the last."""
        found = self.instance
        return (found.name,) if found.running or not found.name else ("", found.name)

    def look(self) -> tuple[Traits, bool]:
        """Whose copies they are, and whether that has changed since the last look.

        Another local platform may have been started, or the key be another account's. An account that was not known, since its
        key had not been asked for, is no other.
        """
        traits = self._who()
        known, self._account = self._account, traits.account
        another = bool(known) and known != traits.account
        if self._trusted and traits.secret:
            traits = traits._replace(secret="")
        found = self.instance
        if not found.running:
            return traits, another
        another, self._instance = another or found.name != self._instance, found.name
        return traits._replace(instance=found.name), another

    def another_credential(self, traits: Traits) -> bool:
        """Whether the key has become another one since the last look, of the same account or not; one must have been known."""
        known, self._credential = self._credential, traits.credential
        return bool(known) and known != traits.credential

    def needs_key(self, traits: Traits) -> bool:
        """Whether a key must be known before it is known whose copies they are, or what proves them."""
        return not traits.account or not (self._trusted or traits.credential)

    def given(self, traits: Traits, instance: str | None) -> tuple[Traits, bool]:
        """Whose copies they are that a local platform has given.

        Args:
            traits: Whose they are where it is the one that runs.
            instance: The platform; None for the one that runs.

        Returns:
            Whose they are, and whether they answer in an outage alone, since the platform has ended. Where another one runs
            meanwhile they are nobody's.
        """
        if instance is None or instance == traits.instance:
            return traits, False
        if instance in self.instances:
            return traits._replace(instance=instance), True
        return traits, True  # by which they can't be read
