"""Proves how a client tells which local platform is at an address, from the file that it leaves."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from promptport.system import instances
from promptport.system.instances import NONE, Instance, instance_at, is_gone, port_of

NAME = "22b8" + "0123456789abcdef"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the files, for this test alone."""
    monkeypatch.setattr(instances, "folder", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("origin", "port"),
    [
        ("http://127.0.0.1:8888/xr2", 8888),
        ("http://127.9.9.9:1/", 1),
        ("http://[::1]:65535", 65535),
        ("http://localhost:80/a", 80),
        ("http://LOCALHOST.:81", 81),
        ("http://xr2.localhost:81", 81),
        ("http://0.0.0.0:8888", 8888),
        ("http://[::]:8888", 8888),
        ("http://[::ffff:127.0.0.1]:8888", 8888),
        ("http://[::ffff:10.0.0.1]:8888", None),
        ("http://localhost", 80),
        ("https://localhost", 443),
        ("https://xr2.uk", None),
        ("http://10.0.0.1:8888", None),
        ("http://localhost.example.com:8888", None),
        ("http://127.0.0.1:99999", None),
        ("http://[::1", None),
        ("./prompts", None),
        ("", None),
    ],
)
def test_addresses_of_this_machine(origin: str, port: int | None) -> None:
    assert port_of(origin) == port


def test_running_ended_and_gone(folder: Path) -> None:
    """It runs while its file is locked, is the last one for an hour after its end, and then is none."""
    path = folder / "8888"
    assert instance_at(8888) == NONE
    path.write_text(NAME[4:])
    with path.open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        os.utime(path, (1, 1))
        assert instance_at(8888) == Instance(NAME, True)
        assert not is_gone(NAME)
        assert is_gone(NAME[:-1] + "0")
    assert instance_at(8888) == NONE
    now = time.time()
    os.utime(path, (now, now - 3500))
    assert instance_at(8888) == Instance(NAME, False)
    assert not is_gone(NAME)
    os.utime(path, (now, now + 7200))  # some clock was ahead
    assert instance_at(8888) == NONE
    assert is_gone(NAME)
    assert not is_gone("of another release")


@pytest.mark.parametrize("text", ["", "0123456789abcde", "0123456789ABCDEF", "../../../../etc/p", "0" * 100])
def test_a_file_that_says_nothing(folder: Path, text: str) -> None:
    (folder / "8888").write_text(text)
    assert instance_at(8888) == NONE


def test_what_is_no_file(folder: Path) -> None:
    """A pipe, a folder, a link: nobody waits, and nothing is believed."""
    os.mkfifo(folder / "1")
    (folder / "2").mkdir()
    (folder / "other").write_text(NAME[4:])
    (folder / "3").symlink_to(folder / "other")
    assert [instance_at(port) for port in (1, 2, 3)] == [NONE] * 3


def descriptors() -> int:
    """How many are open."""
    return len(list(Path("/dev/fd").iterdir()))


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), MemoryError()])
@pytest.mark.parametrize("operation", ["fstat", "read"])
def test_one_that_cannot_be_read(
    folder: Path, operation: str, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever operation fails, there is none; nothing of it reaches a call, and nothing stays open."""
    (folder / "8888").write_text(NAME[4:])
    before = descriptors()
    with monkeypatch.context() as patch:
        patch.setattr(os, operation, failing(error))
        found = instance_at(8888)
    assert (found, descriptors()) == (NONE, before)


def test_one_that_cannot_be_closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read counts: the file is closed all the same."""
    (folder / "8888").write_text(NAME[4:])
    close = os.close

    def closing(descriptor: int) -> None:
        close(descriptor)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "close", closing)
    assert instance_at(8888) == Instance(NAME, False)


def failing(error: Exception) -> Callable[..., Any]:
    """An operation that fails."""

    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_somebody_elses_file(folder: Path) -> None:
    (folder / "8888").write_text(NAME[4:])
    os.chown(folder / "8888", 1, 1)
    assert instance_at(8888) == NONE


def test_both_sides_mean_the_same() -> None:
    """They share no code: the local platform writes what is read here, whatever either's TMPDIR is."""
    code = "import sys; from promptport_local.identity import Identity, folder; print(folder()); Identity(1); sys.stdin.read()"
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "TMPDIR": "/nowhere"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline().strip() == str(instances.folder())
        while not (found := instance_at(1)).running:
            assert process.poll() is None
        process.kill()
        process.wait()
    assert instance_at(1) == Instance(found.name, False)
    (instances.folder() / "1").unlink()
