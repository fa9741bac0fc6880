"""A platform from outside passes the suite, works in a client, and a broken one fails in the tests that are for it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from promptport import Client
from promptport.testing import Example, PlatformSuite

from .broken import BROKEN
from .outside import DESK, SHELF, example_of


class TestShelf(PlatformSuite):
    @pytest.fixture
    def example(self, tmp_path: Path) -> Example:
        return example_of(SHELF, tmp_path)


class TestDesk(PlatformSuite):
    @pytest.fixture
    def example(self, tmp_path: Path) -> Example:
        return example_of(DESK, tmp_path, scratch="scratch")


def test_in_a_client() -> None:
    """It is as good as one of ours."""
    with Client(SHELF, disk=False) as client:
        assert client.list() == ["hello", "other"]
        assert client.render("hello", name="Bob").text == "Hello Bob"
        assert client.get("hello", version="one").render(name="Bob").text == "Hi Bob"


@pytest.mark.one_python("it judges the suite, which runs on all")
def test_broken_platforms_fail() -> None:
    """Each in the tests that are for it, and every test is failed by one: what nothing can fail would prove nothing."""
    root = Path(__file__).parents[2]
    program = Path(__file__).with_name("broken.py")
    command = [sys.executable, "-m", "pytest", "-q", "-rf", "--tb=no", "--rootdir", str(root), str(program)]
    environment = {**os.environ, "PYTHONPATH": str(root), "COLUMNS": "300"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100, cwd=root, env=environment)

    failed = set(re.findall(r"^FAILED .*::Test(\w+)::(test_\w+)", done.stdout, re.MULTILINE))
    missed = {(each.__name__, test) for each in BROKEN for test in each.fails} - failed
    assert not missed, done.stdout[-2000:]
    suite = {name for name in dir(PlatformSuite) if name.startswith("test_")}
    assert suite - {test for each in BROKEN for test in each.fails} == set()
