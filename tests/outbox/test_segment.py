"""Proves that a segment takes what there is room for, and that a disk without room is an error, and no end of the process."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest

from promptport.outbox.frames import DONE, HEAD, room
from promptport.outbox.segment import Segment

SIZE = 4096


@pytest.mark.parametrize("on_disk", [True, False])
def test_it_takes_what_there_is_room_for(tmp_path: Path, on_disk: bool) -> None:
    segment = Segment.create(tmp_path / "s" if on_disk else None, SIZE, {"origin": "x"})
    put = 0
    while segment.put(b"%04d" % put):
        put += 1
    assert put == (SIZE - HEAD) // room(b"0000")
    assert segment.count == put
    assert [each.payload for each in segment.frames()] == [b"%04d" % each for each in range(put)]
    assert segment.about == {"origin": "x"}
    segment.close()


def test_another_sees_what_was_put_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "s"
    writer = Segment.create(path, SIZE, {})
    writer.put(b"first")
    reader = Segment.open(path)
    writer.put(b"second")
    first, second = reader.frames()
    reader.mark(second, DONE, 2, 5.0)
    assert [each.state for each in writer.frames()] == [0, DONE]
    assert list(writer.frames(second.at)) == [second._replace(state=DONE, attempts=2, time=5.0)]
    assert first.payload == b"first"
    writer.close()
    reader.close()


def test_its_file_is_its_owners_alone_and_has_all_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "s"
    Segment.create(path, SIZE, {}).close()
    about = path.stat()
    assert about.st_size == SIZE
    assert about.st_blocks * 512 >= SIZE
    if os.name == "posix":
        assert S_IMODE(about.st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "fchmod"), reason="there are no rights of files")
def test_a_umask_that_takes_the_owners_rights(tmp_path: Path) -> None:
    """Else nobody could read what was accepted."""
    before = os.umask(0o777)
    try:
        Segment.create(tmp_path / "s", SIZE, {}).close()
    finally:
        os.umask(before)
    assert S_IMODE((tmp_path / "s").stat().st_mode) == 0o600


@pytest.mark.parametrize("system", ["with posix_fallocate", "without"])
def test_no_room_on_the_disk_is_an_error_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    if system == "without":
        monkeypatch.delattr(os, "posix_fallocate", raising=False)
        Segment.create(tmp_path / "good", SIZE, {}).close()
        assert (tmp_path / "good").stat().st_size == SIZE
        (tmp_path / "good").unlink()
        monkeypatch.setattr(os, "write", full)
    else:
        monkeypatch.setattr(os, "posix_fallocate", full, raising=False)
    with pytest.raises(OSError, match="No space"):
        Segment.create(tmp_path / "s", SIZE, {})
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_segment_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"x" * SIZE)
    (tmp_path / "empty").touch()
    (tmp_path / "link").symlink_to(tmp_path / "other")
    for name, error in (("other", ValueError), ("empty", ValueError), ("link", OSError), ("absent", OSError)):
        with pytest.raises(error):
            Segment.open(tmp_path / name)
    with pytest.raises(FileExistsError):
        Segment.create(tmp_path / "other", SIZE, {})


def test_whatever_is_opened_is_closed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A number that was given back is another file's at once."""
    gc.collect()  # what other tests have left
    closed, close = list[int](), os.close

    def closing(descriptor: int) -> None:
        closed.append(descriptor)
        close(descriptor)

    def refused(*_: object) -> None:
        raise OSError(errno.EIO, "refused")

    def without(operation: str, call: Callable[[], Segment]) -> Segment:
        with monkeypatch.context() as patch:
            patch.setattr(os, operation, refused)
            return call()

    monkeypatch.setattr(os, "close", closing)
    (tmp_path / "f").write_bytes(b"no segment" * 100)
    with pytest.raises(ValueError, match="no segment"):
        Segment.open(tmp_path / "f")
    with pytest.raises(OSError, match="refused"):
        without("fstat", lambda: Segment.open(tmp_path / "f"))
    gc.collect()
    assert len(closed) == 2
    if hasattr(os, "fchmod"):
        with pytest.raises(OSError, match="refused"):
            without("fchmod", lambda: Segment.create(tmp_path / "g", SIZE, {}))
        gc.collect()
        assert len(closed) == 3
