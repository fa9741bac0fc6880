"""Proves that a folder is replaced whole or not at all: killed, or out of space, at every file operation."""

from __future__ import annotations

import ctypes
import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest
from generator import swap

pytestmark = pytest.mark.one_python("the file system is the same on all")

# Forks a child for each file operation, which dies, or is refused it, there; says what is left, and what a next run makes of it.
TRIALS = """
import errno, json, os, shutil, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from generator import swap
ending, way, root = sys.argv[2], sys.argv[3], Path(sys.argv[4])
if way != "exchange":
    swap._exchange = lambda one, other: False
OPERATIONS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "ctypes.dlsym")

def folder(path, text, names):
    shutil.rmtree(path, ignore_errors=True)
    for name in names:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)

def state():
    files = [each for each in (root / "target").rglob("*") if each.is_file()]
    found = {each.relative_to(root / "target").as_posix(): each.read_text() for each in files}
    return "old" if found == old else "new" if found == new else "mixed"

def renamed(self, other, rename=Path.rename):
    if way == "layers" and self.name == "target":
        raise OSError(errno.EXDEV, "no rename in a layer")
    return rename(self, other)

Path.rename = renamed
old, new = dict.fromkeys(["a.py", "b/c.py", "b/gone.py"], "old"), dict.fromkeys(["a.py", "b/c.py", "d/e.py"], "new")
folder(root / "fresh", "new", new)
for number in range(999):
    folder(root / "target", "old", old)
    pid = os.fork()
    if pid == 0:
        seen = 0
        def hook(event, arguments):
            global seen
            if event in OPERATIONS:
                seen += 1
                if seen == number + 1:
                    if ending == "killed":
                        os._exit(9)
                    raise OSError(errno.ENOSPC, "no space")
        sys.addaudithook(hook)
        try:
            swap.replace(root / "target", root / "fresh")
        except OSError:
            os._exit(1)
        os._exit(2 if seen > number else 0)  # what is refused may be what nobody needs
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    after = state()
    swap.recover(root / "target")
    recovered = state()
    swap.replace(root / "target", root / "fresh")
    print(json.dumps([code, after, recovered, state(), sorted(each.name for each in root.iterdir())]))
    if code == 0:
        break
"""


def trials(ending: str, way: str, root: Path) -> list[list[object]]:
    """What each trial left: its code, the folder, that after `recover` and after another run, and what lies beside it."""
    openapi = Path(__file__).parents[2] / "openapi"
    command = [sys.executable, "-c", TRIALS, str(openapi), ending, way, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("way", ["exchange", "renames", "layers"])
@pytest.mark.parametrize("ending", ["killed", "refused"])
def test_every_file_operation(ending: str, way: str, tmp_path: Path) -> None:
    """Old or new, never a mixture; what is left beside is gone with the next run."""
    found = trials(ending, way, tmp_path)

    assert len(found) > 15
    assert found[-1][0] == 0
    assert {json.dumps(each[3:]) for each in found} == {json.dumps(["new", ["fresh", "target"]])}
    assert {each[2] for each in found} == {"old", "new"}
    if way == "exchange":
        assert {each[1] for each in found} == {"old", "new"}  # there is no moment between


def test_a_name_that_is_free(tmp_path: Path) -> None:
    """The first time there is nothing to replace."""
    (tmp_path / "fresh").mkdir()
    (tmp_path / "fresh" / "a.py").write_text("a")
    swap.replace(tmp_path / "new" / "target", tmp_path / "fresh")

    assert [each.name for each in (tmp_path / "new").iterdir()] == ["target"]
    assert (tmp_path / "new" / "target" / "a.py").read_text() == "a"


@pytest.mark.parametrize(("code", "falls_back"), [(errno.EINVAL, True), (errno.ENOSYS, True), (errno.EACCES, False)])
def test_a_file_system_that_can_not_exchange(
    code: int, falls_back: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are two renames; any other failure is told, and the folder is what it was."""

    class Lacking:
        @staticmethod
        def renameat2(*arguments: object) -> int:
            ctypes.set_errno(code)
            return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: Lacking)
    monkeypatch.setattr(sys, "platform", "linux")
    target, fresh = tmp_path / "target", tmp_path / "fresh"
    for folder, text in ((target, "old"), (fresh, "new")):
        folder.mkdir()
        (folder / "a.py").write_text(text)
    if falls_back:
        swap.replace(target, fresh)
    else:
        with pytest.raises(PermissionError):
            swap.replace(target, fresh)
    assert (target / "a.py").read_text() == ("new" if falls_back else "old")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["fresh", "target"]
