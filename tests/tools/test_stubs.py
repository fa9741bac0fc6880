"""Proves that whatever is imported lazily has a stub, made of the names that a program gets."""

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
    spec = importlib.util.spec_from_file_location("stubs", ROOT / "tools" / "stubs.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_what_is_checked_in_is_what_is_derived(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert tool.main(check=True) == 0
    assert "0 stale" in capsys.readouterr().out


def test_what_is_lazy_is_found_by_looking(tool: ModuleType, tmp_path: Path) -> None:
    """A `__getattr__` of a class makes nothing lazy."""
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "__init__.py").write_text("from x import lazy\n__all__, __getattr__ = lazy(__name__, {})\n")
    (tmp_path / "own.py").write_text("def __getattr__(name: str) -> object: ...\n")
    (tmp_path / "eager.py").write_text("class A:\n    def __getattr__(self, name: str) -> object: ...\n")
    assert [name for name, _ in tool.lazy_modules(tmp_path)] == ["own", "room"]


def test_a_stub_has_every_name(tool: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of other modules, those that the module has itself, and its own modules that need no import."""
    made = ModuleType("pkg")
    monkeypatch.setitem(sys.modules, "pkg", made)
    from promptport._lazy import lazy

    made.__dict__["VERSION"] = "1"
    exported, find = lazy("pkg", {".b": ["B", "A"], ".a": ["C"]}, "VERSION", rooms=["room"])
    made.__dict__.update(__all__=exported, __getattr__=find)
    assert tool.stub(made, "pkg.py").splitlines()[1:] == [
        "from . import room as room",
        "from .a import C as C",
        "from .b import A as A",
        "from .b import B as B",
        "",
        "VERSION: str",
        "",
        "__all__ = [",
        '    "A",',
        '    "B",',
        '    "C",',
        '    "VERSION",',
        "]",
    ]
