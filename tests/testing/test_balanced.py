"""Proves that a test fails after which an event is unaccounted for, with a message that says so, and no other test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.one_python("what pytest does is the same on all")

TESTS = """
import sys

import pytest
from promptport.outbox.result import Outcome, Result


async def deliver(batch):
    return Result(Outcome.DELIVERED)


def opened():
    from promptport.outbox.outbox import Outbox

    return Outbox(deliver, None, {"platform": "xr2", "kind": "events", "origin": "https://xr2.uk"})


@pytest.fixture(scope="module")
def lasting():
    outbox = opened()
    yield outbox
    outbox.close()


def test_none():
    assert "promptport.outbox.outbox" not in sys.modules


def test_well(lasting):
    lasting.put("event", 1)
    outbox = opened()
    outbox.put("event", 1)
    assert outbox.close().delivered == 1


def test_lost():
    outbox = opened()
    outbox.put("event", 1)
    outbox.flush(10)
    outbox._batches.delivered -= 1
    outbox.close(0)


def test_well_again(lasting):
    lasting.put("event", 2)


def test_lost_while_it_lives(lasting):
    lasting.flush(10)
    lasting._batches.delivered += 1


def test_both():
    outbox = opened()
    outbox.put("event", 1)
    outbox.flush(10)
    outbox._batches.delivered -= 1
    outbox.close(0)
    raise ValueError("its own failure")


def test_last(lasting):
    lasting._batches.delivered -= 1
"""
MESSAGE = "The books of an outbox don't balance after this test: an event was lost, or counted twice."


@pytest.mark.promise("D11")
def test_books(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / "test_it.py").write_text(TESTS)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-rA",
        "-p",
        "no:cacheprovider",
        "-p",
        "promptport.testing.fixture",
    ]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, cwd=tmp_path, env=alone, check=False)
    lines = done.stdout.splitlines()
    found = {
        word: {each.split("::")[1].split(" ")[0] for each in lines if each.startswith(word)}
        for word in ("ERROR ", "FAILED ")
    }
    assert found == {"FAILED ": {"test_both"}, "ERROR ": {"test_lost", "test_lost_while_it_lives", "test_both"}}
    assert done.stdout.count(f"AssertionError: {MESSAGE}") >= 3
    assert (
        "xr2 events https://xr2.uk: 1 accepted + 0 adopted - 0 delivered - 0 set aside leaves 1 waiting, but 0 lie there."
        in done.stdout
    )
