"""Promise D13 with gunicorn: the client is loaded and used before the fork; no event is lost or counted twice."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from urllib.request import ProxyHandler, build_opener

import pytest

from tests.promises.deaths import served
from tests.promises.deaths.backend import ROOT, Backend, serving
from tests.promises.deaths.running import Subject, follow

WORKERS = 4
LISTENING = re.compile(r"Listening at: (http://127\.0\.0\.1:\d+)")
TRACK = Subject("track", "ours_track")
SPANS = [Subject("Promptic's spans", "ours_promptic"), Subject("PromptRails' spans", "ours_rails")]
FULL = os.environ.get("PROMISES") == "full"
opener = build_opener(ProxyHandler({}))


@contextmanager
def gunicorn(subject: Subject, backend: Backend, folder: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The application in gunicorn, with the client loaded before the fork, and where it is."""
    about = {"DEATHS_SUBJECT": subject.module, "DEATHS_ADDRESS": backend.url, "DEATHS_FOLDER": str(folder)}
    settings = ("--preload", "--workers", str(WORKERS), "--bind", "127.0.0.1:0", "--no-control-socket")
    command = [sys.executable, "-m", "gunicorn", *settings, "tests.promises.deaths.served:application()"]
    with subprocess.Popen(command, cwd=ROOT, env=os.environ | about, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = next(filter(None, map(LISTENING.search, process.stderr)))
        yield found[1], process


@pytest.mark.promise("D13")
@pytest.mark.parametrize("subject", [TRACK, *SPANS] if FULL else [TRACK], ids=lambda each: each.module)
def test_d13_gunicorn(subject: Subject, tmp_path: Path) -> None:
    """D13: 200 requests to four workers, one of which is killed on the way; what is accepted is delivered, once."""
    own = token_hex(8)

    def ask(number: int) -> tuple[str, str]:
        mark = f"mark-{own}-{number}x"
        with opener.open(f"{address}/{mark}", timeout=60) as answer:
            return mark, answer.read().decode()

    with serving() as backend:
        with gunicorn(subject, backend, tmp_path) as (address, process), ThreadPoolExecutor(8) as pool:
            before = list(pool.map(ask, range(100)))
            os.kill(int(before[-1][1]), signal.SIGKILL)
            seen = before + list(pool.map(ask, range(100, 200)))
            process.terminate()
            _, said = process.communicate(timeout=60)
        marks = [served.FIRST, *(mark for mark, _ in seen)]
        row = follow(subject, backend, "well", "gunicorn", tmp_path, "\n".join(marks), said, None)
        poisoned = backend.taken()["poisoned"]
    print(f"D13: {row[:-1]}, {len(Counter(pid for _, pid in seen))} processes answered")
    assert process.returncode == 0, said
    assert (row.accepted, row.lost, row.doubled, poisoned) == (201, 0, 0, 0), said
