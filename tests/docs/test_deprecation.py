"""Proves that `docs/deprecation.md` says of Pythons, dependencies and commands what is so."""

from __future__ import annotations

import re
import tomllib

import pytest

from tools.report.interface import DOCUMENTS
from tools.report.trees import major

from .pages import ROOT, Page

PAGE = Page("docs/deprecation.md")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

pytestmark = pytest.mark.one_python("it reads texts")


def test_pythons() -> None:
    named = re.search(r"`pyproject.toml` names: ([^.]+\.\d+, [\d.]+ and [\d.]+\d)", " ".join(PAGE.text.split()))
    assert named is not None
    pythons = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if re.search(r":: \d\.\d+$", each)]
    assert re.findall(r"\d\.\d+", named[1]) == pythons


def test_bounds_of_dependencies() -> None:
    """Each has a lower bound; an upper one is a major version to come, or below 1.0 the next minor one."""
    extras = [each for some in PROJECT["optional-dependencies"].values() for each in some]
    for each in [*PROJECT["dependencies"], *extras]:
        lower, upper = re.search(r">=([\d.]+)", each), re.search(r"<([\d.]+)", each)
        assert lower or each.startswith("promptport["), each
        if upper and lower:
            first, second = (*map(int, lower[1].split(".")), 0)[:2]
            following = [f"0.{second + 1}", "1", "2"] if first == 0 else [str(first + 1), str(first + 2)]
            assert upper[1] in following, each


def test_what_may_break() -> None:
    """As the report judges it: below 1.0.0 a minor version, from then on a major one, a patch never."""
    assert [major(*each) for each in (("0.1.0", "0.2.0"), ("0.1.0", "0.1.1"), ("1.0.0", "1.1.0"), ("1.1.0", "2.0.0"))] == [
        True, False, False, True,
    ]  # fmt: skip


def test_what_is_named_is_there() -> None:
    sessions = re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
    assert {*re.findall(r"nox -s (\w+)", PAGE.text)} <= {*sessions}
    assert [each for each in DOCUMENTS if each.endswith(".md") and "*" not in each] == [
        "README.md", "CHANGELOG.md", "docs/adding-a-platform.md",
    ]  # fmt: skip
