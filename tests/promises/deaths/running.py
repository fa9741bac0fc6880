"""Lets a subject die, lets another process of it follow, and says what has become of every event that was accepted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from .backend import ROOT, Backend
from .dying import DIES, NEXT

TIMEOUT = 90.0  # seconds for a process, beginning and end


class Subject(NamedTuple):
    """A client that is to die.

    Attributes:
        name: What the table calls it.
        module: Its program, a module of this package.
        python: The Python that runs it: that of an environment in which the client is installed.
        environment: What it finds in its environment beside what there is.
    """

    name: str
    module: str
    python: str = sys.executable
    environment: Mapping[str, str] = {}


class Row(NamedTuple):
    """What has become of the events of one process.

    Attributes:
        subject: Whose they were.
        backend: How the backend was.
        death: How the process died.
        accepted: How many the client has taken.
        by_itself: How many of them its process has delivered.
        by_the_next: How many the next process of it has delivered.
        lost: How many neither has.
        doubled: How many are counted more than once.
        seconds: How long the process took to end, from the moment of its death on; None where it was killed from without.
        said: What the processes complained of.
    """

    subject: str
    backend: str
    death: str
    accepted: int
    by_itself: int
    by_the_next: int
    lost: int
    doubled: int
    seconds: float | None
    said: str


def died(subject: Subject, backend: Backend, mode: str, death: str, count: int, folder: Path) -> Row:
    """Let a subject die in one way while the backend is in one mode; it is well again for the next process.

    Args:
        subject: Who.
        backend: To what it delivers; it is reset.
        mode: How the backend is: `well`, `down` or `hung`, or `dropped`.
        death: How the process dies, one of `DEATHS`.
        count: How many events it accepts.
        folder: An empty folder, for what outlives the process.
    """
    backend.reset(mode)
    with _begun(subject, backend, folder, count, death) as process:
        said, complained = process.communicate(timeout=TIMEOUT)
    ended = monotonic()
    dies = [float(line.split()[-1]) for line in complained.splitlines() if line.startswith(DIES)]
    return follow(subject, backend, mode, death, folder, said, complained, ended - dies[0])


def killed(subject: Subject, backend: Backend, mode: str, after: float, folder: Path) -> Row:
    """Kill a subject that accepts events as fast as it can, some seconds after the first; as `died`."""
    backend.reset(mode)
    with _begun(subject, backend, folder, -1, "killed") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        sleep(after)
        os.kill(process.pid, signal.SIGKILL)
        said, complained = process.communicate(timeout=TIMEOUT)
    return follow(subject, backend, mode, "killed", folder, first + said, complained, None)


def follow(
    subject: Subject,
    backend: Backend,
    mode: str,
    death: str,
    folder: Path,
    said: str,
    complained: str,
    seconds: float | None,
) -> Row:
    """Let another process of a subject deliver what one has left, and draw up the row."""
    accepted = set(said.split())
    before = backend.taken()["counted"]
    backend.mode("well")
    with _begun(subject, backend, folder, 0, NEXT) as process:
        _, next_complained = process.communicate(timeout=TIMEOUT)
    assert process.returncode == 0, next_complained
    counted = backend.taken()["counted"]
    return Row(
        subject.name, mode, death, len(accepted),
        by_itself=len(accepted & set(before)),
        by_the_next=len((accepted & set(counted)) - set(before)),
        lost=len(accepted - set(counted)),
        doubled=sum(each > 1 for each in counted.values()),
        seconds=seconds,
        said=complained + next_complained,
    )  # fmt: skip


def _begun(subject: Subject, backend: Backend, folder: Path, count: int, death: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [subject.python, "-m", f"{__package__}.{subject.module}", backend.url, str(folder), str(count), death],
        cwd=ROOT, env={**os.environ, **subject.environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
