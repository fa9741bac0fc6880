"""Proves that a release is installed once, whole or not at all, and that an error says what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Thread

import pytest

from tools.vendors.installed import InstallError, installed

from .made_up import PACKAGE, RELEASE, install

INSTALLER = """
import pathlib, sys
folder = pathlib.Path(sys.argv[sys.argv.index("--target") + 1])
(folder / "there.py").write_text(sys.argv[-1])
with open({log!r}, "a") as log: log.write("installed\\n")
sys.exit("no network" if "broken" in sys.argv[-1] else 0)
"""


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installer that keeps count, in the place of uv and pip."""
    log = tmp_path / "log"
    program = INSTALLER.format(log=str(log))
    monkeypatch.setattr("tools.vendors.installed._installer", lambda: [sys.executable, "-S", "-c", program])
    return log


def test_it_is_installed_once(tmp_path: Path, log: Path) -> None:
    """Several at the same time install it once, and find the same folder; a second release has its own."""
    found: list[Path] = []
    threads = [Thread(target=lambda: found.append(installed("acme", "1.0", tmp_path))) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == 3
    assert {each.name for each in found} == {"acme-1.0"}
    assert (found[0] / "there.py").read_text() == "acme==1.0"
    assert installed("acme", "1.1", tmp_path).name == "acme-1.1"
    assert log.read_text().count("installed") == 2


def test_what_can_t_be_installed_leaves_nothing(tmp_path: Path, log: Path) -> None:
    """The error has what the installer said; the next try begins anew."""
    for _ in range(2):
        with pytest.raises(
            InstallError, match=r"broken==1\.0 can't be installed(?s:.)*is there a network(?s:.)*no network"
        ):
            installed("broken", "1.0", tmp_path)
    assert [each for each in tmp_path.glob("*/*") if each.is_dir()] == []
    assert log.read_text().count("installed") == 2


NO_NAMES = [("../x", "1"), ("-e", "1"), ("acme", "../1"), ("acme", ""), ("", "1"), ("acme", "latest")]


@pytest.mark.parametrize(("package", "release"), NO_NAMES)
def test_names_that_are_none(tmp_path: Path, package: str, release: str) -> None:
    """What is no name of a release is refused before anything is made."""
    with pytest.raises(InstallError, match="PACKAGE==RELEASE"):
        installed(package, release, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_taken(tmp_path: Path, log: Path) -> None:
    """A folder that is there needs no installer, and no network."""
    there = install(tmp_path)
    assert installed(PACKAGE, RELEASE, tmp_path) == there
    assert not log.exists()
