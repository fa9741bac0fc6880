"""Proves where things of a person are kept, and what happens where the system knows no home of theirs."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import pytest

from promptport import Client, ConfigurationError
from promptport.cache import disk
from promptport.system.folders import NoPlace, cache_folder, config_folder, expand, state_folder

from .homes import homeless


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
def test_places_on_linux(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """They are those of the releases before, so that what was kept is found; a relative variable is to be ignored."""
    monkeypatch.setenv("HOME", str(tmp_path))
    homes = (tmp_path / ".config", tmp_path / ".cache", tmp_path / ".local" / "state")
    for given, places in ((None, homes), ("/given", (Path("/given"),) * 3), ("relative", homes)):
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            monkeypatch.delenv(name, raising=False)
            if given:
                monkeypatch.setenv(name, given)
        found = (config_folder(), cache_folder(), state_folder())
        assert found == tuple(each / "promptport" for each in places)


def test_nobodys_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """No folder called `~` is made; a client goes on without copies on disk, and says so."""
    homeless(monkeypatch)
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.WARNING)
    for find in (config_folder, cache_folder, state_folder):
        with pytest.raises(NoPlace, match="no place for"):
            find()
    assert disk.folder_of(True) is None
    caplog.clear()
    with Client("xr2", api_key="k"):
        assert "prompts are not kept on disk" in caplog.text
    assert list(tmp_path.iterdir()) == []


def test_paths_of_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """They start at a folder; `~` is the person's home, where there is one."""
    monkeypatch.setenv("HOME", "/people/a")
    assert expand("a/../b", tmp_path) == tmp_path / "b"
    assert expand("/a/b", tmp_path) == Path("/a/b")
    assert expand("~/b", tmp_path) == Path("/people/a/b")
    homeless(monkeypatch)
    for path in ("", "a\0b", "~/b"):
        with pytest.raises(ConfigurationError):
            expand(path, tmp_path)
