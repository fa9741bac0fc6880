"""Proves that what waits and what was set aside is seen as it lies there, and that no file does harm to who looks."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport.outbox.account import Account
from promptport.outbox.frames import DONE, HEAD, MAGIC, SENT, UNKNOWN, WAITING
from promptport.outbox.listing import MAY_HAVE, account_folders, listed
from promptport.outbox.place import ASIDE

from .folders import ACCOUNT, entry, folder_of, put_aside, spool_of

OTHER = Account("promptic", "https://promptic.eu", "two", "spans")
LOST = Account("", "", "", "")
SEGMENT = "0123456789abcdef-000001.spool"
unix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a matter of Unix: links, pipes and rights")


def test_what_waits_and_what_was_set_aside(tmp_path: Path) -> None:
    """Of every account, with what its files say; what is done with is not there, nor is what nobody has put in."""
    spool_of(tmp_path, [entry("a"), entry("b")]).close()
    living = spool_of(tmp_path, [entry("c")], OTHER)
    put_aside(tmp_path, [entry("d"), entry("e")], "422: no")
    (tmp_path / "README").write_text("no account")
    found = {each.entry.id: each for each in listed(tmp_path) if each.entry is not None}
    assert {name: (each.account, each.aside, each.living, each.reason) for name, each in found.items()} == {
        "a": (ACCOUNT, False, False, ""),
        "b": (ACCOUNT, False, False, ""),
        "c": (OTHER, False, True, ""),
        "d": (ACCOUNT, True, False, "422: no"),
        "e": (ACCOUNT, True, False, "422: no"),
    }
    assert found["a"].entry == entry("a")
    assert found["a"].size == len(entry("a").encode())
    assert [each.waits for each in (found["c"], found["d"])] == [True, False]
    living.close()
    assert not any(each.living for each in listed(tmp_path))
    assert list(listed(tmp_path / "nowhere")) == []


def test_what_may_have_arrived(tmp_path: Path) -> None:
    """Where its fate is unknown; and where it was under way when its process ended, not while that lives."""
    spool = spool_of(tmp_path, [entry("waits"), entry("sent"), entry("unknown"), entry("done")])
    (part,) = spool.parts()
    with part.opened() as segment:
        for frame, state in zip(segment.frames(), (WAITING, SENT, UNKNOWN, DONE), strict=True):
            segment.mark(frame, state, 1, 1.0)
    assert [each.reason for each in listed(tmp_path)] == ["", "", MAY_HAVE]
    spool.close()
    assert [each.reason for each in listed(tmp_path)] == ["", MAY_HAVE, MAY_HAVE]
    assert all(each.waits for each in listed(tmp_path))


def test_one_that_is_torn(tmp_path: Path) -> None:
    """It is told, and so is what stands behind it."""
    spool_of(tmp_path, [entry("a"), entry("b")]).close()
    (path,) = folder_of(tmp_path).glob("*.spool")
    path.write_bytes(path.read_bytes().replace(b'"name":"a"', b'"name":"x"'))
    assert [(each.entry, each.reason) for each in listed(tmp_path)] == [(None, "it is torn"), (entry("b"), "")]


def test_looking_disturbs_nobody(tmp_path: Path) -> None:
    """One who lives goes on to write; what is there is as it was, and nothing is beside it."""
    spool = spool_of(tmp_path, [entry("a")])
    before = {each: each.read_bytes() for each in folder_of(tmp_path).iterdir()}
    assert len(list(listed(tmp_path))) == 1
    assert {each: each.read_bytes() for each in folder_of(tmp_path).iterdir()} == before
    spool.put(entry("b").encode())
    assert len(list(listed(tmp_path))) == 2
    spool.close()


def torn(path: Path) -> None:
    path.write_bytes(b"torn")


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def no_entry(path: Path) -> None:
    spool = spool_of(path.parent.parent, [])
    spool.put(json.dumps(["id", {}, "soon", 1]).encode())
    spool.close()


@unix
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (torn, "it is no segment"),
        (huge, "it has more than"),
        (no_entry, "it is no entry"),
        (lambda path: path.symlink_to("/etc/passwd"), "Too many levels of symbolic links"),
        (lambda path: path.symlink_to(path), "Too many levels of symbolic links"),
        (os.mkfifo, "it is no regular file"),
        (Path.mkdir, "it is no regular file"),
        (lambda path: (path.write_bytes(MAGIC), path.chmod(0o666)), "others may write there"),
        (lambda path: (path.write_bytes(MAGIC), path.chmod(0)), "denied" if os.geteuid() else "it is no segment"),
    ],
)
def test_a_segment_that_is_none(tmp_path: Path, make: Callable[[Path], object], why: str) -> None:
    """It is told, is nobody's, and hides nothing that lies beside it."""
    spool_of(tmp_path, [entry("a")]).close()
    make(folder_of(tmp_path) / SEGMENT)
    found = list(listed(tmp_path))
    (bad,) = [each for each in found if each.entry is None]
    assert why in bad.reason
    assert not bad.aside
    assert not bad.waits
    assert [each.entry.id for each in found if each.entry is not None] == ["a"]


@unix
def test_a_file_of_what_was_set_aside_that_is_none(tmp_path: Path) -> None:
    """So is one of those; a line that is none is passed over."""
    put_aside(tmp_path, [entry("a")])
    aside = folder_of(tmp_path) / ASIDE
    (aside / "0.jsonl").symlink_to("/etc/passwd")
    os.mkfifo(aside / "1.jsonl")
    (aside / "2.jsonl").write_text(
        '{"reason": "x", "entry": [[], "event", 1, 2]}\n{"reason": "x", "entry": ["b", "event", 1, 2]}\n'
    )
    (aside / "2.jsonl").chmod(0o600)
    (aside / "3.new").write_text("being written")
    found = list(listed(tmp_path))
    assert sorted(each.path.name for each in found if each.entry is None) == ["0.jsonl", "1.jsonl"]
    assert {each.entry.id: each.account for each in found if each.entry is not None} == {"a": ACCOUNT, "b": LOST}


@unix
def test_folders_that_are_not_ours(tmp_path: Path) -> None:
    """A link, one that others may write to, and one of another name: none is looked into."""
    spool_of(tmp_path / "elsewhere", [entry("a")]).close()
    put_aside(tmp_path / "elsewhere", [entry("b")])
    root = tmp_path / "root"
    root.mkdir()
    (root / ("0" * 32)).symlink_to(folder_of(tmp_path / "elsewhere"))
    folder_of(root, OTHER).chmod(0o777)
    (root / "notes").mkdir(mode=0o700)
    (folder_of(root) / ASIDE).symlink_to(folder_of(tmp_path / "elsewhere") / ASIDE)
    assert account_folders(root) == [folder_of(root)]
    assert list(listed(root)) == []
    (tmp_path / "file").write_text("")
    with pytest.raises(NotADirectoryError):
        list(listed(tmp_path / "file"))


def test_what_goes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process has delivered it, or another command has taken it away."""
    spool_of(tmp_path, [entry("a")]).close()
    put_aside(tmp_path, [entry("b")])
    real, opened = os.open, list[object]()

    def gone(path: Path, flags: int, *mode: int) -> int:
        opened.append(path)
        if str(path).endswith((".spool", ".jsonl")):
            Path(path).unlink()
        return real(path, flags, *mode)

    monkeypatch.setattr(os, "open", gone)
    assert list(listed(tmp_path)) == []
    assert {Path(str(each)).suffix for each in opened} >= {".spool", ".jsonl"}


def test_a_segment_that_is_about_to_be_written(tmp_path: Path) -> None:
    """Its process lives, and has not said yet whose it is."""
    spool = spool_of(tmp_path, [entry("a")])
    (lock,) = folder_of(tmp_path).glob("*.lock")
    path = folder_of(tmp_path) / f"{lock.stem}-000002.spool"
    path.write_bytes(bytes(HEAD))
    path.chmod(0o600)
    assert [each.entry for each in listed(tmp_path)] == [entry("a")]
    spool.close()
    assert [each.reason for each in listed(tmp_path)] == ["", "it is no segment"]
