"""Proves that a person's own file is theirs alone: never through a link, never one that others decide about, never lost (S4)."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from promptport.errors import ConfigurationError
from promptport.system import private
from promptport.system.private import PrivateFile

from .faults import failures


@pytest.fixture
def file(tmp_path: Path) -> PrivateFile:
    """A file in a folder that is not there yet."""
    return PrivateFile(tmp_path / "config" / "promptport" / "own.toml", 2, "Ours.", "mend it")


def add(file: PrivateFile, name: str = "a", value: str = "1") -> None:
    """Keep something."""
    with file.changing() as entries:
        entries[name] = {"x": value}


def acts(file: PrivateFile) -> list[Callable[[], object]]:
    """What can be done with the file."""
    return [file.read, file.check, lambda: add(file)]


def test_kept(file: PrivateFile) -> None:
    """S4: what is kept is read again; modes are 0700 and 0600, whatever the umask, and nothing stands beside it."""
    before = os.umask(0o777)
    try:
        file.path.parent.parent.mkdir(mode=0o700)
        file.path.parent.parent.chmod(0o700)
        add(file)
        add(file, "\U0001f511\x7f\"'", "\t\\")
    finally:
        os.umask(before)
    assert file.read() == {"a": {"x": "1"}, "\U0001f511\x7f\"'": {"x": "\t\\"}}
    assert (file.path.parent.stat().st_mode & 0o777, file.path.stat().st_mode & 0o777) == (0o700, 0o600)
    assert list(file.path.parent.iterdir()) == [file.path]


def test_links(file: PrivateFile, tmp_path: Path) -> None:
    """Nothing is read or written through a link: neither in the place of the file nor in that of its folder."""
    add(file)
    target = tmp_path / "target"
    target.write_text('[a]\nx = "planted"\n')
    target.chmod(0o600)
    file.path.unlink()
    file.path.symlink_to(target)
    for act in acts(file):
        with pytest.raises(ConfigurationError, match=r"symbolic link|Too many"):
            act()
    assert target.read_text() == '[a]\nx = "planted"\n'

    file.path.unlink()
    file.path.parent.rename(tmp_path / "elsewhere")
    file.path.parent.symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "own.toml").write_text('[a]\nx = "planted"\n')
    for act in acts(file):
        with pytest.raises(ConfigurationError, match="folder is a symbolic link"):
            act()


def test_a_folder_of_configurations_that_is_a_link_of_ones_own(file: PrivateFile, tmp_path: Path) -> None:
    """Those who keep `~/.config` elsewhere go on to do so."""
    (tmp_path / "dotfiles").mkdir(mode=0o700)
    (tmp_path / "config").symlink_to(tmp_path / "dotfiles")
    add(file)
    assert file.read() == {"a": {"x": "1"}}


def test_others_may_write(file: PrivateFile) -> None:
    """A file, a folder or a folder above that others may write is not believed; the person's own writing mends the folder."""
    add(file)
    file.path.chmod(0o666)
    for act in acts(file):
        with pytest.raises(ConfigurationError, match="others may write"):
            act()
    file.path.chmod(0o600)
    file.path.parent.chmod(0o777)
    with pytest.raises(ConfigurationError, match="others may write"):
        file.read()
    add(file)
    assert file.read()
    above = file.path.parent.parent
    above.chmod(0o777)
    for act in acts(file):
        with pytest.raises(ConfigurationError, match="others decide"):
            act()
    above.chmod(0o1777)  # where nobody renames what is another's
    assert file.read()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("which", ["file", "folder", "above"])
def test_somebody_elses(file: PrivateFile, which: str) -> None:
    """What another owns is not believed, nor put right behind their back."""
    add(file)
    path = {"file": file.path, "folder": file.path.parent, "above": file.path.parent.parent}[which]
    os.chown(path, 65534, 65534)
    for act in acts(file):
        with pytest.raises(ConfigurationError, match=r"somebody else|others decide"):
            act()


@pytest.mark.parametrize("name", ["own.toml", "own.lock"])
def test_a_pipe(file: PrivateFile, name: str) -> None:
    """It holds up nobody."""
    add(file)
    file.path.unlink()
    os.mkfifo(file.path.with_name(name))
    if name == "own.toml":
        for act in acts(file):
            with pytest.raises(ConfigurationError, match="no regular file"):
                act()
    else:
        add(file)


@pytest.mark.parametrize("text", ["x = 3", "[a]\nx = 3", "[a.b]\nx = '3'", "[a", "[" * 5000, "a=" + "[" * 100_000])
def test_what_we_did_not_write(file: PrivateFile, text: str) -> None:
    """It is told, and left alone."""
    add(file)
    file.path.write_text(text)
    for act in acts(file):
        with pytest.raises(ConfigurationError, match="mend it"):
            act()
    assert file.path.read_text() == text


def test_a_text_that_is_none(file: PrivateFile) -> None:
    """What no file could hold is told, and the file stays as it was."""
    add(file)
    with pytest.raises(ConfigurationError, match="UTF-8"):
        add(file, "b", "\ud800")
    assert file.read() == {"a": {"x": "1"}}
    assert list(file.path.parent.iterdir()) == [file.path]


def test_several_at_once(file: PrivateFile) -> None:
    """Nobody overwrites what another has just kept; one who never gets the lock is told."""
    threads = [threading.Thread(target=add, args=(file, str(each))) for each in range(20)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(file.read()) == 20


def test_a_lock_that_is_never_given_back(file: PrivateFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "TIMEOUT", 0.05)
    with file.changing(), pytest.raises(ConfigurationError, match="another process is at it"):
        add(file)


@pytest.mark.promise("D20")
def test_d20_any_operation_may_fail(file: PrivateFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """D20: whichever operation on files fails: an error of ours, and what was kept is kept; the next one works."""
    add(file)
    runs = 0
    for act in acts(file):
        for ended in failures(monkeypatch, act):
            runs += 1
            assert ended is None or isinstance(ended, ConfigurationError), repr(ended)
            assert file.read()["a"] == {"x": "1"}
            add(file)
            assert {each.name for each in file.path.parent.iterdir()} >= {file.path.name}
    print(f"D20: {runs} runs of the login file's operations, one failed in each: 0 foreign errors")
    assert runs > 150
