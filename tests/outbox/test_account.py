"""Proves that no two accounts meet (S7), and that a head of a segment has room for what any of them is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.outbox.account import Account
from promptport.outbox.frames import read_head, write_head
from promptport.outbox.place import ACCOUNT, Place

ONE = Account("xr2", "https://xr2.uk", "a1", "events")


@pytest.mark.promise("S7")
def test_each_word_tells_two_apart() -> None:
    others = [ONE._replace(**{name: "other"}) for name in ONE._fields]
    others.append(Account("xr2", "https://xr2.uk", "a1events", ""))
    assert len({each.digest for each in (ONE, *others)}) == 6
    assert ACCOUNT.fullmatch(ONE.digest)
    root = Path("/root")
    assert ONE.place(root) == Place(root / ONE.digest, root)
    assert ONE.place(None) is None


@pytest.mark.parametrize("word", ["a" * 10_000, "\U0001f600" * 10_000, '"\\\n' * 1000, "\ud800" * 1000])
def test_any_words_have_room_in_a_head(word: str) -> None:
    account = Account(word, word, word, word)
    buffer = bytearray(4096)
    write_head(buffer, account.about)
    assert read_head(buffer) == account.about
    assert account.about["digest"] == account.digest != ONE.digest
