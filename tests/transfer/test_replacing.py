"""Proves that several files are replaced together, or none of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from promptport.errors import ConfigurationError
from promptport.transfer.replacing import replace_all

pytestmark = pytest.mark.one_python("files are replaced alike on all")


def everything(folder: Path) -> dict[str, str]:
    """What stands in all files below a folder."""
    return {str(each.relative_to(folder)): each.read_text() for each in sorted(folder.rglob("*")) if each.is_file()}


def test_files(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("1")
    (tmp_path / "gone").write_text("2")
    (tmp_path / "old").chmod(0o640)
    replace_all(tmp_path, {"old": b"one", "a/b/new": b"two", "gone": None, "never": None})
    assert everything(tmp_path) == {"old": "one", "a/b/new": "two"}
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o640
    mask = os.umask(0)
    os.umask(mask)
    assert (tmp_path / "a/b/new").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("at", range(6))
def test_what_goes_wrong_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, at: int
) -> None:
    """Wherever it stops, in writing or in replacing, all is as it was, and nothing lies about."""
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("2")
    (tmp_path / "z").write_text("3")
    before, calls = everything(tmp_path), iter(range(100))

    def failing(work: object) -> object:
        def called(*arguments: object, **named: object) -> object:
            if next(calls) == at:
                raise error
            return work(*arguments, **named)  # type: ignore[operator]

        return called

    monkeypatch.setattr(os, "fsync", failing(os.fsync))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing(Path.replace))
        with pytest.raises((ConfigurationError, KeyboardInterrupt)) as raised:
            replace_all(tmp_path, {"a": b"one", "d/c": b"two", "b": b"three", "z": None})
    assert everything(tmp_path) == before
    assert not (tmp_path / "d").exists()
    if isinstance(raised.value, ConfigurationError):
        assert "No space left on device. Nothing was changed." in str(raised.value)


@pytest.mark.parametrize("at", range(3))
def test_a_process_that_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    """What it leaves is a mixture of whole files; what lies beside them is taken away later."""
    for name in ("a", "d/b", "lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("old")
    replace, left = Path.replace, iter(range(9))

    def killed(own: Path, other: Path) -> Path:
        if next(left) >= at:
            raise SystemExit  # and nothing that it would put back is put back
        return replace(own, other)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        patch.setattr(Path, "unlink", killed)
        with pytest.raises(SystemExit):
            replace_all(tmp_path, {"a": b"new", "d/b": b"new", "lock": b"new"})
    assert [(tmp_path / name).read_text() for name in ("a", "d/b", "lock")] == ["new"] * at + ["old"] * (3 - at)
    for each in tmp_path.rglob(".promptport-*"):
        os.utime(each, (0, 0))
    replace_all(tmp_path, {"lock": b"new"})
    assert sorted(everything(tmp_path)) == ["a", "d/b", "lock"]


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    with pytest.raises(ConfigurationError, match=r"can't be written: .*Nothing was changed"):
        replace_all(file / "prompts", {"a.md": b""})


def test_links(tmp_path: Path) -> None:
    """A link is replaced; one on the way to a file is not followed out of the folder."""
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    folder.mkdir()
    (outside / "a.md").write_text("theirs")
    (folder / "a.md").symlink_to(outside / "a.md")
    (folder / "mail").symlink_to(outside)
    with pytest.raises(ConfigurationError, match="a link stands on the way"):
        replace_all(folder, {"a.md": b"ours", "mail/b.md": b"ours"})
    replace_all(folder, {"a.md": b"ours"})
    assert not (folder / "a.md").is_symlink()
    assert everything(outside) == {"a.md": "theirs"}
