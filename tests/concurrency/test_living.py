"""Proves the set whose members leave it by themselves."""

from __future__ import annotations

from promptport.concurrency.living import Living


class Thing:
    """Something that may go."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Thing)

    __hash__ = object.__hash__


def test_members_come_and_go() -> None:
    """What nobody holds is out of it; the same thing is in it once."""
    living: Living[object] = Living()
    kept, gone = Thing(), Thing()
    for each in (kept, kept, gone):
        living.add(each)
    assert len(living) == 2
    assert (kept in living, len(living.members())) == (True, 2)
    del gone, each
    assert living.members() == [kept]
    living.discard(kept)
    living.discard(kept)
    assert (kept in living, len(living)) == (False, 0)
    living.add(kept)
    living.clear()
    assert not living.members()
