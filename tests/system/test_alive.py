"""Proves that without locks one that lives is left alone, and one that has ended is known."""

from __future__ import annotations

import subprocess
import sys

import pytest

from promptport.system import alive
from promptport.system.alive import SILENT, YOUNG, lives, mark


def test_this_process_lives() -> None:
    assert lives(mark(), 1e9)
    assert len(mark()) <= alive.LONGEST


def test_one_that_has_ended_does_not() -> None:
    program = "from promptport.system.alive import mark; import sys; sys.stdout.buffer.write(mark())"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60).stdout
    assert not lives(found, 0.0)


def test_another_of_the_same_number_is_another() -> None:
    machine, number, began = mark().decode().split()
    assert not lives(f"{machine} {number} {int(began) - 1}\n".encode(), 0.0)


@pytest.mark.parametrize("found", [b"elsewhere 1 1\n", b"\xff\n", b"one\n", b"here x 1\n"])
def test_one_of_another_machine_lives_as_long_as_it_says_so(found: bytes) -> None:
    found = found.replace(b"here", mark().partition(b" ")[0])  # a line of ours that is spoilt
    assert lives(found, SILENT - 1)
    assert not lives(found, SILENT + 1)


def test_a_mark_that_is_not_written_yet_is_waited_for() -> None:
    assert lives(b"", YOUNG - 1)
    assert not lives(b"", YOUNG + 1)


def test_a_number_that_no_process_can_have() -> None:
    machine, _, began = mark().decode().split()
    assert lives(f"{machine} {10**30} {began}\n".encode(), 0.0) is False
