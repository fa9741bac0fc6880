"""Where copies outlive a process, or are shared by several: on disk, in Redis, or elsewhere."""

from __future__ import annotations

from typing import Protocol


class Store(Protocol):
    """Keeps envelopes by key. An outage of the store is the store's to hide: it answers None then, and says so in the log.

    A store may have an attribute `trusted`, which says that nobody but the user can have written what it holds. Where it is not
    there, or False, a copy counts only for whoever has the key that fetched it.

    A store may have a method `drop_named(platform, account, name)`, which forgets all envelopes that say so of themselves
    (`listing.described`): it is called where a prompt was deleted. Without it, those of versions that this client never asked for
    stay until nobody uses them.
    """

    def read(self, key: str) -> bytes | None:
        """The envelope of a key; None where there is none, or the store can't be reached."""

    def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there, whole or not at all."""

    def drop(self, key: str) -> None:
        """Forget an envelope."""

    def claim(self, key: str, seconds: float) -> object | None:
        """The right to fetch what belongs to a key, for so many seconds at the most; None while another has it.

        Where the store can't tell, everybody gets it.
        """

    def release(self, claim: object) -> None:
        """Give a claim back."""

    def close(self) -> None:
        """Let go of connections."""


class AsyncStore(Protocol):
    """The asyncio twin of `Store`."""

    async def read(self, key: str) -> bytes | None:
        """The envelope under a key; None where there is none, or the store can't be reached."""

    async def write(self, key: str, envelope: bytes) -> None:
        """Keep an envelope, in place of the one that is there, whole or not at all."""

    async def drop(self, key: str) -> None:
        """Forget an envelope."""

    async def claim(self, key: str, seconds: float) -> object | None:
        """The right to fetch what stands under a key, for so many seconds at the most; None while another has it."""

    async def release(self, claim: object) -> None:
        """Give a claim back."""

    async def aclose(self) -> None:
        """Let go of connections."""


def is_trusted(store: Store | AsyncStore | None) -> bool:
    """Whether nobody but the user can have written what a store holds."""
    return store is None or bool(getattr(store, "trusted", False))
