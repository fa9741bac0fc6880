"""Proves that a vendor's suite runs against ours, that it is left as it was, and that what is printed counts it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tools.suites.__main__ import main

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

CONFTEST = """
import os
import pytest
from xr2_sdk.client import xR2Client

@pytest.fixture
def client():
    return xR2Client(api_key="any", base_url=os.environ.get("LOCAL", "http://127.0.0.1:9"), total_retries=0)
"""
TESTS = """
import importlib
from unittest.mock import patch

import pytest
import xr2_sdk
from xr2_sdk import VariableError, no_such_name
from xr2_sdk._http import anything

@pytest.mark.word
def test_passes(client):
    assert type(client).__module__.startswith("promptport.xr2")
    assert importlib.import_module("xr2_sdk.client").xR2Client is type(client)
    with patch("xr2_sdk.VariableError", None):
        assert xr2_sdk.VariableError is None
    assert VariableError is not None

@pytest.mark.parametrize("answer", [41, 42])
def test_fails(answer):
    assert answer == 42

def test_lacks():
    assert no_such_name == 1

def test_errs(no_such_fixture): ...

def test_skips():
    pytest.skip("not today")

class TestInside:
    def test_internal(self, client):
        client._anything
    def test_internal_import(self):
        anything()
"""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """These suites need no plug-in, and the import of ours takes seconds."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A tiny suite, which stands in a project with settings of its own."""
    folder = tmp_path / "tests"
    folder.mkdir()
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\naddopts = "--no-such"\nmarkers = ["word: a word"]\n'
    )
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_tiny.py").write_text(TESTS)
    return folder


def test_a_suite_is_run_counted_and_left_alone(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(suite), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["counts"] == {"passed": 2, "failed": 2, "errors": 1, "skipped": 1, "aside": 2}
    tests = {each["test"]: each for each in found["tests"]}
    lacks = tests["tests/test_tiny.py::test_lacks"]
    assert (lacks["outcome"], lacks["reason"]) == (
        "failed",
        "ImportError: cannot import name 'no_such_name' from 'promptport.xr2'",
    )
    assert tests["tests/test_tiny.py::test_fails[41]"]["reason"].startswith("assert 41 == 42")
    assert tests["tests/test_tiny.py::TestInside::test_internal"]["internals"] == ["_anything"]
    assert tests["tests/test_tiny.py::TestInside::test_internal_import"]["internals"] == ["xr2_sdk._http"]
    assert ((suite / "conftest.py").read_text(), (suite / "test_tiny.py").read_text()) == (CONFTEST, TESTS)
    assert sorted(each.name for each in suite.iterdir()) == ["conftest.py", "test_tiny.py"]


def test_one_file_is_run_and_what_passes_ends_with_0(suite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With a local platform for tests that want one; what stands beside the file is not run."""
    one = suite / "test_one.py"
    one.write_text("def test_a(client):\n    assert client.check_api_key().data.user\n")
    assert main([str(one), "--package", "xr2_sdk", "--serve", "LOCAL=xr2"]) == 0
    assert capsys.readouterr().out == "1 passed, 0 failed, 0 errors, 0 skipped; 0 set aside, which touch internals\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "There is no nowhere: give a folder of tests, or a file.\n"),
        (["empty"], "pytest found no test in empty.\n"),
        (["odd"], "pytest could not run it: ModuleNotFoundError: No module named 'no_such_package'\n"),
        (["broken"], "broken/test_a.py is no Python that this one reads: "),
        (["empty", "--serve", "LOCAL=nobody"], "--serve LOCAL=nobody: there is no platform 'nobody'"),
    ],
)
def test_what_cannot_be_run_says_why(
    arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, source in (("empty", ""), ("broken", "def")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "test_a.py").write_text(source)
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "conftest.py").write_text("import no_such_package\n")
    assert main(arguments) == 2
    assert capsys.readouterr().err.startswith(told)
