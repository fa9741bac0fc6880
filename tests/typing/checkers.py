"""What type checkers find in programs: mypy and pyright, both strict."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]

# What has gone in a later release of a vendor's is marked, and can be used as before.
MARKED = frozenset({"deprecated", "reportDeprecated"})
Found = dict[str, dict[int, set[str]]]  # the kinds of errors, by file and line


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, timeout=110)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def by_mypy(files: Sequence[Path], folder: Path) -> Found:
    """What mypy finds. It reads the packages that are not declared as typed, too."""
    said = _run(
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-pretty",
        "--show-absolute-path",
        "--enable-error-code=deprecated",
        "--follow-untyped-imports",
        *map(str, files),
    )
    found: Found = {each.name: {} for each in files}
    for name, line, kind in re.findall(r"^(.+?):(\d+): error: .*\[([\w-]+)\]$", said, re.MULTILINE):
        found[Path(name).name].setdefault(int(line), set()).add(kind)
    assert any(found.values()) is ("Success" not in said), said
    return found


def by_pyright(files: Sequence[Path], folder: Path) -> Found:
    """What pyright finds, as the editors of most people do; basedpyright is pyright with a runtime of its own."""
    config = folder / "pyrightconfig.json"
    config.write_text(json.dumps({"typeCheckingMode": "strict", "include": [str(each) for each in files]}))
    program = str(Path(sys.executable).with_name("basedpyright"))
    said = json.loads(_run(program, "--project", str(config), "--pythonpath", sys.executable, "--outputjson"))
    found: Found = {each.name: {} for each in files}
    for each in said["generalDiagnostics"]:
        found[Path(each["file"]).name].setdefault(each["range"]["start"]["line"] + 1, set()).add(each.get("rule", ""))
    assert said["summary"]["filesAnalyzed"] == len(files)
    return found


CHECKERS: dict[str, Callable[[Sequence[Path], Path], Found]] = {"mypy": by_mypy, "pyright": by_pyright}
