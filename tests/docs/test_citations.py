"""Proves that what is cited can be read: pages of `docs/wire/` and their sections, and the promises of `docs/promises.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.one_python("it reads texts")

ROOT = Path(__file__).parents[2]
ZONES = ("wrapper", "tests", "openapi", "tools", "benchmarks", "generated", "docs")
KINDS = {".py", ".md", ".yaml", ".toml", ".jinja", ".txt"}

PAGE = re.compile(r"docs/[\w./-]+\.md")
WIRE = re.compile(r"docs/wire/([\w.-]+)\.md`?((?:,? (?:and )?\d+(?:\.\d+)*(?![\w-]))*)")
SECTION = re.compile(r"\d+(?:\.\d+)*")
HEADING = re.compile(r"^#+ (\d+(?:\.\d+)*)\b", re.MULTILINE)
ROW = re.compile(r"^\| ([CFDS]\d+) \| .+ \| (kept|partly|missed|not yet) \| .*\|$", re.MULTILINE)
PROMISE = re.compile(r"(?<![\w.\"'%&/-])[CFDS]\d{1,2}(?=[:,;.) ]|$)")


def written() -> Iterator[tuple[str, str]]:
    """Every text of the repository that may cite: its path, and what is in it."""
    found = [path for zone in ZONES for path in sorted((ROOT / zone).rglob("*")) if path.suffix in KINDS]
    for path in [*found, *ROOT.glob("*.md"), ROOT / "noxfile.py"]:
        yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


TEXTS = dict(written())
PROMISES = dict(ROW.findall(TEXTS["docs/promises.md"]))


def docstrings(text: str) -> str:
    """The texts in three quotes, where a promise is cited by its id; elsewhere `C4` may be anything."""
    return "\n".join(re.findall(r'"""(.*?)"""', text, re.DOTALL))


def test_every_page_that_is_cited_is_there() -> None:
    missing = {
        (name, cited) for name, text in TEXTS.items() for cited in PAGE.findall(text) if not (ROOT / cited).exists()
    }
    assert not missing


def test_every_section_that_is_cited_is_there() -> None:
    """A citation is `docs/wire/scope.md` and the numbers of sections: 1.2, 3.4 and 5."""
    missing, cited = set(), 0
    for name, text in TEXTS.items():
        for page, numbers in WIRE.findall(text):
            headings = set(HEADING.findall(TEXTS[f"docs/wire/{page}.md"]))
            wanted = SECTION.findall(numbers)
            cited += len(wanted)
            missing |= {(name, page, each) for each in wanted if each not in headings}
    assert not missing
    assert cited > 20


def test_sections_of_a_page_have_one_number_each() -> None:
    for page in (ROOT / "docs" / "wire").glob("*.md"):
        numbers = HEADING.findall(page.read_text("utf-8"))
        assert len(numbers) == len(set(numbers)), page


def test_nobody_cites_the_wire_without_its_page() -> None:
    vague = {(name, each) for name, text in TEXTS.items() for each in re.findall(r"\b[Ww]ire \d\.?\d?\b", text)}
    assert not vague


@pytest.mark.parametrize("zone", ["tests", "benchmarks", "wrapper"])
def test_every_promise_that_is_cited_is_there(zone: str) -> None:
    cited = {
        (name, each)
        for name, text in TEXTS.items()
        if name.startswith(f"{zone}/") and name.endswith(".py")
        for each in PROMISE.findall(docstrings(text))
    }
    assert not {(name, each) for name, each in cited if each not in PROMISES}
    assert cited or zone == "wrapper"


def test_every_row_of_the_promises_can_be_read() -> None:
    """The table is read by programs: each id once, in order, with a status that the page explains."""
    listed = re.findall(r"^\| ([CFDS]\d+) \|", TEXTS["docs/promises.md"], re.MULTILINE)
    assert listed == list(PROMISES)
    assert {letter: sum(each[0] == letter for each in listed) for letter in "CFDS"} == {
        "C": 18,
        "F": 8,
        "D": 21,
        "S": 8,
    }


def test_no_link_leaves_the_repository_for_a_file() -> None:
    """What a page of ours links to by path is there, at most within the repository."""
    missing = set()
    for name, text in TEXTS.items():
        if name.endswith(".md"):
            for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", text):
                found = (ROOT / name).parent.joinpath(target).resolve()
                if not (found.exists() and found.is_relative_to(ROOT)):
                    missing.add((name, target))
    assert not missing
