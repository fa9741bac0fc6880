"""Proves that the application which `docs/fastapi.md` shows passes the page's tests, and is the example."""

from __future__ import annotations

from pathlib import Path

import pytest

from .walked import Walk, files_of, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


def test_the_page(tmp_path: Path) -> None:
    walk = Walk(tmp_path, example="fastapi_app")
    for text in sections("fastapi.md").values():
        walk.follow(text)
    assert walk.ran == 1
    assert walk.written == files_of("fastapi_app")
