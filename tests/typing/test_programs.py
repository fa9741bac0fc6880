"""Proves what type checkers find in users' programs: nothing where they are right, every misuse where they are wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from promptport import Client
from promptport.typed import written

from .checkers import CHECKERS, HERE, MARKED, Found
from .hostile_prompts import Program
from .hostile_prompts import program as hostile_program
from .names import program

pytestmark = pytest.mark.one_python("a type checker reads it")

RIGHT = ("brought.py", "neutral.py", "promptic.py", "promptrails.py", "typed.py", "typed_prompts.py")
WRONG = ("wrong_neutral.py", "wrong_rooms.py", "wrong_typed.py")


@pytest.fixture(scope="module")
def hostile(size: float) -> Program:
    """A program of a thousand prompts, at full size, that nobody would call so."""
    return hostile_program(round(1_000 * size), 7)


@pytest.fixture(scope="module", params=CHECKERS)
def checked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, hostile: Program
) -> tuple[str, Found]:
    """One run of a checker over all programs."""
    folder = tmp_path_factory.mktemp("checked")
    (folder / "hostile.py").write_text(hostile.text, encoding="utf-8")
    (folder / "names.py").write_text(program(), encoding="utf-8")
    files = [*(HERE / name for name in (*RIGHT, *WRONG)), folder / "names.py", folder / "hostile.py"]
    return request.param, CHECKERS[request.param](files, folder)


def test_every_name_that_a_program_gets(checked: tuple[str, Found]) -> None:
    """What is imported lazily, the methods of every resource, the fields of every answer: what jedi completes, they know, too."""
    assert program().count("\n") > 300
    assert [kinds - MARKED for kinds in checked[1]["names.py"].values() if kinds - MARKED] == []


def test_the_module_of_prompts_is_what_its_folder_makes() -> None:
    """And is formatted as it stands, as `ruff format` by itself has it and with longer lines."""
    with Client(f"files:{HERE / 'prompts'}") as client:
        made = written(client.prefetch(client.list()).values(), "promptport types files:./prompts -o typed_prompts.py")
    assert (HERE / "typed_prompts.py").read_text(encoding="utf-8") == made.text
    for width in ("88", "120"):
        command = [sys.executable, "-m", "ruff", "format", "--isolated", f"--line-length={width}", "-"]
        unguarded = made.text.replace("# fmt: off\n", "")
        done = subprocess.run(command, input=unguarded, capture_output=True, text=True, check=True, encoding="utf-8")
        assert done.stdout == unguarded


@pytest.mark.promise("C4", "C17")
def test_prompts_of_hostile_names(checked: tuple[str, Found], hostile: Program) -> None:
    """Each missing, misspelt and wrongly typed variable is found, and nothing in the module or in a right call."""
    wanted = {each: {"arg-type" if each in hostile.wrong else "call-arg"} for each in hostile.all}
    checker, found = checked
    assert found["hostile.py"].keys() == wanted.keys()
    assert checker != "mypy" or found["hostile.py"] == wanted
    print(f"C4: {checker} finds each of {len(wanted)} wrong calls of prompts as functions, and nothing else")


def test_what_the_models_libraries_take(tmp_path: Path) -> None:
    """Their own types take what a prompt becomes. Mypy reads the program with all the others of the project, strictly."""
    assert CHECKERS["pyright"]([HERE / "models.py"], tmp_path)["models.py"] == {}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_program(checked: tuple[str, Found], name: str) -> None:
    """The documented ways have the documented types, and none of them is unknown."""
    assert checked[1][name] == {}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_program(checked: tuple[str, Found], name: str) -> None:
    """Each misuse is found, and nothing else. The lines say of which kind it is to mypy."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    wanted = {at: set(line.partition("  # ")[2].split(", ")) for at, line in enumerate(lines, 1) if "  # " in line}
    checker, found = checked
    assert found[name].keys() == wanted.keys()
    assert checker != "mypy" or found[name] == wanted
    assert len(wanted) >= 15
