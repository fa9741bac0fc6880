"""Proves that what waits and what was set aside is listed, given back, exported and purged at a terminal."""

from __future__ import annotations

import errno
import json
import os
import time
from pathlib import Path

import click
import pytest
import typer
from typer.testing import CliRunner

from promptport.cli.app import app
from promptport.outbox.account import Account
from promptport.outbox.entry import Entry
from promptport.outbox.listing import listed

from ..outbox.folders import entry, folder_of, put_aside, spool_of

pytestmark = pytest.mark.one_python("what a command says is the same on all")

SPANS = Account("promptic", "https://promptic.eu", "two", "spans")
NOW = time.time()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that clients here use: three wait, one of them a span; three were set aside."""
    found = tmp_path / "outbox"
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(found))
    spool_of(found, [entry("a", NOW), entry("b", NOW - 3700)]).close()
    spool_of(found, [Entry("s", "span", NOW, {"name": "planted-value"})], SPANS).close()
    put_aside(found, [entry("c", NOW - 86_400 * 9)], "age")
    put_aside(found, [entry("d\x1b", NOW), entry("e", NOW)], "422: no")
    return found


def run(*arguments: str, say: str | None = None) -> tuple[int, str, str]:
    """Run the command; its exit code and what it says."""
    done = CliRunner().invoke(app, ["events", *arguments], input=say)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def left(root: Path) -> dict[str, str]:
    """What is there, by id: whether it waits, or why it was set aside."""
    return {each.entry.id: each.reason for each in listed(root) if each.entry is not None}


def test_a_list(root: Path) -> None:
    code, said, complained = run("list")
    assert (code, complained) == (0, "")
    assert "promptic spans, account " in said
    assert "xr2 events, account ee51597b at https://xr2.uk\n" in said
    assert "d?" in said
    assert said.splitlines()[-1].startswith("3 waiting (")
    assert said.splitlines()[-1].endswith(f" in {root}")
    assert "value" in run("list", "--values")[1]
    assert run("list", "--folder", str(root / "none")) == (0, f"0 waiting (0 B) in {root / 'none'}\n", "")


def test_filters(root: Path) -> None:
    def counts(*options: str) -> tuple[int, int]:
        found = json.loads(run("list", "--format", "json", *options)[1])
        return found["waiting"], found["aside"]

    assert counts() == (3, 3)
    assert counts("--waiting") == (3, 0)
    assert counts("--aside") == (0, 3)
    assert counts("--waiting", "--aside") == (3, 3)
    assert counts("--kind", "spans") == (1, 0)
    assert counts("--platform", "xr2") == (2, 3)
    assert counts("--account", "ee51597b", "--reason", "422*") == (0, 2)
    assert counts("--older-than", "1h") == (1, 1)


def test_for_programs(root: Path) -> None:
    found = json.loads(run("list", "--format", "json", "--aside", "--reason", "age")[1])
    (group,) = found.pop("groups")
    assert found == {"folder": str(root), "waiting": 0, "aside": 1, "unreadable": 0}
    assert group.pop("bytes") > 10
    assert group.pop("oldest") == pytest.approx(86_400 * 9, abs=600)
    assert group == {
        "platform": "xr2", "origin": "https://xr2.uk", "account": "ee51597b", "kind": "events", "name": "c",
        "state": "set aside", "reason": "age", "running": False, "count": 1,
    }  # fmt: skip


def test_retry(root: Path) -> None:
    """Some, or all; what waits already goes on to wait."""
    code, said, _ = run("retry", "--reason", "age")
    assert (code, said) == (
        0,
        f"1 entry waits again in {root}; the next process of the account delivers it, or --now\n",
    )
    assert left(root) == {"a": "", "b": "", "s": "", "c": "", "d\x1b": "422: no", "e": "422: no"}
    assert json.loads(run("retry", "--format", "json")[1]) == {"folder": str(root), "returned": 2, "delivered": []}
    assert set(left(root).values()) == {""}
    assert run("retry")[1] == f"0 entries wait again in {root}\n"


def test_export(root: Path, tmp_path: Path) -> None:
    """To the terminal, or into a new file that is the person's alone; everything stays where it is."""
    before = left(root)
    lines = [json.loads(each) for each in run("export")[1].splitlines()]
    assert {each["id"]: each["reason"] or "" for each in lines} == before
    file = tmp_path / "kept.jsonl"
    assert run("export", "--aside", "-o", str(file)) == (0, f"3 entries written to {file}\n", "")
    assert sorted(json.loads(each)["id"] for each in file.read_text().splitlines()) == ["c", "d\x1b", "e"]
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    code, said, complained = run("export", "-o", str(file))
    assert (code, said) == (1, "")
    assert complained == f"promptport events export: {file}: File exists\n"
    assert len(file.read_text().splitlines()) == 3
    assert left(root) == before


def test_what_cannot_be_exported(root: Path) -> None:
    """The rest is; but it is no success."""
    (folder_of(root) / "0123456789abcdef-000001.spool").write_bytes(b"torn")
    code, said, complained = run("export")
    assert (code, len(said.splitlines())) == (1, 6)
    assert complained == "1 can't be read, and are left out; `promptport events list` names them.\n"


def test_an_export_that_ends_early(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves no half."""

    def failing(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("promptport.cli.events.exported", failing)
    assert run("export", "-o", str(tmp_path / "kept.jsonl"))[0] == 1
    assert not (tmp_path / "kept.jsonl").exists()


def test_purging_asks(root: Path) -> None:
    """Who says no, or is not there, purges nothing; the question says how many, and how to keep them."""
    before = left(root)
    for answer in ("n\n", ""):
        code, said, complained = run("purge", say=answer)
        assert code == 1
        assert said.startswith("Purge 3 set aside (")
        assert f") in {root}? There is no way back; `promptport events export` keeps it first. [y/N]: " in said
        assert complained.splitlines()[-1] == "Nothing was purged; --yes purges without asking."
        assert left(root) == before
    code, said, _ = run("purge", "--reason", "422*", say="y\n")
    assert (code, said.splitlines()[-1]) == (0, f"2 entries purged in {root}")
    assert left(root) == {"a": "", "b": "", "s": "", "c": "age"}


def test_purging_without_asking(root: Path) -> None:
    """What waits only where it is asked for, and never that of a process that runs."""
    running = spool_of(root, [entry("z", NOW)])
    assert json.loads(run("purge", "--yes", "--format", "json")[1])["purged"] == 3
    assert run("purge") == (0, f"0 entries purged in {root}\n", "")
    assert run("purge", "-y", "--waiting", "--kind", "spans")[1] == f"1 entry purged in {root}\n"
    assert left(root) == {"a": "", "b": "", "z": ""}
    assert "waiting, a running process has it" in run("list")[1]
    assert run("purge", "-y", "--waiting")[1] == f"2 entries purged in {root}\n"
    assert left(root) == {"z": ""}
    running.close()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("list", "--folder", "{file}"), 1, "Not a directory"),
        (("list", "--older-than", "soon"), 2, "'soon' is no time: give one such as 90s"),
        (("erase",), 2, "No such command"),
        (("export", "-o", "{file}/x"), 1, "Not a directory"),
    ],
)
def test_what_fails(root: Path, tmp_path: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    """It is told in a line, with an exit code."""
    (tmp_path / "file").write_text("")
    found, said, complained = run(*(each.format(file=tmp_path / "file") for each in arguments))
    assert (found, said) == (code, "")
    assert words in complained


def test_memory_only(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMPTPORT_OUTBOX", "memory")
    code, said, complained = run("list")
    assert (code, said) == (1, "")
    assert complained.startswith(
        "promptport events list: Clients here keep events in memory only: PROMPTPORT_OUTBOX is memory"
    )
    assert complained.endswith(" --folder names a folder.\n")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0, ""),  # as of `head`, which has enough
        (OSError(errno.ENOSPC, "No space left on device"), 1, "promptport events list: No space left on device\n"),
    ],
)
def test_what_it_writes_to_takes_no_more(
    root: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: int, said: str
) -> None:
    def failing(text: str = "", err: bool = False, nl: bool = True) -> None:
        if not err:
            raise error
        click.echo(text, err=True, nl=nl)

    monkeypatch.setattr(typer, "echo", failing)
    monkeypatch.setattr("promptport.cli.terminal.silence", lambda: None)  # pytest's own stdout is no file
    assert run("list")[::2] == (code, said)


def test_a_folder_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no path can be, as a project file may say it, is told in a line as well."""
    monkeypatch.delenv("PROMPTPORT_OUTBOX_DIR")
    (tmp_path / "pyproject.toml").write_text('[tool.promptport]\nspool = "a\\u0000b"\n')
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", "1")
    monkeypatch.chdir(tmp_path)
    code, said, told = run("list")
    assert (code, said) == (1, "")
    assert told.startswith("promptport events list: ")
    assert told.count("\n") == 1
