"""Proves that in a pytest run no test finds what a developer keeps, and that no two tests share anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from promptport.cache.disk import VARIABLE
from promptport.outbox.place import VARIABLE as OF_OUTBOXES
from promptport.testing.own_folders import OUTBOX, OwnFolder

pytestmark = pytest.mark.one_python("what pytest does is the same on all")

CONFTEST = """
import json, os, pytest
from pathlib import Path
import promptport

FOUND = {}

def folder(client):
    return str(client._store._disk._folder if hasattr(client._store, "_disk") else client._store._folder)

def opened():
    return promptport.Client("xr2", api_key="k", base_url="https://nowhere.example")

FOUND["conftest"] = folder(opened())

@pytest.fixture(scope="session")
def shared():
    return opened()

@pytest.fixture(scope="module")
def module():
    return opened()

@pytest.fixture
def own():
    return opened()

@pytest.fixture
def note(request):
    def note(**clients):
        file = Path(os.environ["FOUND"]) / (request.node.name + ".json")
        here = {name: folder(each) for name, each in clients.items()} | FOUND
        variables = {"variable": "PROMPTPORT_CACHE_DIR", "outbox": "PROMPTPORT_OUTBOX_DIR"}
        file.write_text(json.dumps(here | {name: os.environ.get(each) for name, each in variables.items()}))
    return note
"""
TESTS = """
import unittest
import pytest
from conftest import opened

AT_IMPORT = opened()

def test_one(note, shared, module, own):
    note(shared=shared, module=module, own=own, within=opened(), at_import=AT_IMPORT)

def test_two(note, module, own, shared):
    note(shared=shared, module=module, own=own, within=opened(), at_import=AT_IMPORT)

def test_mine(note, monkeypatch, tmp_path):
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path / "mine"))
    note(within=opened())

@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROMPTPORT_CACHE_DIR", str(tmp_path_factory.mktemp("x") / "wide"))
        yield

def test_wide(note, environment):
    note(within=opened())

class Test(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = opened()

    def test_last(self):
        assert self.client is not None

def test_after(note):
    note(within=opened())
"""


def ran(folder: Path, settings: str, *arguments: str) -> dict[str, dict[str, str]]:
    """The folders of the clients of each test, in a run of pytest in a project."""
    project, found = folder / "project", folder / "found"
    project.mkdir()
    found.mkdir()
    (project / "pytest.ini").write_text(f"[pytest]\n{settings}\n")
    (project / "conftest.py").write_text(CONFTEST)
    (project / "test_it.py").write_text(TESTS)
    environment = {**os.environ, "PROMPTPORT_CACHE_DIR": str(folder / "developer"), "FOUND": str(found)}
    environment["PROMPTPORT_OUTBOX_DIR"] = str(folder / "developer" / "outbox")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=100, cwd=project, env=environment, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {each.stem: json.loads(each.read_text()) for each in found.iterdir()}


def test_folders(tmp_path: Path) -> None:
    """Of each test, of each fixture that outlives one, and of the run for what is built at import; gone afterwards."""
    found = ran(tmp_path, "", "-n", "1")
    one, two = found["test_one"], found["test_two"]
    assert one["own"] == one["within"] == one["variable"]
    assert two["own"] == two["within"] == two["variable"]
    assert one["at_import"] == one["conftest"]
    assert all(one[wide] == two[wide] for wide in ("shared", "module", "at_import"))
    after = found["test_after"]["within"]
    assert len({one["outbox"], two["outbox"], found["test_after"]["outbox"]}) == 3
    assert len({one["own"], two["own"], after, one["shared"], one["module"], one["at_import"]}) == 6
    assert found["test_mine"]["within"].endswith("mine")
    assert found["test_wide"]["within"].endswith("wide")
    assert after == found["test_wide"]["within"]  # for as long as the fixture's module
    everywhere = [path for each in found.values() for path in each.values()]
    assert not any(path.startswith(str(tmp_path / "developer")) for path in everywhere)
    assert not any(Path(one[each]).parent.exists() for each in ("own", "shared", "at_import"))


def test_switched_off(tmp_path: Path) -> None:
    """A project that wants the person's own copies says so."""
    found = ran(tmp_path, "promptport_own_copies = false\npromptport_own_outbox = false")
    assert found["test_one"]["variable"] == found["test_one"]["own"] == str(tmp_path / "developer")
    assert found["test_one"]["outbox"] == str(tmp_path / "developer" / "outbox")


def test_the_variable_is_the_outboxes() -> None:
    """It stands here a second time, since no run that has no events imports what they need."""
    assert OUTBOX == OF_OUTBOXES


def test_the_environment_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pytest is called by a program that goes on; also where somebody has set another folder meanwhile."""
    for before in (None, "/mine"):
        if before is None:
            monkeypatch.delenv(VARIABLE, raising=False)
        else:
            monkeypatch.setenv(VARIABLE, before)
        copies = OwnFolder(VARIABLE)
        folder = Path(os.environ[VARIABLE]).parent
        assert folder.is_dir()
        copies.end()
        assert os.environ.get(VARIABLE) == before
        assert not folder.exists()
    copies = OwnFolder(VARIABLE)
    monkeypatch.setenv(VARIABLE, "/theirs")
    copies.end()
    assert os.environ[VARIABLE] == "/theirs"
