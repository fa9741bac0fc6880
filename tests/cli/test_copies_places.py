"""Proves which copies a command means: the folder of the clients that are built here, or what its options say."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.cache.listing import Listed
from promptport.cli.copies_places import everything, folder_here, wanted_by
from promptport.errors import ConfigurationError


def test_the_folder_of_a_project(tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is that of the clients that are built here."""
    monkeypatch.chdir(tmp_path)
    assert folder_here() == cache_folder
    (tmp_path / "pyproject.toml").write_text('[tool.promptport]\ndisk = "mine"\n')
    assert folder_here() == tmp_path / "mine"
    (tmp_path / "pyproject.toml").write_text("[tool.promptport]\ndisk = false\n")
    with pytest.raises(ConfigurationError, match="keep nothing on disk"):
        folder_here()


def test_filters() -> None:
    """All that is said must hold; names may have wildcards, and what can't be read has none."""
    copy, torn = Listed(Path("a"), 1, "xr2", "mail/bye", account="one"), Listed(Path("b"), 1)
    assert wanted_by(None, None, None) is everything
    meant: list[tuple[str | None, str | None, str | None]] = [
        ("xr2", None, None), (None, "one", None), (None, None, "mail/*"), ("xr2", "one", "mail/by?"),
    ]  # fmt: skip
    for given in meant:
        assert wanted_by(*given)(copy)
        assert not wanted_by(*given)(torn)
    for platform, account, name in (("scope", "one", "mail/bye"), ("xr2", "two", "mail/bye"), ("xr2", "one", "bye")):
        assert not wanted_by(platform, account, name)(copy)
