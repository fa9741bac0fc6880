"""Proves that a file's Markdown becomes a page's: links and titles change, and what is shown in blocks stays."""

from __future__ import annotations

import re

import pytest

from tools.site.markdown import as_page, for_mkdocs, lines, linked_file, links
from tools.site.sources import ROOT, written

ITEM = re.compile(r"(?:[-*+]|\d+\.) ")
BEFORE = re.compile(rf"{ITEM.pattern}| |<!--")  # an item, what goes on with one, a comment
PAGES = {"docs/events.md": "events.md", "wrapper/promptport/xr2/README.md": "platforms/xr2.md"}
FENCED = "[a](events.md)\n```python shop.py\n[b](events.md)\n~~~\n```\n[c](https://example.org) [d](#here)\n````md\n```\n````\n"

pytestmark = pytest.mark.one_python("it makes texts of texts")


def test_kinds_of_lines() -> None:
    """A fence ends with as many signs, of the same kind, and nothing behind."""
    assert [kind for _, kind in lines(FENCED)] == [
        "prose", "opening", "code", "code", "closing", "prose", "opening", "code", "closing",
    ]  # fmt: skip
    assert "".join(line for line, _ in lines(FENCED)) == FENCED


def test_links() -> None:
    assert links(FENCED) == ["events.md"]


@pytest.mark.parametrize(
    ("source", "link", "file"),
    [
        ("docs/events.md", "../README.md", "README.md"),
        ("README.md", "docs/events.md", "docs/events.md"),
        ("README.md", "../elsewhere.md", "../elsewhere.md"),
    ],
)
def test_linked_file(source: str, link: str, file: str) -> None:
    assert linked_file(source, link) == file


def test_links_between_pages() -> None:
    """Relative in both directions, with their anchors; what is no page stays as it is."""
    there = for_mkdocs("[x](../wrapper/promptport/xr2/README.md#all)", "docs/events.md", "events.md", PAGES.get)
    back = for_mkdocs(
        "[e](../../../docs/events.md) [n](none.md)", "wrapper/promptport/xr2/README.md", "platforms/xr2.md", PAGES.get
    )
    assert (there, back) == ("[x](platforms/xr2.md#all)", "[e](../events.md) [n](none.md)")


def test_titles_of_blocks() -> None:
    """A file's name becomes one; what is one already, and a language alone, stay."""
    for before, after in (
        ("```python shop.py\n```\n", '```python title="shop.py"\n```\n'),
        ('```md title="a.md"\n```\n', '```md title="a.md"\n```\n'),
        ("```sh\n```\n", "```sh\n```\n"),
    ):
        assert for_mkdocs(before, "docs/events.md", "events.md", PAGES.get) == after


def test_a_file_as_a_page() -> None:
    assert as_page("examples/shop.py", "1\n") == (
        "# shop.py\n\nThe file `examples/shop.py` of the repository.\n\n````py\n1\n\n````\n"
    )


def test_lists_begin_behind_a_blank_line() -> None:
    """Else they are lists to code hosts alone."""
    missing = {}
    for file in written():
        before = ""
        for line, kind in lines((ROOT / file).read_text("utf-8")):
            if kind == "prose" and ITEM.match(line) and before.strip() and not BEFORE.match(before):
                missing[file] = line
            before = line
    assert not missing
