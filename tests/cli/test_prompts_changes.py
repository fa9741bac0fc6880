"""Proves what `promptport prompts new` and `fmt` do to files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from promptport.cli.prompts_changes import BEGUN, begin, bring_into_form
from promptport.errors import ArgumentError
from promptport.files.formatting import formatted


def test_what_a_prompt_begins_with_is_in_form() -> None:
    assert formatted(BEGUN.encode(), "p.md") == BEGUN.encode()


def test_a_prompt_is_begun_once(tmp_path: Path) -> None:
    """Beside versions that are there, whichever these are."""
    assert begin("a/b", tmp_path) == str(tmp_path / "a" / "b.md")
    (tmp_path / "c@4.md").write_text("Hi")
    with pytest.raises(ArgumentError, match=r"edit c@4\.md, or write c@5\.md"):
        begin("c", tmp_path)
    with pytest.raises(ArgumentError, match="README"):
        begin("a/readme", tmp_path)
    assert sorted(each.name for each in tmp_path.rglob("*.md")) == ["b.md", "c@4.md"]


def test_each_file_once(tmp_path: Path) -> None:
    """However often it is named; one that is no prompt file is passed over."""
    (tmp_path / "a.md").write_text("Hi")
    (tmp_path / "README.md").write_text("{{#no prompt}}")
    places = [tmp_path, tmp_path / "a.md", tmp_path / "README.md"]
    assert bring_into_form(places, write=False) == ([str(tmp_path / "a.md")], [])
    assert bring_into_form(places, write=True) == ([str(tmp_path / "a.md")], [])
    assert bring_into_form(places, write=True) == ([], [])


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """A pipe has the name of a prompt; the others are brought into form."""
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "b.md").write_text("Hi")
    changed, problems = bring_into_form([tmp_path], write=True)
    assert changed == [str(tmp_path / "b.md")]
    assert [(each.file, each.text) for each in problems] == [
        (str(tmp_path / "a.md"), "The file can't be read: it is no regular file.")
    ]
