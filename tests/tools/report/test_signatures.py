"""Proves that the report knows the signatures that no `def` has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.report.code import code

pytestmark = pytest.mark.one_python("it reads code, and runs none")

TEXT = """
from typing import ClassVar, NamedTuple, TypedDict, Unpack, overload
from attrs import field, frozen

__all__ = ["Child", "Made", "Pair", "Settled"]

@frozen
class Made:
    KIND: ClassVar[str] = "k"
    first: str
    second: int = 0
    _third: int = field(factory=int)
    never: int = field(init=False)
    named: int = field(default=1, kw_only=True)

@frozen
class Child(Made):
    fourth: int = 4

class Pair(NamedTuple):
    one: int = 1
    two: int = 2

class _Shared(TypedDict, total=False):
    retries: int

class Keywords(_Shared, total=False):
    api_key: str

class Settled:
    @overload
    def __init__(self, source: str, **settings: Unpack[Keywords]) -> None: ...
    @overload
    def __init__(self, source: int, **settings: object) -> None: ...
    def __init__(self, source: str | int, **settings: object) -> None: ...
"""
CHANGES = [
    ("    first: str\n    second: int = 0\n", "    second: int = 0\n    first: str\n",
     {"Made.__init__(first): has another place among the arguments",
      "Made.__init__(second): has another place among the arguments",
      "Child.__init__(first): has another place among the arguments",
      "Child.__init__(second): has another place among the arguments"}),
    ("second: int = 0", "second: int", {"Made.__init__(second): must be given", "Child.__init__(second): must be given"}),
    ("field(factory=int)", "field(init=False)",
     {"Made.__init__(third): is gone", "Child.__init__(third): is gone",
      "Child.__init__(fourth): has another place among the arguments"}),
    ("    second: int = 0\n", "",
     {"Made.second: is gone", "Made.__init__(third): has another place among the arguments",
      "Child.__init__(third): has another place among the arguments",
      "Child.__init__(fourth): has another place among the arguments"}),
    ("    fourth: int = 4\n", "    fourth: int = 4\n    fifth: int = 5\n", {"Child.fifth: is new"}),
    ("    two: int = 2", "    new: int = 3\n    two: int = 2",
     {"Pair.__init__(two): has another place among the arguments", "Pair.new: is new"}),
    ("    two: int = 2", "    two: int = 2\n    new: int = 3", {"Pair.new: is new"}),
    ("    api_key: str", "    api_kye: str", {"Settled.__init__(api_key): is gone", "Settled.__init__(api_kye): is new"}),
    ("    retries: int", "    retries: str", {"Settled.__init__(retries): is str; it was int"}),
]  # fmt: skip


def tree(root: Path, text: str) -> Path:
    """A project of one module."""
    folder = root / "wrapper" / "promptport"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(text)
    return root


@pytest.mark.parametrize(("old", "new", "wanted"), CHANGES)
def test_what_is_made_of_fields_and_keywords(tmp_path: Path, old: str, new: str, wanted: set[str]) -> None:
    assert TEXT.count(old) == 1
    found = code(tree(tmp_path / "old", TEXT), tree(tmp_path / "new", TEXT.replace(old, new)))
    assert {f"{each.where}: {each.what}".replace("promptport.", "") for each in found} == wanted
