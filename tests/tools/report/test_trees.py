"""Proves that the report finds the project as it was, and knows which versions may break."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.report.trees import Problem, commit, documents, major, release, take, version

from .conftest import repository

pytestmark = pytest.mark.one_python("it asks git")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("0.1.0", "0.1.9", False), ("0.1.0", "0.2.0", True), ("0.9", "1.0", True), ("1.2.3", "1.3.0", False),
        ("1.2.3", "2.0.0rc1", True), ("2.0.0", "1.9.0", False), ("0.0.0", "0.1.0", True),
    ],
)  # fmt: skip
def test_which_versions_may_break(old: str, new: str, wanted: bool) -> None:
    assert major(old, new) is wanted


def test_what_it_compares_with(tmp_path: Path) -> None:
    """The last release; before the first one, what was committed last."""
    git = repository(tmp_path)
    assert release(tmp_path) == "HEAD"
    git("tag", "v0.1.0")
    git("tag", "another")
    git("commit", "-q", "--allow-empty", "-m", "Later.")
    assert release(tmp_path) == "v0.1.0"
    assert commit(tmp_path, "v0.1.0") != commit(tmp_path, "HEAD")
    with pytest.raises(Problem, match="no commit v9: give a tag"):
        commit(tmp_path, "v9")
    with pytest.raises(Problem, match="--output=x"):
        commit(tmp_path, "--output=x")
    assert not (tmp_path / "x").exists()


def test_a_shallow_clone_is_not_taken_for_one_without_a_release(tmp_path: Path) -> None:
    """As a CI has it where nothing else is said: it says how to get what it lacks."""
    git = repository(tmp_path / "whole")
    git("tag", "v0.1.0")
    git("commit", "-q", "--allow-empty", "-m", "Later.")
    git("clone", "-q", "--depth=1", "--no-tags", f"file://{tmp_path / 'whole'}", str(tmp_path / "clone"))
    for refused in (release, lambda root: commit(root, "v0.1.0")):
        with pytest.raises(Problem, match="this clone is shallow: `git fetch --unshallow --tags`"):
            refused(tmp_path / "clone")


def test_what_it_takes_of_a_commit(tmp_path: Path) -> None:
    """As it was committed; an old contract that today's generator refuses, as it was generated."""
    project, old = tmp_path / "project", tmp_path / "old"
    git = repository(project)
    (project / "openapi" / "xr2.yaml").write_text("openapi: 2\n")
    git("commit", "-aqm", "Older words.")
    (project / "openapi" / "xr2.yaml").unlink()
    old.mkdir()
    take(project, "HEAD", old)
    assert version(old) == "0.1.0"
    assert documents(old)["xr2"]["x-result"] == "Response"
    assert version(tmp_path) == "0.0.0"


def test_without_a_repository(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="repository"):
        take(tmp_path, "HEAD", tmp_path)
    assert subprocess.run(["git", "--version"], check=True, capture_output=True).returncode == 0
