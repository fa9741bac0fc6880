"""Proves that names of a package are imported when they are first used, and that misspelt ones are refused as usual."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FILES = {
    "__init__.py": """
from promptport._lazy import lazy
here = 1
__all__, __getattr__ = lazy(__name__, {".inside": ["Thing"]}, "here", rooms=["room"])
""",
    "inside.py": "class Thing:\n    pass\n",
    "room.py": "is_open = True\n",
    "alone.py": "from promptport._lazy import lazy\n__all__, __getattr__ = lazy(__name__, {'.inside': ['Thing']})\n",
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package with a lazy name, a module that needs no import, and a lazy module."""
    name = f"lazy_{tmp_path.name.replace('-', '_')}"
    (tmp_path / name).mkdir()
    for file, text in FILES.items():
        (tmp_path / name / file).write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    return name


def test_names_come_when_they_are_used(package: str) -> None:
    made = __import__(package)
    assert f"{package}.inside" not in sys.modules
    thing = made.Thing
    assert f"{package}.inside" in sys.modules
    assert thing is made.Thing
    assert vars(made)["Thing"] is thing  # so that nothing is looked for a second time


def test_a_module_needs_no_import_of_its_own(package: str) -> None:
    assert __import__(package).room.is_open


def test_a_lazy_module_finds_its_neighbours(package: str) -> None:
    alone = __import__(f"{package}.alone", fromlist=["Thing"])
    assert alone.Thing.__name__ == "Thing"


def test_what_is_promised_and_what_is_not(package: str) -> None:
    made = __import__(package)
    assert made.__all__ == ["Thing", "here"]
    assert {"Thing", "here", "room"} <= set(dir(made))
    assert "lazy" not in dir(made)
    with pytest.raises(AttributeError, match=f"module '{package}' has no attribute 'thing'"):
        _ = made.thing
