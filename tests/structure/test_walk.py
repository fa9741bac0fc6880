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
from typing import NamedTuple

import pytest

from tools.mutants import copy_tree

pytestmark = [pytest.mark.one_python("whether files fit together depends on no Python"), pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-a-platform.md"
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PYTHON = (sys.executable, "-W", "error")
OWN = ("wrapper/promptport/quill", "wrapper/promptport_local/quill", "tests/quill")
DERIVED = ("generated/promptport_api/quill/", "wrapper/promptport/quill/_sync/")

# What a command of the page is in an environment that is there already.
COMMANDS: Mapping[str, Sequence[Sequence[str]]] = {
    "nox -s generate": [(*PYTHON, "openapi/generate.py")],
    "python tools/unasync.py": [(*PYTHON, "tools/unasync.py")],
    "pip install -e .": [
        (*PYTHON, "-c", "from pathlib import Path; from tools.mutants import install; install(Path.cwd())")
    ],
    "nox -s lint typing": [
        ("ruff", "check", "--no-cache", *OWN),
        ("ruff", "format", "--check", "--no-cache", *OWN),
        ("lint-imports", "--no-cache"),
        (sys.executable, "tools/unasync.py", "--check"),
        ("mypy", "--no-incremental", *OWN, "generated/promptport_api/quill"),
    ],
    "nox -s tests -- tests/quill": [(sys.executable, "-m", "pytest", "-q", "-n0", "tests/quill")],
}


class Walked(NamedTuple):
    """A copy of the repository in which the page was followed.

    Attributes:
        before: Its files as they were.
        after: Its files as they are.
        said: What the commands said, by command.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    said: Mapping[str, Sequence[subprocess.CompletedProcess[str]]]


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


def run(tree: Path, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a program in the copy, with what the copy holds in the place of what is installed."""
    program = [str(Path(sys.executable).with_name(command[0])), *command[1:]]
    paths = os.pathsep.join(str(tree / each) for each in ("wrapper", "generated", "."))
    environment = os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"}
    return subprocess.run(program, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=300)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """The page, followed from its first block to its last."""
    tree = tmp_path_factory.mktemp("walk") / "tree"
    copy_tree(tree)
    before = files(tree)
    said: dict[str, list[subprocess.CompletedProcess[str]]] = {}
    for kind, name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "diff":
            edit(tree / name, text)
        elif name:
            assert not (tree / name).exists(), f"{name} is there already"
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_text(text, encoding="utf-8")
        else:
            said |= {line: [run(tree, command) for command in COMMANDS[line]] for line in text.splitlines()}
    return Walked(before, files(tree), said)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_succeeds(walked: Walked, command: str) -> None:
    """Also where Quill's tests fetch and render by both clients, and run the suite of platforms."""
    for done in walked.said[command]:
        assert done.returncode == 0, f"{' '.join(done.args)}\n{done.stdout}{done.stderr}"


def test_nothing_else_is_touched(walked: Walked) -> None:
    """What is new was written by the page or derived; of what was there, the settings of the project alone have changed."""
    named = {name for kind, name, _ in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if name and kind != "diff"}
    assert {name for name in walked.after.keys() - walked.before.keys() if not name.startswith(DERIVED)} == named
    assert not walked.before.keys() - walked.after.keys()
    changed = {name for name, content in walked.before.items() if walked.after[name] != content}
    assert changed == {"pyproject.toml"}


def test_an_entry_point_and_a_line_of_a_list(walked: Walked) -> None:
    """That is all that the settings gain."""
    before, after = (each["pyproject.toml"].decode().splitlines() for each in (walked.before, walked.after))
    changes = [line for line in unified_diff(before, after, n=0) if line[0] in "+-" and line[:3] not in ("+++", "---")]
    assert sorted(line[0] for line in changes) == ["+", "+", "-"]
    assert all("quill" in line for line in changes if line[0] == "+")


def test_the_suite_was_run(walked: Walked) -> None:
    """Not one of its tests was passed over."""
    (done,) = walked.said["nox -s tests -- tests/quill"]
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed, done.stdout
    assert int(passed[1]) > 100
    assert "skipped" not in done.stdout


def test_contributing_leads_there() -> None:
    assert f"docs/{PAGE.name}" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
