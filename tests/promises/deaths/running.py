"""Lets a subject die, lets another process of it follow, and says what has become of every event that was accepted."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from .backend import ROOT, Backend
from .dying import BEGINS, DIES, NEXT

TIMEOUT = 300.0  # seconds for a process, beginning and end


class Subject(NamedTuple):
    """A client that is to die.

    Attributes:
        name: What the table calls it.
        module: Its program, a module of this package.
        python: The Python that runs it: that of an environment in which the client is installed.
        environment: What it finds in its environment beside what there is.
        options: Options of that Python, such as `-S`: nothing is there but what the environment's `PYTHONPATH` names.
    """

    name: str
    module: str
    python: str = sys.executable
    environment: Mapping[str, str] = {}
    options: tuple[str, ...] = ()


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
        seconds: How long the process took to end, from the moment of its death on; None where it did not end, or was killed
            from without.
        said: What the processes complained of.
        handing: Seconds that the program was held up by handing all of them over.
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
    handing: float = 0.0


def died(
    subject: Subject,
    backend: Backend,
    mode: str,
    death: str,
    count: int,
    folder: Path,
    most: float = TIMEOUT,
    lasts: float = 0.0,
) -> Row:
    """Let a subject die in one way while the backend is in one mode; it is well again for the next process.

    Args:
        subject: Who.
        backend: To what it delivers; it is reset.
        mode: How the backend is: `well`, `down`, `hung`, `reset` or `dropped`.
        death: How the process dies, one of `DEATHS`.
        count: How many events it accepts.
        folder: An empty folder, for what outlives the process.
        most: Seconds after which a process that does not end is killed.
        lasts: After how many seconds the backend is well again while it goes on; 0 for never.
    """
    backend.reset(mode, lasts=lasts)
    with _begun(subject, backend, folder, count, death) as process:
        try:
            said, complained = process.communicate(timeout=most)
            ended: float | None = monotonic()
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # the children that it waits for, too
            said, complained = process.communicate()
            ended = None
    begins, dies = (
        [float(line.split()[-1]) for line in complained.splitlines() if line.startswith(word)]
        for word in (BEGINS, DIES)
    )
    assert dies, complained
    seconds = None if ended is None else ended - dies[0]
    row = follow(subject, backend, mode, death, folder, said, complained, seconds)
    return row._replace(handing=dies[0] - begins[0])


def killed(subject: Subject, backend: Backend, times: int, number: int, folder: Path, seconds: float = 0.0) -> Row:
    """Kill processes that accept events as fast as they can, at moments of chance, each with what the others have left.

    Args:
        subject: Who.
        backend: To what it delivers; it is reset, and well.
        times: How many are killed.
        number: How many events each of four threads accepts at the most.
        folder: An empty folder, for what outlives the processes.
        seconds: How long a platform that looks first and then writes is at it.
    """
    backend.reset("well", seconds)
    all_said, all_complained, chance = list[str](), list[str](), random.Random(8)
    for _ in range(times):
        with _begun(subject, backend, folder, number, "threads") as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            sleep(chance.uniform(0, 0.3))
            process.kill()
            said = (
                process.stdout.read()
            )  # not by `communicate`, which knows nothing of what was read with the first line
            _, complained = process.communicate(timeout=TIMEOUT)
        all_said.append(first + said)
        all_complained.append(complained)
    return follow(subject, backend, "well", f"{times} kills", folder, "".join(all_said), "".join(all_complained), None)


def outlasted(subject: Subject, backend: Backend, seconds: float, factor: float, folder: Path) -> Row:
    """Let a backend be down for some time of a process that goes on, whose clock is fast.

    Args:
        subject: Who.
        backend: To what it delivers; it is reset.
        seconds: How long it is down, by the clock of the process, which accepts one event a second.
        factor: How fast that clock is.
        folder: An empty folder, for what outlives the process.
    """
    backend.reset("down")
    hastened = subject._replace(environment={**subject.environment, "DEATHS_SPEED": str(factor)})
    with _begun(hastened, backend, folder, int(seconds), "an outage") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        sleep(seconds / factor)
        backend.mode("well")
        said = process.stdout.read()
        _, complained = process.communicate(timeout=TIMEOUT)
    return follow(subject, backend, "down", "an outage", folder, first + said, complained, None)


def ran(subject: Subject, backend: Backend, death: str, count: int, folder: Path) -> set[str]:
    """Run a subject to its death, and no other after it; answers what it has accepted."""
    with _begun(subject, backend, folder, count, death) as process:
        said, complained = process.communicate(timeout=TIMEOUT)
    assert death != NEXT or process.returncode == 0, complained
    return set(said.split())


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
    program = (*subject.options, "-m", f"{__package__}.{subject.module}")
    return subprocess.Popen(
        [subject.python, *program, backend.url, str(folder), str(count), death],
        cwd=ROOT, env={**os.environ, **subject.environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
