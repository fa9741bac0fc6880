"""Proves that nothing of a table of programs is passed over, and that only what is the same counts as such."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import table
from .running import expected, plain, same
from .table import Row, WrongTable, read

HEAD = "# Programs\n\n```python blocking\nclient = 1\n```\n\n```python asyncio\nclient = 2\n```\n"
PROGRAM = "\n## one\n\nDiffers: it may\n\nRaises: KeyError\n\n```python\nprint(1)\n{}[0]\n```\n"


def written(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> table.Table:
    (folder / "some.md").write_text(text)
    monkeypatch.setattr(table, "HERE", folder)
    return read("some")


def test_a_row_is_read_with_its_marks_and_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is that of the file, so that a traceback names it."""
    found = written(
        tmp_path, HEAD + PROGRAM + "\n## two\n\n```python\n```\n\n```text\na\n```\n\n```json\n[1]\n```\n", monkeypatch
    )

    first, second = found.rows
    assert found.before == {"blocking": "client = 1\n", "asyncio": "client = 2\n"}
    assert (first.name, first.source, first.differs, first.raises) == ("one", "print(1)\n{}[0]\n", "it may", "KeyError")
    assert (tmp_path / "some.md").read_text().splitlines()[first.line - 1] == "print(1)"
    assert (second.result, second.printed) == ([1], ("a",))


@pytest.mark.parametrize(
    "text",
    [
        "# Programs\n" + PROGRAM,
        HEAD + PROGRAM + PROGRAM,
        HEAD + "\n## one\n\nSome words.\n\n```python\n```\n",
        HEAD + "\n## one\n\n```pyhton\n```\n",
        HEAD + "\n## one\n\n```python\n```\n\n```python\n",
        HEAD + "\n## one\n\nDifers: a slip\n\n```python\n```\n",
    ],
)
def test_what_would_be_passed_over_is_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No beginning, a name twice, words, a slip in a mark or a fence."""
    with pytest.raises(WrongTable):
        written(tmp_path, text, monkeypatch)


@pytest.mark.parametrize(
    ("one", "other"), [(1, True), (1, 1.0), ([1], (1,)), ("", None), ({"a": 1}, {"a": 1, "b": None})]
)
def test_what_is_not_the_same(one: object, other: object) -> None:
    """A program's results are compared by value and kind."""
    shows = [{**expected(Row("", Path(), 1, "")), "result": plain(each)} for each in (one, other)]
    assert not same(*shows)
    assert same(shows[0], dict(shows[0]))
