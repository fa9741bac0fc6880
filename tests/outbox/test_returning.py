"""Proves that what is given back waits again, once: whenever the command that does it dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport.outbox.entry import Entry
from promptport.outbox.frames import HEAD, room
from promptport.outbox.listing import Listed, listed
from promptport.outbox.place import ASIDE, Place
from promptport.outbox.returning import give_back
from promptport.outbox.settings import OutboxSettings
from promptport.outbox.spool import Spool

from .folders import ACCOUNT, NOW, entry, folder_of, put_aside

OLD = NOW - 30 * 86_400
STEPS = 40
DYING = """
import os, sys
from pathlib import Path
from promptport.outbox.returning import give_back

left = 10**9

def step(event, arguments):
    global left
    if any(str(each).startswith(sys.argv[1]) for each in arguments):
        left -= 1
        if left < 0:
            os._exit(7)

sys.addaudithook(step)
for number, folder in enumerate(sys.argv[2:]):
    if not (child := os.fork()):
        left = number
        give_back(Path(folder), lambda each: each.entry.id != "b", 1_790_000_000.0)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def adopted(folder: Path) -> list[Entry]:
    """What the next process takes over."""
    spool, taken = Spool(Place(folder), ACCOUNT.about, OutboxSettings()), list[Entry]()
    spool.adopt(NOW)
    for part in spool.parts():
        with part.opened() as segment:
            taken += [Entry.decode(each.payload) for each in part.waiting(segment)]
    spool.close()
    return taken


def everything(_: Listed) -> bool:
    """All of it."""
    return True


def found(root: Path) -> dict[str, str]:
    """What is there, by id: whether it waits, or why it was set aside. Nothing is there twice."""
    entries = [each for each in listed(root) if each.entry is not None]
    states = {each.entry.id: each.reason or "waits" for each in entries if each.entry is not None}
    assert len(states) == len(entries)
    return states


def test_some_of_them(tmp_path: Path) -> None:
    """They wait, as old as if they had just been put in; the others stay, with their reasons."""
    put_aside(tmp_path, [entry("a", OLD), entry("b", OLD)], "age")
    put_aside(tmp_path, [entry("c", OLD)], "422: no")
    returned = give_back(folder_of(tmp_path), lambda each: each.reason == "age" and each.entry != entry("b", OLD), NOW)
    assert [each.entry for each in returned] == [entry("a", OLD)]
    assert found(tmp_path) == {"a": "waits", "b": "age", "c": "422: no"}
    assert [each.entry for each in listed(tmp_path) if each.waits] == [entry("a", OLD).renewed(NOW)]
    assert give_back(folder_of(tmp_path), everything, NOW)[0].about == returned[0].about
    assert found(tmp_path) == {"a": "waits", "b": "waits", "c": "waits"}
    assert list((folder_of(tmp_path) / ASIDE).iterdir()) == []
    assert give_back(folder_of(tmp_path), everything, NOW) == []


def test_many_and_large(tmp_path: Path) -> None:
    """In segments that the next process adopts, as large as what is in them; one that is larger than a segment among them."""
    entries = [Entry(f"i{each}", "event", OLD, "x" * 300_000) for each in range(8)]
    large = Entry("large", "event", OLD, "x" * (OutboxSettings().segment + 1))
    put_aside(tmp_path, [*entries, large])
    assert len(give_back(folder_of(tmp_path), everything, NOW)) == 9
    segments = list(folder_of(tmp_path).glob("*.spool"))
    assert len(segments) == 4
    most = sum(room(each.encode()) for each in [*entries, large]) + 4 * HEAD
    assert sum(each.stat().st_size for each in segments) == most
    assert sorted(each.id for each in adopted(folder_of(tmp_path))) == sorted(each.id for each in [*entries, large])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each death is a forked child's")
@pytest.mark.one_python("it kills processes")
def test_death_at_any_step(tmp_path: Path) -> None:
    """Each entry is in one place, and whoever comes next goes on: none is lost, and none is there twice."""
    roots = [tmp_path / f"{each:02}" for each in range(STEPS)]
    for root in roots:
        put_aside(root, [entry("a", OLD), entry("b", OLD)])
        put_aside(root, [entry("c", OLD)])
    command = [sys.executable, "-c", DYING, str(tmp_path), *(str(folder_of(each)) for each in roots)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    codes = [int(each) for each in done.stdout.split()]
    assert codes[-1] == 0
    assert len(codes) == STEPS
    assert 15 < codes.index(0) < STEPS
    for root in roots:
        give_back(folder_of(root), lambda _: False, NOW)  # it finishes what was begun
        states = found(root)
        assert states.keys() == {"a", "b", "c"}
        assert states["b"] == "age"
        give_back(folder_of(root), everything, NOW)
        assert found(root) == {"a": "waits", "b": "waits", "c": "waits"}


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing has changed then."""
    put_aside(tmp_path, [entry("a"), entry("b")])

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        give_back(folder_of(tmp_path), everything, NOW)
    assert found(tmp_path) == {"a": "age", "b": "age"}
    assert not [each for each in (folder_of(tmp_path) / ASIDE).iterdir() if each.suffix != ".jsonl"]


def test_whose_they_are_cannot_be_said(tmp_path: Path) -> None:
    """A file says more of itself than a segment has room for: it stays as it is."""
    put_aside(tmp_path, [entry("a")])
    (path,) = (folder_of(tmp_path) / ASIDE).iterdir()
    path.write_text(path.read_text().replace("https://xr2.uk", "x" * 2000))
    with pytest.raises(OSError, match="account"):
        give_back(folder_of(tmp_path), everything, NOW)
    assert found(tmp_path) == {"a": "age"}


def test_what_is_torn_stays(tmp_path: Path) -> None:
    """No process could deliver it."""
    put_aside(tmp_path, [Entry("", "", 0.0, "torn"), entry("a")], "unreadable")
    assert [each.entry for each in give_back(folder_of(tmp_path), everything, NOW)] == [entry("a")]
    assert found(tmp_path) == {"": "unreadable", "a": "waits"}


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="a matter of links")
def test_a_folder_that_is_a_link(tmp_path: Path) -> None:
    put_aside(tmp_path / "elsewhere", [entry("a")])
    (folder_of(tmp_path) / ASIDE).symlink_to(folder_of(tmp_path / "elsewhere") / ASIDE)
    assert give_back(folder_of(tmp_path), everything, NOW) == []
    assert found(tmp_path / "elsewhere") == {"a": "age"}
