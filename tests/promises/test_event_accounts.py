"""Proves that what waits to be delivered is nobody else's: keys are not seen, files are the owner's, accounts never meet."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..http.spellings import spellings
from .deaths.backend import ROOT, Backend, serving
from .deaths.dying import NEXT
from .deaths.running import Subject, ran

KEYS = ('first/key+with="quotes"=', "second/key+of=another=")
FULL = os.environ.get("PROMISES") == "full"
TRACK = Subject("track", "ours_track")
SPANS = [Subject("Promptic's spans", "ours_promptic"), Subject("PromptRails' spans", "ours_rails")]
MODES = ["well", "down", "denied", "echo"] if FULL else ["denied", "echo"]
LATER = 8 * 86_400  # seconds, a day more than events are kept for
pytestmark = [
    pytest.mark.one_python("what a process leaves on disk is no matter of its Python"),
    pytest.mark.parametrize("subject", [TRACK, *SPANS] if FULL else [TRACK], ids=lambda each: each.module),
]


@pytest.fixture(scope="module")
def backends() -> Iterator[tuple[Backend, Backend]]:
    """Two of them, at two addresses."""
    with serving() as first, serving() as second:
        yield first, second


def told(subject: Subject, backend: Backend, mode: str, folder: Path) -> str:
    """All that a process of a client says, whose log is open and whose objects are printed."""
    backend.reset(mode)
    folder.mkdir(mode=0o700)
    command = [sys.executable, "-m", "tests.promises.deaths.telling", subject.module, backend.url, str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "DEATHS_KEY": KEYS[0]}, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    return done.stdout + done.stderr


def reasons(folder: Path) -> list[str]:
    """Why entries below a folder were set aside."""
    lines = [json.loads(line) for each in folder.rglob("aside/*.jsonl") for line in each.read_text().splitlines()]
    return [each["reason"] for each in lines if "reason" in each]


@pytest.mark.promise("S2", "S4")
@pytest.mark.parametrize("mode", MODES)
def test_s2_s4_nobody_else_reads_it(
    backends: tuple[Backend, Backend], tmp_path: Path, subject: Subject, mode: str
) -> None:
    """S2 and S4: no key in anything that is said or kept, also where the platform says it; and files are the owner's alone."""
    said = told(subject, backends[0], mode, tmp_path / "kept")
    files = [each for each in (tmp_path / "kept").rglob("*") if each.is_file()]
    seen = said.encode() + b"".join(each.read_bytes() + str(each).encode() for each in files)
    for spelling in spellings(KEYS[0]):
        at = seen.find(spelling.encode())
        assert at < 0, (spelling, seen[max(at - 300, 0) : at + 300])
    modes = {f"{each.stat().st_mode & 0o777:o}" for each in (tmp_path / "kept").rglob("*")}
    assert {f"{each.stat().st_mode & 0o777:o}" for each in files} <= {"600"}
    assert modes <= {"600", "700"}
    assert mode not in ("down", "denied") or [each for each in files if each.suffix == ".spool"]
    assert len(reasons(tmp_path)) == (3 if mode == "echo" else 0), "what the platform said is kept, without the key"
    print(f"S2, S4: {subject.name}, {mode}: {len(seen):,} bytes of output and {len(files)} files looked through")


def by(subject: Subject, key: str, **environment: str) -> Subject:
    """A subject whose account is that of a key."""
    return subject._replace(environment={"DEATHS_KEY": key, **environment})


@pytest.mark.promise("S7")
def test_s7_no_account_delivers_for_another(
    backends: tuple[Backend, Backend], tmp_path: Path, subject: Subject
) -> None:
    """S7: two accounts at two addresses leave events in one folder: each is delivered there alone, and with its own key."""
    for backend in backends:
        backend.reset("down")
    sides = [(backend, key) for backend in (backends if FULL else backends[:1]) for key in KEYS]
    left = [ran(by(subject, key), backend, "SIGKILL", 3, tmp_path) for backend, key in sides]
    for backend in backends:
        backend.reset()
    for number, (backend, key) in enumerate(sides, 1):
        ran(by(subject, key), backend, NEXT, 0, tmp_path)
        found = [mark for each in backends for mark in each.taken()["counted"]]
        assert sorted(found) == sorted(set[str]().union(*left[:number])), "those of others stay where they are"
    for backend in backends:
        asked = {mark: set(keys) for mark, keys in backend.taken()["keys"].items()}
        assert asked == {mark: {key} for at, (each, key) in enumerate(sides) if each is backend for mark in left[at]}


@pytest.mark.promise("S7")
def test_s7_an_account_that_nobody_adopts(backends: tuple[Backend, Backend], tmp_path: Path, subject: Subject) -> None:
    """S7: after a week its events are set aside by a process of another account, with the reason, and delivered to nobody."""
    backend, _ = backends
    backend.reset("down")
    left = ran(by(subject, KEYS[0]), backend, "SIGKILL", 3, tmp_path)
    backend.reset()
    own = ran(by(subject, KEYS[1], DEATHS_LATER=str(LATER)), backend, "closed", 3, tmp_path)
    ran(by(subject, KEYS[0], DEATHS_LATER=str(LATER)), backend, NEXT, 0, tmp_path)
    assert set(backend.taken()["counted"]) == own
    assert reasons(tmp_path) == ["account"] * len(left)
