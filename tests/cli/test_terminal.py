"""Proves that what others say does not steer a terminal, and that every failure is one line and an exit code."""

from __future__ import annotations

import errno
import io
import json
import sys

import pytest
import typer

from promptport import ArgumentError, NotFound
from promptport.cli.terminal import (
    age,
    emit,
    failing,
    is_watched,
    many,
    open_client,
    progress,
    shown,
    shown_in_line,
    size,
    table,
    write_text,
)
from promptport_local import PortInUse


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotFound("There is no prompt `a\x1b[2J\nb`."), "There is no prompt `a?[2J b`."),
        (PortInUse("The port is in use: name another."), "The port is in use: name another."),
        (PermissionError(errno.EACCES, "Permission denied", "/a/b"), "/a/b: Permission denied"),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (TimeoutError("Nobody has confirmed in time."), "Nobody has confirmed in time."),
    ],
)
def test_a_failure_is_one_line(error: Exception, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, nothing on stdout."""
    with pytest.raises(typer.Exit) as ended, failing("cache list"):
        raise error
    assert (ended.value.exit_code, tuple(capsys.readouterr())) == (1, ("", f"promptport cache list: {said}\n"))


def test_what_is_no_failure_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C has its own exit code; what the command decides stands, and a fault of ours is shown as it is."""
    with pytest.raises(typer.Exit) as ended, failing("list"):
        raise KeyboardInterrupt
    assert ended.value.exit_code == 130
    for decided in (typer.Exit(3), typer.BadParameter("so"), AssertionError()):
        with pytest.raises(type(decided)) as raised, failing("list"):
            raise decided
        assert raised.value is decided
    assert capsys.readouterr().err == ""


def test_programs_get_json(capsys: pytest.CaptureFixture[str]) -> None:
    """ASCII alone, whatever is in it."""
    emit({"text": "Zoë\x1b\x9b\u202e\ud800"})
    said = capsys.readouterr().out
    assert said.isascii()
    assert "\x1b" not in said
    assert json.loads(said) == {"text": "Zoë\x1b\x9b\u202e\ud800"}


def test_a_text_is_the_same_for_programs_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Colours, which Typer would take away, too; a terminal is not steered by it."""
    text = "[bold]Hi[/]\t\x1b[31mred\x1b[0m\r\nZoë\n"
    write_text(text)
    assert capsys.readouterr().out == text
    monkeypatch.setattr(sys, "stdout", terminal := Terminal())
    write_text(text.removesuffix("\n"))
    assert terminal.getvalue() == "[bold]Hi[/]\t?[31mred?[0m?\nZoë\n"


def test_a_bar_is_for_those_who_see_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, and not on one that can't overwrite a line; its title is no markup."""
    with progress(3, "Pulling") as advance:
        advance(3)
    assert tuple(capsys.readouterr()) == ("", "")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert not is_watched()
    monkeypatch.setenv("TERM", "xterm")
    with progress(3, "Pulling [bold]a[/]") as advance:
        advance(2)
    assert "Pulling [bold]a[/]" in terminal.getvalue()
    assert "2/3" in terminal.getvalue()


def test_a_client_of_a_source(monkeypatch: pytest.MonkeyPatch, prompts: object) -> None:
    with open_client(f"files:{prompts}") as client:
        assert client.list() == ["mail/bye", "welcome"]
    monkeypatch.setenv("PROMPTPORT_SOURCE", f"files:{prompts}")
    with open_client(None, ttl=3) as client:
        assert client.get("welcome").origin.platform == "files"


@pytest.mark.parametrize(
    ("text", "safe"), [("Zoë's", "Zoë's"), ("a\x1b[2Jb\n\u202e", "a?[2Jb??"), (3, "3"), (None, "None")]
)
def test_shown(text: object, safe: str) -> None:
    """Whatever is no character of a line is a question mark."""
    assert shown(text) == safe


def test_not_more_than_a_line_has_room_for() -> None:
    assert shown_in_line("a\x1b\n") == "a??"
    assert shown_in_line("x" * 1000) == "x" * 200 + "..."


def test_a_table() -> None:
    """Each column as wide as its widest text, and no blanks at the end."""
    assert list(table([("NAME", "AGE"), ("a", "12 min"), ("welcome", "")])) == [
        "  NAME     AGE", "  a        12 min", "  welcome",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-9, "0 s"),
        (59.9, "60 s"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (86_399, "23 h"),
        (86_400 * 90, "90 d"),
    ],
)
def test_ages(seconds: float, said: str) -> None:
    """In one unit; what is from the future has none."""
    assert age(seconds) == said


def test_sizes_and_counts() -> None:
    assert [size(each) for each in (0, 9_999, 10_000, 2_000_000_000)] == ["0 B", "9,999 B", "10 kB", "2,000,000 kB"]
    assert [many(each, "file") for each in (0, 1, 2000)] == ["0 files", "1 file", "2,000 files"]
    assert many(2, "entry", "entries") == "2 entries"


def test_a_text_is_whole_in_every_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file gets UTF-8, as prompt files have it; what that can't say is an error, and not another text."""
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii", errors="backslashreplace"))
    write_text("Zoë \u4f60")
    with pytest.raises(ArgumentError, match="half a character"):
        write_text("Zo\udcff")
    assert raw.getvalue().decode() == "Zoë \u4f60\n"
