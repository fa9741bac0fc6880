"""Whose entries they are: no two accounts meet in one folder."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from .place import Place

WORD = 128  # bytes of a word in the head of a segment


class Account(NamedTuple):
    """Whose entries they are, and what: each has a folder of its own.

    Attributes:
        platform: The platform's name.
        origin: Its address.
        account: The account there, as a platform's traits tell it; never a key.
        kind: What the entries are: `events`, `scores`, `spans`.
    """

    platform: str
    origin: str
    account: str
    kind: str

    @property
    def digest(self) -> str:
        """What tells it from every other; the name of its folder."""
        return sha256(json.dumps(tuple(self)).encode()).hexdigest()[:32]

    @property
    def about(self) -> dict[str, Any]:
        """What its segments say of themselves: its words, as far as there is room, and its digest."""
        words = {name: _cut(word) for name, word in self._asdict().items()}
        return {**words, "digest": self.digest}

    def place(self, root: Path | None) -> Place | None:
        """Its folder below one for all accounts; None where there is none, but memory."""
        return None if root is None else Place(root / self.digest, root)


def _cut(word: str) -> str:
    """A word that takes no more room than it has in a head, where JSON spells what is not ASCII out."""
    while len(json.dumps(word)) > WORD:
        word = word[: len(word) * 3 // 4]
    return word
