"""Proves that what lies in a folder of copies can be listed and cleared by who knows no account, whatever lies there."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from promptport.cache import listing
from promptport.cache.disk import Disk
from promptport.cache.envelope import cache_key, mac_key, pack
from promptport.cache.listing import Listed, cleared, described, listed
from promptport.platform import Fetched, Query, Traits


def keep(folder: Path, platform: str, name: str, since: float = 12.5) -> str:
    """Keep a copy, and answer the name of its file."""
    traits, query = Traits(platform, "https://acme.example", "account"), Query(name)
    fetched = Fetched(name, ({"role": "user", "content": "x"},), version=3, label="production")
    Disk(folder).write(cache_key(traits, query), pack(fetched, since, mac_key(traits, query), platform))
    return cache_key(traits, query)


def test_lists_what_it_can_read(tmp_path: Path) -> None:
    """Without the account; what can't be read is listed as it is, and what is no copy is passed over."""
    folder = tmp_path / "cache"
    first, second = keep(folder, "xr2", "welcome"), keep(folder, "scope", "bye")
    (folder / "README").write_text("not a copy")
    (folder / f"{first}.lock").write_text("")
    (folder / ("0" * 40)).write_bytes(b"torn")
    (folder / ("1" * 40)).symlink_to(folder / first)
    found = {each.path.name: each for each in listed(folder)}

    assert found.keys() == {first, second, "0" * 40}
    size = (folder / first).stat().st_size
    assert found[first] == Listed(folder / first, size, "xr2", "welcome", 3, "production", 12.5)
    assert found["0" * 40] == Listed(folder / ("0" * 40), 4)
    assert list(listed(tmp_path / "nowhere")) == []


def test_clears(tmp_path: Path) -> None:
    """A platform's copies, or all, and nothing else."""
    folder = tmp_path / "cache"
    first, second = keep(folder, "xr2", "welcome"), keep(folder, "scope", "bye")
    torn = folder / f"{first}.{'a' * 16}.new"
    for each in (folder / "README", torn, folder / ("0" * 40)):
        each.write_text("x")

    assert [each.path.name for each in cleared(folder, "scope")] == [second]
    assert {each.name for each in folder.iterdir()} == {"README", first, torn.name, "0" * 40}
    assert {each.path.name for each in cleared(folder)} == {first, "0" * 40}
    assert [each.name for each in folder.iterdir()] == ["README"]
    assert list(cleared(tmp_path / "nowhere")) == []


@pytest.mark.parametrize(
    "change",
    [
        {"fetched": None},
        {"fetched": {}},
        {"fetched": {"name": 3, "version": None, "label": None}},
        {"fetched": {"name": "p", "version": [], "label": None}},
        {"fetched": {"name": "p", "version": None, "label": {}}},
        {"since": "soon"},
        {"since": float("nan")},
        {"since": 10**400},
        {"platform": ["xr2"]},
    ],
)
def test_whatever_lies_there(change: dict[str, Any]) -> None:
    """A copy of another release, or of somebody who means harm, is a file of so many bytes."""
    good = {"since": 1.0, "fetched": {"name": "p", "version": None, "label": None}}
    assert described(b"sum\n" + json.dumps(good).encode()).name == "p"
    assert not described(b"sum\n" + json.dumps(good).encode()).withdrawn
    assert described(b"sum\n" + json.dumps(good | {"withdrawn": True}).encode()).withdrawn
    bad = b"sum\n" + json.dumps(good | change).encode()
    assert described(bad) == Listed(Path(), len(bad))
    for content in (b"", b"\n", b"\n[]", b"\n" + b"[" * 100_000, b"\xff"):
        assert described(content).name is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cant_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    name = keep(folder, "xr2", "welcome")
    (folder / name).chmod(0)
    assert [(each.path.name, each.name) for each in listed(folder)] == [(name, None)]


def test_copies_of_somebody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that several write to, a person's own are listed and cleared, and no others."""
    name = keep(tmp_path / "cache", "xr2", "welcome")
    monkeypatch.setattr(listing, "is_own", lambda about: False)
    assert list(listed(tmp_path / "cache")) == []
    assert list(cleared(tmp_path / "cache", "xr2")) == []
    assert (tmp_path / "cache" / name).exists()
