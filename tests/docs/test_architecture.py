"""Proves that `docs/architecture.md` and its picture name what there is, in the order that lint holds."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET

import pytest

from .pages import ROOT, Page

PAGE = Page("docs/architecture.md")
WRITTEN = ROOT / "wrapper" / "promptport"
PICTURE = ROOT / "docs" / "figures" / "architecture.svg"

pytestmark = pytest.mark.one_python("it reads texts")


def test_layers() -> None:
    """The table has each layer of the import rules, from the top down, and nothing else."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = [re.findall(r"\w+", each) for each in contracts[0]["layers"]]
    _, _, part = PAGE.text.partition("## Where things live")
    rows = [
        re.findall(r"`([\w]+)/?`", row)
        for row in re.findall(r"^\| (`[^|]+) \|", part.partition("Beside `")[0], re.MULTILINE)
    ]
    order = {name: at for at, names in enumerate(layers) for name in names}
    shown = [name for row in rows for name in row]
    assert {*shown} == {*order} - {"__main__"}
    places = [order[name] for name in shown]
    assert places == sorted(places)


def test_what_is_named_is_there() -> None:
    for cited in re.findall(r"`((?:wrapper|generated|openapi|tests|benchmarks)/[\w/]*)`", PAGE.text):
        assert (ROOT / cited).is_dir(), cited


def test_picture() -> None:
    """It is well-formed, has words for who can't see it, suits dark and light, and names folders that are there."""
    tree = ET.fromstring(PICTURE.read_text("utf-8"))  # a file of ours
    texts = ["".join(each.itertext()) for each in tree.iter("{http://www.w3.org/2000/svg}text")]
    folders = [name for text in texts for name in re.findall(r"([\w/]+)/(?=\s|$)", text)]
    assert len(folders) > 10
    for each in folders:
        assert (ROOT / each).is_dir() or (WRITTEN / each).is_dir(), each
    assert tree.find("{http://www.w3.org/2000/svg}desc") is not None
    assert "prefers-color-scheme: dark" in PICTURE.read_text("utf-8")
