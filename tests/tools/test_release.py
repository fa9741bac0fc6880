"""Proves what the rehearsal of a release refuses; the rehearsal itself is `nox -s release`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.release import NotReady, closed, strangers, version

pytestmark = pytest.mark.one_python("it reads texts")

ROOT = Path(__file__).parents[2]
WHEEL = [
    "promptport/py.typed",
    "promptport-1.0.0.dist-info/licenses/LICENSE",
    "promptport-1.0.0.dist-info/entry_points.txt",
]
SDIST = [
    *(f"{each}/x" for each in ("wrapper", "generated", "openapi", "tests", "tools", "benchmarks", "docs", "examples")),
    *("pyproject.toml", "noxfile.py", "README.md"),
]


def test_the_changelog_of_this_checkout_can_be_closed() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    done = closed(text, version(ROOT), "2026-11-30")
    head = f"## [Unreleased]\n\n## [{version(ROOT)}] - 2026-11-30\n"
    assert done.count(head) == 1
    assert done.replace(head, "## [Unreleased]\n") == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("# Changelog\n\n## [Unreleased]\n\n## [1.0.0] - 2026-01-01\n", "has 1.0.0 already"),
        ("# Changelog\n\n## [Unreleased]\n\n## [0.9.0] - 2026-01-01\n\n- more\n", "nothing under"),
        ("# Changelog\n\n## [Unreleased]\n", "nothing under"),
        ("# Changelog\n", "nothing under"),
    ],
)
def test_a_changelog_that_is_not_ready(text: str, says: str) -> None:
    with pytest.raises(NotReady, match=says):
        closed(text, "1.0.0", "2026-11-30")


def test_a_version_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "wrapper" / "promptport" / "_version.py"
    file.parent.mkdir(parents=True)
    file.write_text('__version__ = "1.0.dev0"\n')
    with pytest.raises(NotReady, match="three numbers"):
        version(tmp_path)


def test_files_that_are_right() -> None:
    assert not strangers(WHEEL, SDIST)


@pytest.mark.parametrize(
    "more", ["tests/test_x.py", "promptport/__pycache__/x.py", "promptport/x.pyc", "promptport/x.py.orig"]
)
def test_files_that_no_wheel_has(more: str) -> None:
    assert strangers([*WHEEL, more], SDIST) == [f"The wheel has {more}."]


@pytest.mark.parametrize("left_out", range(len(WHEEL)))
def test_a_wheel_that_lacks_something(left_out: int) -> None:
    (said,) = strangers(WHEEL[:left_out] + WHEEL[left_out + 1 :], SDIST)
    assert said == f"The wheel lacks {Path(WHEEL[left_out]).name}."


def test_sources_that_lack_something() -> None:
    assert strangers(WHEEL, SDIST[1:]) == ["The archive of sources lacks wrapper."]
