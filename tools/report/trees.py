"""The project as it is, and as it was at a commit: its contracts, its code, its version."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
from pathlib import Path

from generate import contracts
from generator import contract
from generator.places import Refusal

from tools.report.entry import Json

PARTS = ("openapi", "generated", "wrapper", "docs", "README.md", "CHANGELOG.md")
VERSION = Path("wrapper", "promptport", "_version.py")


class Problem(Exception):
    """There is nothing to report on; says why, and what to do."""


def git(root: Path, *arguments: str) -> bytes:
    """What git answers.

    Raises:
        Problem: It refuses, or there is none.
    """
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise Problem("The report needs git, which is not on the PATH.") from None
    if done.returncode:
        raise Problem(done.stderr.decode(errors="replace").strip())
    return done.stdout


def release(root: Path) -> str:
    """The last release, by its tag (`v1.2.3`); while there is none, HEAD.

    Raises:
        Problem: The clone is shallow, so that the tag may be missing.
    """
    try:
        return git(root, "describe", "--tags", "--abbrev=0", "--match", "v[0-9]*").decode().strip()
    except Problem:
        if shallow := _shallow(root):
            raise Problem(f"No release is known{shallow}") from None
        return "HEAD"


def _shallow(root: Path) -> str:
    """What to do about a clone that lacks the past; empty where it has it."""
    found = git(root, "rev-parse", "--is-shallow-repository").decode().strip() == "true"
    return ", and this clone is shallow: `git fetch --unshallow --tags` brings what it lacks." if found else ""


def commit(root: Path, reference: str) -> str:
    """The short name of the commit that a branch, a tag or another name stands for.

    Raises:
        Problem: There is none.
    """
    try:
        full = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    except Problem as problem:
        remedy = "" if str(problem) else _shallow(root) or ": give a tag, a branch or a commit."
        raise Problem(str(problem) or f"There is no commit {reference}{remedy}") from None
    return full.decode().strip()[:10]


def take(root: Path, reference: str, folder: Path) -> None:
    """Write what the report needs of a commit into a folder."""
    there = git(root, "ls-tree", "--name-only", reference).decode().splitlines()
    packed = git(root, "archive", reference, "--", *(each for each in PARTS if each in there))
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def documents(tree: Path) -> dict[str, Json]:
    """The contracts of a tree by their platforms, resolved.

    An old one that today's generator refuses is taken as it was generated.

    Raises:
        Refusal: One is refused, and was never generated.
    """
    found = {}
    for path in contracts(tree / "openapi"):
        generated = tree / "generated" / "promptport_api" / path.stem / "contract.json"
        try:
            found[path.stem] = contract.load(path)
        except (Refusal, AttributeError, KeyError, TypeError):  # nothing has checked its words
            if not generated.exists():
                raise
            found[path.stem] = contract.unpacked(generated.read_text(encoding="utf-8"))
    return found


def version(tree: Path) -> str:
    """The version of a tree; 0.0.0 where it has none yet."""
    file = tree / VERSION
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    found = re.search(r'^__version__ = "([^"\n]{1,99})"', text, re.MULTILINE)
    return found[1] if found else "0.0.0"


def major(old: str, new: str) -> bool:
    """Whether a new version may break what ran with the old one: by Semantic Versioning, below 1.0.0 a new minor version may."""
    was, now = ([*map(int, re.findall(r"\d{1,9}", each)), 0, 0][:2] for each in (old, new))
    return now[0] > was[0] or (now[0] == was[0] == 0 and now[1] > was[1])
