"""Proves that a fifth platform is added as `docs/adding-a-platform.md` says, and that this touches nothing else.

The page is the program: its blocks are written into a copy of the repository, and its commands are run there.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from difflib import unified_diff
from pathlib import Path

import pytest

from tools.mutants import copy_tree

from ..docs.pages import Page, blocks, record

pytestmark = [pytest.mark.one_python("whether files fit together depends on no Python"), pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
PAGE = Page("docs/adding-a-platform.md")
PYTHON = (sys.executable, "-W", "error")
OWN = ("wrapper/promptport/quill", "wrapper/promptport_local/quill", "tests/quill")
DERIVED = (
    "generated/promptport_api/quill/",
    "wrapper/promptport/quill/_sync/",
    "wrapper/promptport/quill/__init__.pyi",
)

# What a command of the page is in an environment that is there already.
COMMANDS: Mapping[str, Sequence[Sequence[str]]] = {
    "nox -s generate": [(*PYTHON, "openapi/generate.py")],
    "python tools/unasync.py": [(*PYTHON, "tools/unasync.py")],
    "python tools/stubs.py": [(*PYTHON, "tools/stubs.py")],
    "pip install -e .": [
        (*PYTHON, "-c", "from pathlib import Path; from tools.mutants import install; install(Path.cwd())")
    ],
    "nox -s lint typing": [
        ("ruff", "check", "--no-cache", *OWN),
        ("ruff", "format", "--check", "--no-cache", *OWN),
        ("lint-imports", "--no-cache"),
        (sys.executable, "tools/unasync.py", "--check"),
        (sys.executable, "tools/stubs.py", "--check"),
        ("mypy", "--cache-dir", os.devnull, *OWN, "generated/promptport_api/quill"),
    ],
    "nox -s tests -- tests/quill": [(sys.executable, "-m", "pytest", "-q", "-n0", "tests/quill")],
}


def files(tree: Path) -> dict[str, bytes]:
    """The files of a tree, but for what Python keeps for itself."""
    found = (path for path in tree.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    names = {path.relative_to(tree).as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in names.items() if ".dist-info/" not in name}


def edit(file: Path, change: str) -> None:
    """Make a change that is written as the lines around it, with `-` before what goes and `+` before what comes."""
    lines = change.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] != sign) for sign in "+-")
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name} has not exactly one\n{old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def run(tree: Path, command: Sequence[str]) -> str:
    """Run a program in the copy, with what the copy holds in the place of what is installed; answers what it said."""
    program = [str(Path(sys.executable).parent / command[0]), *command[1:]]
    paths = os.pathsep.join(str(tree / each) for each in ("wrapper", "generated", "."))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"}
    done = subprocess.run(program, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, f"{' '.join(program)}\n{done.stdout}{done.stderr}"
    return done.stdout


def follow(tree: Path) -> tuple[set[str], dict[str, str]]:
    """Follow the page in a tree, from its first block to its last.

    Returns:
        The files that the page has written, and what its commands said.
    """
    written: set[str] = set()
    said: dict[str, str] = {}
    for kind, name, text in blocks(PAGE.text):
        if kind == "diff":
            edit(tree / name, text)
        elif name:
            assert not (tree / name).exists(), f"{name} is there already"
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text, encoding="utf-8")
            written.add(name)
        else:
            said |= {line: "".join(run(tree, command) for command in COMMANDS[line]) for line in text.splitlines()}
        record(text)
    return written, said


@PAGE.runs()
def test_a_fifth_platform(tmp_path: Path) -> None:
    """It is generated, keeps the layers, passes the suite of platforms, and both clients fetch and render its prompts.

    What is new was written by the page, or derived. Of what was there, the settings of the project alone have changed: by an
    entry point and a line of a list.
    """
    tree = tmp_path / "tree"
    copy_tree(tree)
    before = files(tree)

    written, said = follow(tree)

    assert said.keys() == COMMANDS.keys()
    passed = re.search(r"(\d+) passed in", said["nox -s tests -- tests/quill"])  # and nothing was passed over
    assert passed
    assert int(passed[1]) > 100
    after = files(tree)
    assert {name for name in after.keys() - before.keys() if not name.startswith(DERIVED)} == written
    assert {name for name, content in before.items() if after.get(name) != content} == {"pyproject.toml"}
    old, new = (each["pyproject.toml"].decode().splitlines() for each in (before, after))
    lines = unified_diff(old, new, n=0)
    changes = [line for line in lines if re.match(r"[+-](?![+-])", line)]
    assert sorted(line[0] for line in changes) == ["+", "+", "-"]
    assert all("quill" in line for line in changes if line[0] == "+")


def test_contributing_leads_there() -> None:
    assert PAGE.path in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
