"""Proves that the slips of `tests/mutants.toml` can be made, and that what is told of them is true."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.one_python("lint and maintainers run it on the oldest")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The tool, which is no package."""
    spec = importlib.util.spec_from_file_location("mutants", ROOT / "tools" / "mutants.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def test_every_slip_can_be_made(tool: ModuleType) -> None:
    """Its text stands once in its file, and its tests are there. Whoever changes the text changes the list."""
    mutants = tool.read_mutants()
    assert len(mutants) >= 50
    assert len({each.name for each in mutants}) == len(mutants)
    assert {each.name: problem for each in mutants if (problem := each.breaks(ROOT))} == {}
    assert not [each.name for each in mutants if each.text == each.slip or not each.tests]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A product with a test."""
    (tmp_path / "product.py").write_text("def double(n):\n    return n * 2\n")
    test = "from product import double\n\n\ndef test_double():\n    assert double(2) == 4\n"
    (tmp_path / "test_product.py").write_text(test)
    (tmp_path / "pyproject.toml").write_text("[tool.pytest.ini_options]\npythonpath = ['.']\n")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "slip", "told"),
    [
        ("n * 2", "n * 3", None),
        ("n * 2", "n + 2", "survived"),
        ("n * 2", "n *", "could not run"),
        ("d", "m", "stands 2 times"),
        ("nothing", "m", "stands 0 times"),
    ],
)
def test_a_slip(tool: ModuleType, tree: Path, text: str, slip: str, told: str | None) -> None:
    """It is noticed, or told why it is not; the file is as before."""
    before = (tree / "product.py").read_text()
    problem = tool.judge(tool.Mutant("m", "product.py", text, slip, ("test_product.py",)), tree)

    assert problem is None if told is None else told in problem
    assert (tree / "product.py").read_text() == before


def test_what_is_missing(tool: ModuleType, tree: Path) -> None:
    assert tool.Mutant("m", "other.py", "a", "b", ()).breaks(tree) == "no other.py"
    assert (
        tool.Mutant("m", "product.py", "n * 2", "b", ("test_other.py::test_a",)).breaks(tree)
        == "there is no test_other.py::test_a"
    )


def test_an_earlier_revision(tool: ModuleType, tmp_path: Path) -> None:
    """What is different there goes before; without tests there, nothing noticed it."""
    (tmp_path / "list.toml").write_text(
        '[[mutant]]\nname = "m"\nfile = "a"\ntext = "t"\nslip = "s"\ntests = ["x"]\nat.abc.file = "b"\nat.abc.tests = []\n'
    )
    assert tool.read_mutants(None, tmp_path / "list.toml") == [("m", "a", "t", "s", ("x",))]
    assert tool.read_mutants("abc", tmp_path / "list.toml") == [("m", "b", "t", "s", ())]
