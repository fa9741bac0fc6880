"""Proves that the tests of an application which `docs/testing.md` shows pass as they stand, and are the example's."""

from __future__ import annotations

from pathlib import Path

import pytest

from .walked import Walk, files_of, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def test_the_page(tmp_path: Path) -> None:
    walk = Walk(tmp_path, example="test_suite")
    for text in sections("testing.md").values():
        walk.follow(text)
    assert walk.ran == 1
    assert walk.written == files_of("test_suite")
