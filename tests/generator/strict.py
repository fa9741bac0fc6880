"""mypy, strictly, over what tests generate. What all of that imports is checked once, and kept: it takes longer than the rest."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

KEPT = Path(__file__).parents[2] / ".mypy_cache" / "tests"
SHARED = "import attrs, builtins, datetime, io, pathlib, promptport.model, typing, typing_extensions"


def mypy(root: Path, *targets: str, environment: Mapping[str, str] | None = None) -> str:
    """What mypy says of packages, modules or files; empty where it has nothing to say of any.

    Args:
        root: The folder in which they are.
        targets: As its arguments have them.
        environment: Its environment; ours by default.
    """
    with TemporaryDirectory() as folder:
        cache = Path(folder) / "cache"  # of its own, since mypy's has room for one process
        KEPT.mkdir(parents=True, exist_ok=True)
        with FileLock(KEPT.with_suffix(".lock")):
            done = _run(KEPT.parent, ("--cache-dir", str(KEPT), "-c", SHARED), None)
            assert done.returncode == 0, done.stdout + done.stderr
            shutil.copytree(KEPT, cache)
        done = _run(root, ("--cache-dir", str(cache), *targets), environment)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return "" if done.stdout.startswith("Success") else done.stdout + done.stderr  # notes come before that


def _run(
    root: Path, arguments: Sequence[str], environment: Mapping[str, str] | None
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", *arguments]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def lines(said: str) -> set[str]:
    """File and line of each error in what mypy says."""
    return {":".join(line.split(":")[:2]) for line in said.splitlines() if ": error:" in line}
