"""Break the product on purpose, one slip at a time, and see that its tests notice: `tests/mutants.toml` lists the slips.

    python tools/mutants.py                 # all of them
    python tools/mutants.py retry cache     # those with one of these words in their names
    python tools/mutants.py --at 22f45d8    # the same slips in another revision, with that revision's tests

Each slip is made in a temporary copy; the checkout itself stays as it is. The exit code is 1 where a slip was not noticed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "tests" / "mutants.toml"
FAILED = 1  # what pytest answers where a test failed; 2 and more mean that it could not run them
LONGEST = 300.0  # seconds for the tests of one slip; a slip that lets them hang has been noticed


class Mutant(NamedTuple):
    """A slip.

    Attributes:
        name: What it does, in words.
        file: The file, from the root of the repository.
        text: The text that stands there, once.
        slip: The text that takes its place.
        tests: Files or node ids of the tests that notice it.
    """

    name: str
    file: str
    text: str
    slip: str
    tests: tuple[str, ...]

    def breaks(self, tree: Path) -> str | None:
        """Why the slip can't be made in a tree; None where it can."""
        path = tree / self.file
        found = path.read_text(encoding="utf-8").count(self.text) if path.is_file() else 0
        if found != 1:
            return f"its text stands {found} times in {self.file}, not once" if path.is_file() else f"no {self.file}"
        missing = [each for each in self.tests if not (tree / each.partition("::")[0]).exists()]
        return f"there is no {', '.join(missing)}" if missing else None


def read_mutants(at: str | None = None, file: Path = LIST) -> list[Mutant]:
    """The slips of the list.

    Args:
        at: A revision; what a slip says about that revision (`[mutant.at.REVISION]`) goes before what it says otherwise.
        file: The list.
    """
    with file.open("rb") as opened:
        entries = tomllib.load(opened)["mutant"]
    return [_mutant(each | each.get("at", {}).get(at, {})) for each in entries]


def _mutant(entry: dict[str, Any]) -> Mutant:
    return Mutant(entry["name"], entry["file"], entry["text"], entry["slip"], tuple(entry["tests"]))


def copy_tree(target: Path, at: str | None = None) -> None:
    """Put a copy of the checkout there, as it is now or was at a revision, with the metadata that entry points need."""
    if at is None:
        listed = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").decode()
        for name in filter(None, listed.split("\0")):
            if (ROOT / name).is_file():
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, target / name)
    else:
        packed = target.with_suffix(".tar")
        packed.write_bytes(_git("archive", "--format=tar", at))
        with tarfile.open(packed) as archive:
            archive.extractall(target, filter="data")
        packed.unlink()
    install(target)


def install(tree: Path) -> None:
    """Write the metadata by which entry points are found, as an editable install of the tree does."""
    project = tomllib.loads((tree / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    about = tree / "wrapper" / "promptport-0.dist-info"  # found before the installed one, whose entry points may differ
    about.mkdir(exist_ok=True)
    (about / "METADATA").write_text("Metadata-Version: 2.3\nName: promptport\nVersion: 0\n", encoding="utf-8")
    groups = [("console_scripts", project.get("scripts", {})), *project.get("entry-points", {}).items()]
    lines = [line for name, points in groups for line in (f"[{name}]", *(f"{k} = {v}" for k, v in points.items()))]
    (about / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _git(*command: str) -> bytes:
    return subprocess.run(["git", *command], cwd=ROOT, check=True, capture_output=True).stdout


def run_tests(tree: Path, tests: Iterable[str], seconds: float = LONGEST) -> tuple[int, str]:
    """Run tests in a tree until one fails, or the seconds are over. Answers pytest's exit code and its output."""
    paths = os.pathsep.join(str(tree / each) for each in ("wrapper", "generated"))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", *tests]
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return FAILED, f"the tests did not end within {seconds:g} s"
    return done.returncode, done.stdout + done.stderr


def judge(mutant: Mutant, tree: Path) -> str | None:
    """Make a slip in a tree, run its tests, and take it back. Answers why it does not count as noticed, or None."""
    if problem := mutant.breaks(tree):
        return problem
    path = tree / mutant.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(mutant.text, mutant.slip), encoding="utf-8")
    try:
        code, said = run_tests(tree, mutant.tests)
    finally:
        path.write_text(whole, encoding="utf-8")
    if code == FAILED:
        return None
    return "survived" if code == 0 else f"its tests could not run (exit code {code}):\n{said[-2000:]}"


@contextmanager
def trees(count: int, at: str | None) -> Iterator[SimpleQueue[Path]]:
    """So many copies, to be taken and put back."""
    with TemporaryDirectory(prefix="mutants-") as folder:
        free: SimpleQueue[Path] = SimpleQueue()
        for number in range(count):
            tree = Path(folder) / f"tree{number}"
            tree.mkdir()
            copy_tree(tree, at)
            free.put(tree)
        yield free


def run(mutants: list[Mutant], jobs: int, at: str | None, say: Callable[[str], None]) -> int:
    """Judge all slips but those without tests. Answers how many were not noticed, or could not be made.

    Args:
        mutants: The slips.
        jobs: How many are judged side by side.
        at: The revision; None for the checkout as it is.
        say: Takes each line of the report.
    """
    for each in mutants:
        if not each.tests:
            say(f"no test   {each.name}")
    mutants = [each for each in mutants if each.tests]
    with trees(jobs, at) as free:
        tree = free.get()
        code, said = run_tests(tree, sorted({test for each in mutants for test in each.tests}), 10 * LONGEST)
        free.put(tree)
        if code:
            say(f"the tests fail without any slip:\n{said[-4000:]}")
            return len(mutants)

        def work(mutant: Mutant) -> bool:
            tree = free.get()
            try:
                problem = judge(mutant, tree)
            finally:
                free.put(tree)
            say(f"{'killed  ' if problem is None else 'SURVIVED'}  {mutant.name}" + (f": {problem}" if problem else ""))
            return problem is None

        with ThreadPoolExecutor(jobs) as pool:
            killed = sum(pool.map(work, mutants))
    say(f"{killed} of {len(mutants)} mutants killed" + (f" at {at}" if at else ""))
    return len(mutants) - killed


def main() -> int:
    """Run the command. Answers its exit code."""
    parser = argparse.ArgumentParser(description="Break the product on purpose, and see that its tests notice.")
    parser.add_argument("words", nargs="*", help="only mutants with one of these words in their names")
    parser.add_argument("--at", metavar="REVISION", help="in this revision, not in the checkout as it is")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many are judged side by side")
    given = parser.parse_args()
    mutants = [
        each for each in read_mutants(given.at) if not given.words or any(word in each.name for word in given.words)
    ]
    return 1 if not mutants or run(mutants, given.jobs, given.at, lambda line: print(line, flush=True)) else 0


if __name__ == "__main__":
    sys.exit(main())
