"""Proves that entry points are found as `importlib.metadata` finds them."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

import pytest

from promptport.platform import GROUP, find, is_installed
from promptport.platform.metadata import entry_points

pytestmark = pytest.mark.one_python("what lies in a folder is the same for all")


def install(folder: Path, name: str, entries: str) -> None:
    """Leave a package's metadata in a folder."""
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    about.joinpath("METADATA").write_text(f"Metadata-Version: 2.3\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    about.joinpath("entry_points.txt").write_text(entries, encoding="utf-8")


def found_by_python(group: str) -> dict[str, str]:
    return {each.name: each.value for each in metadata.entry_points(group=group)}


@pytest.mark.parametrize("group", [GROUP, "promptport.servers", "pytest11", "none"])
def test_what_is_installed_here(group: str) -> None:
    assert entry_points(group) == found_by_python(group)


def test_other_packages_and_odd_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Comments, blanks and other groups are passed over; of two packages of one name the first counts."""
    text = "[a]\nx = y\n\n[promptport.platforms]\n# one = of:nobody\n first=pkg.mod:ONE\nsecond = pkg:a.b\n[b]\nthird = z:z\n"
    install(tmp_path / "one", "Some_Platform", text)
    install(tmp_path / "two", "some_platform", "[promptport.platforms]\nfirst = older:ONE\n")
    install(tmp_path / "two", "broken", "[promptport.platforms\n")
    folders = [str(tmp_path / each) for each in ("one", "two", "none")]
    monkeypatch.setattr(sys, "path", [*folders, *sys.path])
    assert {"first": "pkg.mod:ONE", "second": "pkg:a.b"}.items() <= entry_points(GROUP).items()
    assert entry_points(GROUP) == found_by_python(GROUP)


def test_a_path_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here `importlib.metadata` raises."""
    monkeypatch.setattr(sys, "path", ["\0", *sys.path])
    assert "files" in entry_points(GROUP)


def test_a_platform_of_another_package_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An attribute of an attribute is found as well; extras behind it are not asked for."""
    install(tmp_path, "more", "[promptport.platforms]\nmore = more_platform:Holder.PLATFORM [extra]\n")
    code = "from promptport.files.source import PLATFORM as FILES\nclass Holder:\n    PLATFORM = FILES\n"
    tmp_path.joinpath("more_platform.py").write_text(code, encoding="utf-8")
    assert not is_installed("more")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert is_installed("more")
    assert find("more") is find("files")
