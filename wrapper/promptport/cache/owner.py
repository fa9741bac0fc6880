"""Whose copies a client has: an account's, by a credential, of a platform that may be one on this machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ..platform import Principal, Traits
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
        self._principal = Principal(first.account, first.credential)

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
        """Whose copies they are, and whether another local platform has been started since the last look."""
        traits = self._who()
        if self._trusted and traits.secret:
            traits = traits._replace(secret="")
        found = self.instance
        if not found.running:
            return traits, False
        another, self._instance = found.name != self._instance, found.name
        return traits._replace(instance=found.name), another

    def replaced(self, traits: Traits) -> Literal["account", "credential"] | None:
        """Who is another since the last look: the account, or only its credential; None for neither.

        Args:
            traits: Whose copies they are now. Who was not known before is nobody else.
        """
        before, now = self._principal, Principal(traits.account, traits.credential)
        if before == now:
            return None
        self._principal = now
        if before.account not in ("", now.account):
            return "account"
        return "credential" if before.credential not in ("", now.credential) else None

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
