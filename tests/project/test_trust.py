"""Proves how a person trusts a project file, and what ends that (S6)."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import Client, ConfigurationError
from promptport.project.file import read_project
from promptport.project.trust import forget, is_trusted, trust, trusted_files

from ..system.homes import homeless
from .folders import say, told

HOSTED = '[tool.promptport]\nsource = "xr2"\n[tool.promptport.xr2]\nbase_url = "https://hosted.example"\n'


@pytest.mark.promise("S6")
def test_s6_trusted_as_it_is(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S6: what was trusted counts until the file changes by one character; it is kept in a file of the person's own."""
    monkeypatch.setenv("XR2_API_KEY", "key")
    file = say(project, HOSTED)
    kept = trust(read_project(file))
    assert kept == tmp_path / "config" / "promptport" / "trusted.toml"
    assert kept.stat().st_mode & 0o777 == 0o600
    assert told() == ("xr2", "https://hosted.example")
    say(project, HOSTED + "#")
    with pytest.raises(ConfigurationError, match="promptport trust"):
        Client()
    say(project, HOSTED)
    assert told() == ("xr2", "https://hosted.example")


@pytest.mark.promise("S6")
def test_s6_the_same_text_elsewhere(project: Path, tmp_path: Path) -> None:
    """S6: trust is of one file; a copy of it in another folder is another file, and a link to it the same."""
    trust(read_project(say(project, HOSTED)))
    (tmp_path / "copy").mkdir()
    assert not is_trusted(read_project(say(tmp_path / "copy", HOSTED)))
    (tmp_path / "link").symlink_to(project)
    assert is_trusted(read_project(tmp_path / "link"))


@pytest.mark.promise("S6")
@pytest.mark.parametrize("setting", ['verify = "ca.pem"', "verify = false", 'proxy = "http://proxy.example"'])
def test_s6_all_of_it_counts(project: Path, setting: str) -> None:
    """S6: certificates and proxies of a file that is trusted are used, and start at it."""
    (project / "ca.pem").write_text("")
    trust(read_project(say(project, f"[tool.promptport.xr2]\n{setting}\n")))
    assert told(source="xr2", api_key="k") == ("xr2", "https://xr2.uk")


def test_listed_and_forgotten(project: Path, tmp_path: Path) -> None:
    """What is trusted is listed with what became of it; it can be forgotten, also when it is gone with its folder."""
    file = say(project, HOSTED)
    (tmp_path / "other").mkdir()
    other = say(tmp_path / "other", HOSTED)
    trust(read_project(file))
    trust(read_project(other))
    assert [tuple(each) for each in trusted_files()] == [(other, "unchanged"), (file, "unchanged")]
    say(project, HOSTED + "#")
    other.unlink()
    other.parent.rmdir()
    assert [tuple(each) for each in trusted_files()] == [(other, "gone"), (file, "changed")]
    assert forget(other.parent)
    assert not forget(other)
    assert forget(file)
    assert trusted_files() == []


@pytest.mark.promise("S6")
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", False),
        ("0", False),
        ("1", True),
        ("{file}", True),
        ("{folder}", True),
        ("/elsewhere:{file}", True),
        ("{folder}/src", False),
        ("/elsewhere", False),
        ("/", False),
    ],
)
def test_s6_by_a_variable(project: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    """S6: `1` trusts all, a list of absolute paths these files or those in these folders."""
    file = say(project, HOSTED)
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", value.format(file=file, folder=project))
    assert is_trusted(read_project(file)) is expected


@pytest.mark.parametrize("value", ["yes", "true", ".", "pyproject.toml", "2"])
def test_a_variable_that_makes_no_sense(project: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """A path that starts where the program does would trust any folder."""
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", value)
    say(project, HOSTED)
    with pytest.raises(ConfigurationError, match="must be 1, 0 or absolute paths"):
        Client("xr2", api_key="k")


@pytest.mark.promise("S6")
def test_s6_what_is_kept_is_the_persons_alone(project: Path) -> None:
    """S6: where others may write what is trusted, nothing is."""
    file = say(project, HOSTED)
    kept = trust(read_project(file))
    kept.chmod(0o666)
    with pytest.raises(ConfigurationError, match="others may write"):
        Client("xr2", api_key="k")


def test_nobodys_home(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There nothing is trusted but by the variable, and that can be told."""
    file = say(project, HOSTED)
    homeless(monkeypatch)
    assert not is_trusted(read_project(file))
    with pytest.raises(ConfigurationError, match="no place for"):
        trust(read_project(file))
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", "1")
    assert is_trusted(read_project(file))
