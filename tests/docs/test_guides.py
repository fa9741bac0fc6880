"""Proves that the guides work from an empty folder, as they stand; what a guide shares with an example is the example's."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport.testing import Platform

from .pages import Page
from .walked import Walk, files_of, sections

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture
def walk(tmp_path: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """A reader in an empty folder, with a platform where the page has `promptport serve`."""
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Walk(folder, {"http://127.0.0.1:8700/": platform.url()})


def follow(walk: Walk, page: str, commands: int, example: str | None = None) -> None:
    """Follow a page to its end."""
    for text in sections(page).values():
        walk.follow(text)
    assert walk.ran == commands
    if example is not None:
        assert files_of(example).items() <= walk.written.items()


@Page("docs/testing.md").runs()
def test_testing(walk: Walk) -> None:
    follow(walk, "testing.md", 1, "test_suite")


@Page("docs/fastapi.md").runs()
def test_fastapi(walk: Walk) -> None:
    follow(walk, "fastapi.md", 1, "fastapi_app")


@Page("docs/serverless.md").runs()
def test_serverless(walk: Walk) -> None:
    walk.apart = True  # the client of a function is closed by the end of the process
    follow(walk, "serverless.md", 4, "lambda_handler")


@Page("docs/langchain.md").runs()
def test_langchain(walk: Walk) -> None:
    text = sections("langchain.md")
    walk.follow(text[""])
    walk.apart = True  # a process has one provider of tracers
    walk.follow(text["Tracing"])
    assert walk.ran == 4


@Page("docs/prompts-in-files.md").runs()
def test_prompts_in_files(walk: Walk) -> None:
    follow(walk, "prompts-in-files.md", 13)
