"""Proves what a folder of pulled prompts says of itself, whatever lies in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.errors import ConfigurationError
from promptport.files.lock_file import NAME, Lock, LockError, lock_text
from promptport.platform import Traits
from promptport.transfer.local import LocalFolder

pytestmark = pytest.mark.one_python("what is read is the same on all")


def test_files(tmp_path: Path) -> None:
    """Prompts are read by their files, parts in them put in; what is none is told with its place."""
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "bye.md").write_text("Bye.")
    (tmp_path / "welcome@2.md").write_text("Hi.")
    (tmp_path / "bad.md").write_text("{{na me}}")
    (tmp_path / "README.md").write_text("No prompt.")
    local = LocalFolder(tmp_path)
    assert local.files() == ["bad.md", "mail/bye.md", "welcome@2.md"]
    bye = local.read("mail/bye.md")
    assert bye.content is not None
    assert (bye.there, bye.problems, len(bye.sha256)) == (True, (), 64)
    bad = local.read("bad.md")
    assert (bad.there, bad.content, bad.sha256, bad.problems[0].column) == (True, None, "", 1)
    assert not local.read("gone.md").there


def test_a_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "theirs.md").write_text("x")
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "a.md").symlink_to(tmp_path / "theirs.md")
    assert "leads out of the folder" in str(LocalFolder(folder).read("a.md").problems[0])


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    local = LocalFolder(tmp_path / "nowhere")
    assert (local.files(), local.lock, local.read("a.md").there) == ([], None, False)
    assert local.of(Traits("xr2", "")) == Lock("xr2", {})
    with pytest.raises(ConfigurationError, match="`promptport pull` makes one"):
        local.check()
    with pytest.raises(LockError, match="run `promptport pull --to"):
        local.locked()


def test_whose_lock_it_is(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(lock_text(Lock("xr2", {})))
    assert LocalFolder(tmp_path).of(Traits("xr2", "")) == Lock("xr2", {})
    with pytest.raises(LockError, match="is of xr2, and not of scope"):
        LocalFolder(tmp_path).of(Traits("scope", ""))
    with pytest.raises(ConfigurationError, match="is where the prompts come from"):
        LocalFolder(tmp_path).of(Traits("files", str(tmp_path), local=True))
