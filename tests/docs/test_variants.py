"""Proves that what `docs/variants.md` shows runs as it stands, and that its figures are those of the code and of the vectors."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import promptport
from promptport.platform import Event
from promptport.prompt.variants import BITS, LONGEST

from .pages import ROOT, Page

PAGE = Page("docs/variants.md")
TEXT = PAGE.text
GET, EVENTS = PAGE.blocks()

pytestmark = pytest.mark.one_python("what a page shows is the same on all")


@pytest.fixture(autouse=True)
def prompts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the page."""
    (tmp_path / "prompts").mkdir()
    for number, weight in ((1, 90), (2, 10)):
        said = f"+++\nweight = {weight}\n+++\nHello {{{{customer_name}}}}, from {number}."
        (tmp_path / "prompts" / f"welcome@{number}.md").write_text(said)
    monkeypatch.chdir(tmp_path)


@PAGE.runs(GET)
def test_a_variant(capsys: pytest.CaptureFixture[str]) -> None:
    """As the page shows it; and of ten users nine get the first."""
    client = PAGE.run(GET)["client"]
    assert re.fullmatch(r"[12] welcome user_123\n", capsys.readouterr().out)
    first = sum(client.get("welcome", unit=each).version == 1 for each in range(500))
    assert 430 < first < 470
    client.close()


@PAGE.runs(EVENTS)
def test_events(capsys: pytest.CaptureFixture[str]) -> None:
    names = PAGE.run(EVENTS, promptport=promptport)
    assert names["shop"].flush(60).delivered == 1  # the machine may be busy
    names["shop"].close()
    assert re.fullmatch(r"sign_up user_123 user_123 welcome [12]\n", capsys.readouterr().out)


def test_figures() -> None:
    """Each stands in the page as the code has it; the vectors have the words of the page."""
    published = json.loads((ROOT / "docs" / "unit-vectors.json").read_text("utf-8"))
    assert f"longer than {LONGEST:,} characters" in TEXT
    assert f"the versions of {published['population']['units']:,}" in TEXT
    assert BITS == 52
    assert {"unit", "experiment", "variant"} <= {*Event._fields} & {*re.findall(r"`(\w+)`", TEXT)}
