"""Proves that the report sees what users import, all of it and nothing else, and what has become of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.report.code import code
from tools.report.interface import Interface

pytestmark = pytest.mark.one_python("it reads code, and runs none")

FILES = {
    "__init__.pyi": 'from ._a import A as A\nfrom ._a import AsyncA as AsyncA\n__all__ = ["A", "AsyncA"]\n',
    "_a.py": """
from ._b import Base

class A(Base):
    kept: int
    typed: str
    def __init__(self, key: str) -> None:
        self.one, self.two = key, key
    def call(self, a: str, b: int = 1, *, c: str | None = None) -> str: ...
    def gone(self) -> None: ...

class AsyncA(Base):
    async def call(self, a: str, b: int = 1, *, c: str | None = None) -> str: ...
    async def gone(self) -> None: ...
""",
    "_b.py": "class Base:\n    def inherited(self) -> None: ...\n",
    "told.py": "LIMIT = 3\ndef told() -> None: ...\n",
    "inner.py": "def inner() -> None: ...\n",
    "lazy.py": """
TYPE_CHECKING = False
from ._lazy import lazy
if TYPE_CHECKING:
    from ._b import Base as Base
    from .inner import inner
""",
    "_lazy.py": "def lazy() -> None: ...\n",
}  # fmt: skip
EDITS = {
    "_a.py": [
        ("a: str, b: int = 1, *, c: str | None = None", "a: str, d: int, b: int = 2, *, c: str, e: int = 0"),
        ("    def gone(self) -> None: ...\n", "    def come(self) -> None: ...\n"),
        ("    async def gone(self) -> None: ...\n", ""),
        ("    typed: str\n", "    typed: str | None\n"),
        ("self.one, self.two = key, key", "self.one = key; self.two = key"),
    ],
    "inner.py": [("inner()", "inner(now: int)")],
    "told.py": [("LIMIT = 3\n", "")],
    "_b.py": [("(self)", "(self, must: int)")],
}


def tree(root: Path, edits: dict[str, list[tuple[str, str]]] | None = None) -> Path:
    """A project of a few modules."""
    folder = root / "wrapper" / "promptport"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (root / "README.md").write_text("Import `promptport.told`.\n")
    for name, text in FILES.items():
        changed = text
        for old, new in (edits or {}).get(name, ()):
            assert old in changed
            changed = changed.replace(old, new)
        (folder / name).write_text(changed)
    return root


def test_what_users_can_name(tmp_path: Path) -> None:
    """What a module exports, what a document names, what is inherited; no constants, and nothing of the project's own."""
    names = Interface(tree(tmp_path)).names.keys()
    assert {"promptport.A.inherited", "promptport.A.two", "promptport.told.told", "promptport.lazy.Base"} <= names
    assert not [each for each in names if "inner" in each or "_" in each.replace("__init__", "") or "LIMIT" in each]


def test_what_became_of_it(tmp_path: Path) -> None:
    """Blocking and asyncio have one line, what is inherited one for all, and the project's own none."""
    found = code(tree(tmp_path / "old"), tree(tmp_path / "new", EDITS))
    assert {(each.grade, each.where.removeprefix("promptport."), each.what) for each in found} == {
        ("breaking", "A.call(c)", "must be given"),
        ("breaking", "A.call(c)", "is str; it was str | None"),
        ("breaking", "A.call(b)", "has another place among the arguments"),
        ("breaking", "A.call(d)", "is new, and must be given"),
        ("breaking", "A.gone", "is gone"),
        ("breaking", "A.typed", "is str | None; it was str"),
        ("breaking", "A.inherited(must)", "is new, and must be given"),
        ("changed", "A.call(b)", "is 2 where it is not given; it was 1"),
        ("added", "A.call(e)", "is new"),
        ("added", "A.come", "is new"),
    }
    assert code(tmp_path / "old", tmp_path / "old") == []


def test_a_method_of_another_form_breaks_nobody_who_calls_it_as_before(tmp_path: Path) -> None:
    """What can be called as it was is no break; and what an older class has by now from another is told of the older one."""
    forms = """class Base:
    @overload
    def inherited(self) -> None: ...
    @overload
    def inherited(self, deep: bool) -> int: ...
    def inherited(self, deep: bool = False) -> int | None: ...
"""
    edit = {"_b.py": [("class Base:\n    def inherited(self) -> None: ...\n", f"from typing import overload\n{forms}")]}

    found = code(tree(tmp_path / "old"), tree(tmp_path / "new", edit))

    assert [(each.grade, each.where, each.what) for each in found] == [
        ("added", "promptport.A.inherited(deep)", "is new")
    ]


def test_a_changed_method_is_told_of_a_class_that_was_there(tmp_path: Path) -> None:
    edits = {
        "_b.py": [("class Base:\n    def inherited(self) -> None", "class Base:\n    def inherited(self) -> int")],
        "__init__.pyi": [("__all__ = [", "from ._a import A as AA\nclass AAA: ...\n__all__ = ['AA', 'AAA', ")],
    }

    found = code(tree(tmp_path / "old"), tree(tmp_path / "new", edits))

    assert ("promptport.A.inherited", "is int; it was None") in {(each.where, each.what) for each in found}


SHAPES = """
from typing import Protocol

__all__ = ["Source", "Failure", "Missing", "one", "two"]

class _Own(Exception): ...
class Failure(_Own, ValueError): ...
class Missing(Failure): ...
class Source(Protocol):
    def get(self) -> None: ...
def one(a: int, /, b: int) -> list[str]: ...
def two() -> None: ...
"""


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Failure(_Own, ValueError)", "Failure(_Own, OSError)",
         ["breaking Failure: is no ValueError any more", "added Failure: is an OSError too"]),
        ("Failure(_Own, ValueError)", "Failure(ValueError)", []),
        ("Failure(_Own, ValueError)", "Failure(_Own)", ["breaking Failure: is no ValueError any more"]),
        ("from typing import Protocol", "from typing_extensions import Protocol", []),
        ("    def get(self) -> None: ...\n", "    def get(self) -> None: ...\n    def put(self) -> None: ...\n",
         ["breaking Source.put: is new, and whatever is one must have it"]),
        ("def one(a: int, /", "def one(c: int, /", []),
        ("def one(a: int, /", "def one(a: str, /", ["breaking one(a): is str; it was int"]),
        ("def two", "async def two", ["breaking two: must be awaited"]),
        ("    def get", "    @property\n    def get", ["breaking Source.get: is an attribute now; it was a function"]),
        ("list[str]", "tuple[str, ...]", ["breaking one: is tuple[str, ...]; it was list[str]"]),
        ("-> list[str]", "-> Missing", ["breaking one: is Missing; it was list[str]"]),
    ],
)  # fmt: skip
def test_what_a_change_means(tmp_path: Path, old: str, new: str, wanted: list[str]) -> None:
    """Bases that are the project's own are its own affair; what goes by position alone has no name."""
    trees = []
    for name, text in (("old", SHAPES), ("new", SHAPES.replace(old, new))):
        folder = tmp_path / name / "wrapper" / "promptport"
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text(text)
        trees.append(tmp_path / name)
    assert SHAPES.count(old) == 1
    found = code(trees[0], trees[1])
    assert [f"{each.grade} {each.where}: {each.what}".replace("promptport.", "") for each in found] == wanted


def test_what_returns_a_narrower_class_breaks_nobody(tmp_path: Path) -> None:
    text = SHAPES.replace("-> list[str]", "-> Failure")
    for name, each in (("old", text), ("new", text.replace("-> Failure", "-> Missing"))):
        (tmp_path / name / "wrapper" / "promptport").mkdir(parents=True)
        (tmp_path / name / "wrapper" / "promptport" / "__init__.py").write_text(each)
    grades = [[each.grade for each in code(tmp_path / one, tmp_path / other)] for one, other in
              (("old", "new"), ("new", "old"))]  # fmt: skip
    assert grades == [["changed"], ["breaking"]]
