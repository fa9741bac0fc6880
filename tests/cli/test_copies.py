"""Proves that copies are listed and cleared at a terminal, whatever they say of themselves, and that no secret is shown."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from promptport import Client
from promptport.cache.disk import Disk
from promptport.cache.envelope import cache_key, pack, packed, shown_account
from promptport.cache.grants import Grant
from promptport.cache.redis import RedisStore
from promptport.cli import copies, copies_view
from promptport.cli.app import app
from promptport.platform import Fetched, Query, Traits

from ..cache.conftest import redis_server as redis_server
from ..cache.conftest import running_redis as running_redis
from ..cache.servers import PASSWORD, RedisServer

NOW = 1_790_000_000.0
KEY = "planted-key-of-the-account"
MINE, OTHER = Traits("xr2", "https://xr2.uk", "one", credential="c1"), Traits("xr2", "https://xr2.uk", "two")
SCOPE = Traits("scope", "https://api.scope.io", "one")
LOCAL = Traits("xr2", "http://127.0.0.1:8700/xr2", "one", instance="21fc0123456789abcdef")


LIST = f"""\
scope, account {shown_account(MINE)}
  NAME        VERSION  LABEL  AGE   SIZE   SOURCE
  mail/??bye  v-7      -      17 h  NNN B  disk
xr2, account {shown_account(OTHER)}
  NAME     VERSION  LABEL       AGE  SIZE   SOURCE
  welcome  2        production  2 d  NNN B  disk
xr2, account {shown_account(MINE)}
  NAME     VERSION  LABEL       AGE    SIZE   SOURCE
  welcome  1        -           0 s    NNN B  disk, of a local platform
  welcome  3        production  5 min  NNN B  disk
  welcome  10       -           12 s   NNN B  disk
not readable: of another release, or damaged
  NAME                                      VERSION  LABEL  AGE  SIZE  SOURCE
  0000000000000000000000000000000000000000  -        -      -    N B   disk
6 copies (N,NNN B) in FOLDER
"""


def keep(folder: Path, traits: Traits, name: str, age: float, version: int | str, label: str | None = None) -> None:
    """Keep a copy."""
    fetched = Fetched(name, ({"role": "user", "content": "planted-text"},), version=version, label=label)
    envelope = packed(traits, Query(name), fetched, NOW - age, Grant(traits.credential))
    Disk(folder).write(cache_key(traits, Query(name, version)), envelope)


@pytest.fixture
def folder(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that clients here use, with copies of several accounts."""
    monkeypatch.setattr(copies_view.time, "time", lambda: NOW)  # type: ignore[attr-defined] # the module's own import
    monkeypatch.setattr("promptport.cache.disk.is_gone", lambda _: False)
    keep(cache_folder, MINE, "welcome", 12, 10)
    keep(cache_folder, MINE, "welcome", 321, 3, "production")
    keep(cache_folder, OTHER, "welcome", 2.9 * 86_400, 2, "production")
    keep(cache_folder, SCOPE, "mail/\x1b\nbye", 17.5 * 3600, "v-7")
    keep(cache_folder, LOCAL, "welcome", -5, 1)
    (cache_folder / ("0" * 40)).write_bytes(b"torn")
    return cache_folder


def run(*arguments: str, say: str | None = None) -> tuple[int, str, str]:
    """Run the command; its exit code and what it says."""
    done = CliRunner().invoke(app, ["cache", *arguments], input=say)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, sizes_hidden(done.stdout), done.stderr


def sizes_hidden(said: str) -> str:
    """What was said, whatever a copy takes on disk."""
    return re.sub(r"[\d,]+(?= B\b)", lambda found: re.sub(r"\d", "N", found[0]), said)


def test_a_list(folder: Path) -> None:
    """A table for each platform and account, in order; nothing of it steers the terminal, and no text of a prompt is shown."""
    code, said, complained = run("list")
    assert (code, complained) == (0, "")
    assert said.replace(str(folder), "FOLDER") == LIST


def test_filters(folder: Path) -> None:
    assert run("list", "--platform", "scope")[1].splitlines()[-1] == f"1 copy (NNN B) in {folder}"
    assert run("list", "--platform", "xr2", "--account", shown_account(OTHER))[1].count("welcome") == 1
    assert run("list", "--name", "mail/*")[1].count("mail/") == 1
    assert run("list", "--name", "wel[c]ome", "--platform", "scope")[1] == f"0 copies (N B) in {folder}\n"


def test_for_programs(folder: Path) -> None:
    """The same as JSON, with what nobody knows as null."""
    code, said, _ = run("list", "--format", "json")
    assert code == 0
    found = json.loads(said)
    assert code == 0
    assert (found["place"], found["complete"], len(found["copies"])) == (str(folder), True, 6)
    by_version = {each["version"]: each for each in found["copies"]}
    assert by_version[3].pop("size") > 300
    assert by_version[3] == {
        "platform": "xr2",
        "account": shown_account(MINE),
        "local": False,
        "name": "welcome",
        "version": 3,
        "label": "production",
        "age": 321.0,
        "source": "disk",
        "withdrawn": False,
        "key": cache_key(MINE, Query("welcome", 3)),
    }
    assert by_version[1]["local"]
    assert by_version[None] == {
        "platform": None, "account": None, "local": False, "name": None, "version": None, "label": None, "age": None,
        "size": 4, "source": "disk", "withdrawn": False, "key": "0" * 40,
    }  # fmt: skip
    assert "planted" not in said


def test_clearing_asks(folder: Path) -> None:
    """Who says no, or is not there, clears nothing; who says yes clears what the question said."""
    for answer in ("n\n", ""):
        code, said, complained = run("clear", "--platform", "scope", say=answer)
        assert code == 1
        assert said.startswith(f"Clear 1 copy (NNN B) in {folder}? [y/N]: ")
        assert complained.splitlines()[-1] == "Nothing was cleared; --yes clears without asking."
        assert len(list(folder.iterdir())) == 6
    code, said, _ = run("clear", "--platform", "scope", say="y\n")
    assert (code, said.splitlines()[-1]) == (0, f"1 copy (NNN B) cleared in {folder}")
    assert len(list(folder.iterdir())) == 5


def test_clearing_without_asking(folder: Path) -> None:
    """All of them, with what killed processes have left; other files stay. Where nothing is there, nobody is asked."""
    (folder / f"{'1' * 40}.{'a' * 16}.new").write_text("x")
    (folder / "README").write_text("x")
    size = (folder / cache_key(OTHER, Query("welcome", 2))).stat().st_size
    assert json.loads(run("clear", "--account", shown_account(OTHER), "--yes", "--format", "json")[1]) == {
        "place": str(folder), "complete": True, "cleared": 1, "bytes": size,
    }  # fmt: skip
    assert run("clear", "-y") == (0, f"5 copies (N,NNN B) cleared in {folder}\n", "")
    assert [each.name for each in folder.iterdir()] == ["README"]
    assert run("clear") == (0, f"0 copies (N B) cleared in {folder}\n", "")
    assert run("clear", "--folder", str(folder / "none")) == (0, f"0 copies (N B) cleared in {folder / 'none'}\n", "")


def test_a_bar_while_copies_are_cleared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told of each."""
    told: list[object] = []

    @contextmanager
    def progress(total: int, title: str) -> Iterator[Callable[[int], None]]:
        told.append((total, title))
        yield told.append

    monkeypatch.setattr(copies, "progress", progress)
    count = len(list(folder.iterdir()))
    run("clear", "--yes")
    assert told == [(count, "Clearing"), *[1] * count]
    assert list(folder.iterdir()) == []


def test_what_a_client_keeps(cache_folder: Path) -> None:
    """A client's own copies are told apart by account, without its key; what it can't prove is listed all the same."""
    with Client("local:xr2") as client:
        client.get("welcome")
        said = run("list")[1]
        assert "xr2, account " in said
        assert "account unknown" not in said
        assert "of a local platform" in said
        assert "YOUR_PRODUCT_API_KEY" not in said


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("list", "--redis", "redis://x", "--folder", "y"), 2, "not both"),
        (("list", "--redis", "http://user:planted-password@x"), 1, "`url` must be an address such as redis://host"),
        (("clear", "--redis", "redis://:planted-password@127.0.0.1:1/0"), 1, "Redis at 127.0.0.1:1/0 can't be used: "),
        (("list", "--folder", "{file}"), 1, "Not a directory"),
        (("erase",), 2, "No such command"),
        (("list", "--format", "yaml"), 2, "yaml"),
    ],
)
def test_what_fails(tmp_path: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    """It is told in a line, with an exit code, and without a password."""
    (tmp_path / "file").write_text("")
    found, said, complained = run(*(each.format(file=tmp_path / "file") for each in arguments))
    assert (found, said) == (code, "")
    assert words in complained
    assert "planted" not in complained


def test_an_old_copy(cache_folder: Path) -> None:
    """One that says neither its platform nor its account."""
    fetched = Fetched("p", ({"role": "user", "content": "x"},), version=1)
    Disk(cache_folder).write("1" * 40, pack(fetched, time.time(), b"x"))
    assert run("list")[1].startswith("unknown platform, account unknown\n")


def test_in_redis(redis_server: RedisServer) -> None:
    """With the same options; the address is shown without the password."""
    store = RedisStore(redis_server.url, prefix="mine")
    with Client("local:xr2", store=store) as client:
        client.get("welcome")
    where = f"Redis at 127.0.0.1:{redis_server.port}/0"
    code, said, _ = run("list", "--redis", redis_server.url, "--prefix", "mine")
    assert code == 0
    assert "welcome  1        production" in said
    assert said.splitlines()[-1] == f"1 copy (NNN B) in {where}"
    (found,) = json.loads(run("list", "--redis", redis_server.url, "--prefix", "mine", "--format", "json")[1])["copies"]
    assert (found["source"], found["local"], found["platform"]) == ("redis", True, "xr2")
    assert run("clear", "--redis", redis_server.url)[1] == f"0 copies (N B) cleared in {where}\n"
    said = run("clear", "--redis", redis_server.url, "--prefix", "mine", say="y\n")[1]
    assert said.splitlines()[-1] == f"1 copy (NNN B) cleared in {where}"
    assert PASSWORD not in said
    assert redis_server.held() == {}


def test_a_server_that_holds_more(redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told, and no failure."""
    monkeypatch.setattr("promptport.cache.redis_listing.MOST", 0)
    monkeypatch.setattr("promptport.cache.redis_listing.PAGE", 1)
    with redis_server.client() as redis:
        redis.mset({f"other:{at}": "x" for at in range(50)})
    code, _, complained = run("list", "--redis", redis_server.url)
    assert (code, complained) == (0, "There is more: this is where looking ends. Filter, or clear and look again.\n")
