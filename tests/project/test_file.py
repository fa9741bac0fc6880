"""Proves which project file counts, that it holds no secret, and that none of them breaks or holds up anybody."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from promptport import Client, ConfigurationError
from promptport.project.file import MOST, find_project, project_path, read_project

from ..system.faults import failures
from .folders import say, told

OURS = '[tool.promptport]\nsource = "xr2"\n'


def test_the_nearest_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several files the nearest one above that has the table counts, and one without it is passed over."""
    monkeypatch.setenv("XR2_API_KEY", "key")
    say(project.parent, '[tool.promptport]\nsource = "nonsense"\n')
    say(project, OURS)
    say(project / "src", '[project]\nname = "x"\n')
    assert told()[0] == "xr2"
    (project / "pyproject.toml").unlink()
    with pytest.raises(ConfigurationError, match="There is no platform 'nonsense'"):
        Client()
    say(project / "src", '[project]\nname = "x"\ndependencies = ["promptport"]\n[tool.promptport]\n')
    with pytest.raises(ConfigurationError, match="Name a source"):
        Client()  # an empty table is one


@pytest.mark.parametrize(
    "table",
    [
        'api_key = "planted"',
        '[tool.promptport.xr2]\napi_key = "planted"',
        '[tool.promptport.xr2]\napi_key = ["planted"]',
        '[tool.promptport.scope]\napi_secret = "planted"',
        '[tool.promptport.other.deeper]\nAccessToken = "planted"',
        '[[tool.promptport.xr2]]\nPASSWORD = "planted"',
        '[tool.promptport.xr2]\nproxy = "http://user:planted@127.0.0.1:3128"',
        '[tool.promptport.xr2]\nproxy = "user:planted@127.0.0.1:3128"',
    ],
)
def test_a_secret_in_a_file_that_is_shared(project: Path, monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    """It is refused, whichever platform it is for and whoever trusts the file; the text does not repeat it."""
    say(project, OURS + table + "\n")
    for trust in ("", "1"):
        monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", trust)
        with pytest.raises(ConfigurationError, match="set the environment variable") as caught:
            Client()
        assert "planted" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tool.promptport", "can't be read"),
        ("tool = 5 # promptport", "must be a table"),
        ("[tool]\npromptport = 3", "must be a table"),
        ("[[tool.promptport]]\nttl = 3", "must be a table"),
        ('[tool.promptport]\nsource = "\\q"', "can't be read"),
        ("[tool.promptport]\nttl = " + "1" * 5000, "can't be read"),
        ("[tool.promptport]\na" + ".a" * 100_000 + " = 1", "nested"),
        ("[tool.promptport" + ".a" * 100_000 + "]", "nested"),
        ("[tool.promptport" + ' . "a"' * 70_000 + "]", "nested"),
        ("[tool.promptport]\na = " + "[" * 100_000, "nested"),
        ("[tool.promptport]\na = " + "{a=" * 100_000, "nested"),
        ('[tool.promptport]\na = "' + '\\"' * 100_000, "can't be read"),
        ("# promptport" + " " * MOST, "more than"),
        ('[tool.promptport]\nsource = "xr2"\nxr2 = 3', "no table of settings"),
        ("[tool.promptport]\nsource = 3", "Name a source"),
        ("[tool.promptport]\nsource = []", "Name a source"),
    ],
)
def test_files_that_make_no_sense(project: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str) -> None:
    """They are told in one error of ours, in less time than a parser takes."""
    monkeypatch.setenv("XR2_API_KEY", "key")
    say(project, text)
    with pytest.raises(ConfigurationError, match=words):
        Client()


def test_bytes_that_are_no_text(project: Path) -> None:
    (project / "pyproject.toml").write_bytes(b"[tool.promptport]\nsource = '\xff'\n")
    with pytest.raises(ConfigurationError, match="can't be read"):
        find_project()


@pytest.mark.parametrize("text", ["tool = 5", "[tool", "\0", "", "[" * 100_000, "a" + ".a" * 100_000 + " = 1"])
def test_files_about_something_else(project: Path, text: str) -> None:
    """What doesn't name us is passed over, whatever it says, and in no time."""
    say(project, OURS)
    say(project / "src", text)
    found = find_project()
    assert found is not None
    assert found.file == project / "pyproject.toml"


@pytest.mark.parametrize("kind", ["folder", "pipe", "socket", "loop", "device", "dangling"])
def test_what_is_no_file(project: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """It is passed over, and holds up nobody."""
    say(project, OURS)
    near = project / "src" / "pyproject.toml"
    bound = socket.socket(socket.AF_UNIX)
    if kind == "folder":
        near.mkdir()
    elif kind == "pipe":
        os.mkfifo(near)
    elif kind == "socket":
        with monkeypatch.context() as there:
            there.chdir(near.parent)
            bound.bind(near.name)
    else:
        near.symlink_to({"loop": near.name, "device": "/dev/zero", "dangling": "nothing"}[kind])
    found = find_project()
    bound.close()
    assert found is not None
    assert found.file == project / "pyproject.toml"


def test_a_file_that_may_not_be_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is passed over: many people work below folders of others. A disk that fails is told."""
    say(project, OURS)
    opened = os.open
    for error, words in ((PermissionError(13, "Permission denied"), ""), (OSError(5, "Input/output error"), "Input")):

        def refuse(path: object, *arguments: int, error: OSError = error) -> int:
            if str(path).endswith("src/pyproject.toml"):
                raise error
            return opened(path, *arguments)  # type: ignore[arg-type] # whatever it is called with

        with monkeypatch.context() as there:
            there.setattr(os, "open", refuse)
            if words:
                with pytest.raises(ConfigurationError, match=words):
                    find_project()
            else:
                assert find_project() is not None


def test_a_current_folder_that_is_gone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no project then; a folder of prompts that starts there is told."""
    gone = project / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert find_project() is None
    assert told(source="xr2", api_key="k") == ("xr2", "https://xr2.uk")
    with pytest.raises(ConfigurationError, match="no folder"):
        Client("files:prompts")
    monkeypatch.chdir(project)


def test_files_that_are_named(project: Path) -> None:
    """A project file is named by its path or its folder's, through links too; one that says nothing of us is told."""
    file = say(project, OURS)
    (project.parent / "link").symlink_to(project)
    (project.parent / "other.toml").symlink_to(file)
    for path in (file, project, project.parent / "link", project.parent / "other.toml"):
        assert read_project(path).file == file == project_path(path)
    say(project, "[project]\n")
    for wrong, words in ((file, "has no"), (project / "src", "can't be read"), ("a\0b", "is no path")):
        with pytest.raises(ConfigurationError, match=words):
            read_project(wrong)


@pytest.mark.promise("D20")
def test_d20_any_operation_may_fail(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """D20: whichever operation on files fails while a project is looked for: passed over, or an error of ours."""
    say(project, OURS)
    for ended in failures(monkeypatch, find_project):
        assert ended is None or isinstance(ended, ConfigurationError), repr(ended)
        assert find_project() is not None
