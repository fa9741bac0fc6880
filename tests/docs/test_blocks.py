"""Proves that a test runs every block of Python, and every session of a terminal, that the documentation shows.

A test says which blocks it runs by `Page.runs`, and fails where it has not run them. The documents that have a harness file are
compared with it block by block (`tests/seeds/`).
"""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.seeds.documents import harnesses

from .pages import ROOT, Page, blocks, claimed, record

pytestmark = pytest.mark.one_python("what a page shows is the same on all")

TESTS = ROOT / "tests"
PAGES = [
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "wire"),
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "wrapper").rglob("README.md")),
]
LANGUAGES = {
    "", "console", "diff", "dockerfile", "handlebars", "html", "http", "ini", "jinja", "json", "md", "python", "sh", "text",
    "toml", "yaml",
}  # fmt: skip


def import_claims() -> None:
    """Import every module of tests that may claim blocks. In a run of all tests they have been imported."""
    for path in sorted(TESTS.rglob("test_*.py")):
        if path.is_relative_to(TESTS / "contract"):  # see below
            continue
        if "docs.pages import" in (text := path.read_text("utf-8")) or (
            path.parent.name == "docs" and ".pages import" in text
        ):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def run_by_contract() -> set[str]:
    """The blocks that need a vendor's package, which only `nox -s contract` installs; there a test claims them."""
    text = (TESTS / "contract" / "test_vendor_langfuse.py").read_text("utf-8")
    page, found = Page("docs/coming-from-langfuse.md"), set[str]()
    for name, title in (("THEIRS", "langfuse"), ("BESIDE", "beside")):
        assert f'{name} = PAGE.blocks(title="{title}")' in text
        assert f"@PAGE.runs(*{name})" in text
        found |= {*page.blocks(title=title)}
    return found


def harnessed() -> set[Path]:
    return {each.path for each in harnesses()}


def test_every_block_is_run() -> None:
    import_claims()
    elsewhere = run_by_contract()
    forgotten = {
        (page.relative_to(ROOT).as_posix(), block)
        for page in PAGES
        if page not in harnessed()
        for block in Page(page.relative_to(ROOT).as_posix()).to_run()
        if block not in claimed | elsewhere
    }
    assert not forgotten, "blocks that no test claims; CONTRIBUTING says how"


@pytest.mark.parametrize("page", PAGES, ids=lambda each: each.relative_to(ROOT).as_posix())
def test_a_block_says_what_it_is(page: Path) -> None:
    """So that none escapes by its name: sessions are `console`, programs `python`, and every fence is read as one."""
    text = page.read_text("utf-8")
    found = blocks(text)
    assert {each.language for each in found} <= LANGUAGES
    assert [each.text for each in found if each.text.startswith("$ ") and each.language != "console"] == []
    assert 2 * len(found) == sum(line.lstrip().startswith("```") for line in text.splitlines())


def test_a_test_that_runs_too_little_fails() -> None:
    """Also where the block was run by another test before."""
    page = Page("docs/index.md")
    (program,) = page.blocks()

    @page.runs(program)
    def forgetful() -> None: ...

    @page.runs(program)
    def thorough() -> None:
        record(program)

    thorough()
    with pytest.raises(AssertionError, match="has not run"):
        forgetful()
