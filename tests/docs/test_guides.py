"""Proves that the guides work from an empty folder, as they stand; what a guide shares with an example is the example's."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.testing import Platform

from .walked import Walk, files_of, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.mark.parametrize(
    ("page", "example", "commands"),
    [
        ("testing", "test_suite", 1),
        ("fastapi", "fastapi_app", 1),
        ("serverless", "lambda_handler", 4),
        ("langchain", None, 4),
        ("prompts-in-files", None, 10),
    ],
)
def test_a_guide(
    page: str, example: str | None, commands: int, tmp_path: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its commands say what it shows; where it stands beside `promptport serve`, a platform is there."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    walk = Walk(folder, {"http://127.0.0.1:8700/": platform.url()})
    for text in sections(f"{page}.md").values():
        walk.follow(text)
    assert walk.ran == commands
    if example is not None:
        assert files_of(example).items() <= walk.written.items()
