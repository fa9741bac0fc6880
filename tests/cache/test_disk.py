"""Proves what copies on disk do: who may see them (S4), what is in them (S2), and what disks do to them."""

from __future__ import annotations

import logging
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from promptport import Client
from promptport.cache.disk import Disk
from promptport.cache.envelope import cache_key, packed, shown_account
from promptport.cache.grants import Grant
from promptport.platform import Fetched, Query, Traits
from promptport.testing import Platform

KEY = "YOUR_PRODUCT_API_KEY"
HERE, THERE = "a" * 40, "b" * 40


def mode(path: Path) -> int:
    """Who may do what."""
    return stat.S_IMODE(path.lstat().st_mode)


def opened(platform: Platform, folder: Path | str, **more: Any) -> Client:
    """A client that keeps copies in a folder."""
    return Client("xr2", disk=folder, **{"api_key": KEY, "base_url": platform.url("xr2"), "retries": 0, **more})


@contextmanager
def umask(value: int) -> Iterator[None]:
    """Another umask for a while."""
    before = os.umask(value)
    try:
        yield
    finally:
        os.umask(before)


@pytest.mark.promise("S4")
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077, 0o777])
def test_s4_the_folder_is_its_owners_alone(tmp_path: Path, mask: int) -> None:
    """S4: folders have mode 0700 and files 0600, whatever the umask says; those above that had to be made as well."""
    with umask(mask):
        disk = Disk(tmp_path / "new" / "cache")
        disk.write(HERE, b"one")
        claim = disk.claim(HERE, 5)
        try:
            modes = {path.name: mode(path) for path in (tmp_path / "new").rglob("*")}
            assert disk.claim(HERE, 5) is None
        finally:
            disk.release(claim)
        assert disk.read(HERE) == b"one"
    assert modes == {"cache": 0o700, HERE: 0o600, f"{HERE}.lock": 0o600}
    assert mode(tmp_path / "new") == 0o700


@pytest.mark.promise("S4")
def test_s4_a_folder_that_is_open_to_others(tmp_path: Path) -> None:
    """S4: one of our own is made private; its files are replaced by private ones."""
    (tmp_path / HERE).write_bytes(b"before")
    (tmp_path / HERE).chmod(0o666)
    tmp_path.chmod(0o777)
    Disk(tmp_path).write(HERE, b"after")
    assert (mode(tmp_path), mode(tmp_path / HERE)) == (0o700, 0o600)


def refused(folder: Path, caplog: pytest.LogCaptureFixture) -> str:
    """What the log says of a folder that is none to keep prompts in; it costs no call anything."""
    disk = Disk(folder)
    for _ in range(3):
        disk.write(HERE, b"one")
        claim = disk.claim(HERE, 5)
        assert claim is not None
        disk.release(claim)
        assert disk.read(HERE) is None
    (record,) = caplog.records
    return record.message


def test_a_folder_that_holds_other_things(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is not made private behind its owner's back, nor used while others see it."""
    (tmp_path / "readme").write_text("for all")
    tmp_path.chmod(0o755)
    assert "holds other things" in refused(tmp_path, caplog)
    assert mode(tmp_path) == 0o755
    assert [each.name for each in tmp_path.iterdir()] == ["readme"]


def test_a_folder_that_is_a_symbolic_link(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is written through it, and what it leads to stays as it is."""
    target = tmp_path / "target"
    target.mkdir()
    target.chmod(0o755)
    (tmp_path / "link").symlink_to(target)
    assert "symbolic link" in refused(tmp_path / "link", caplog)
    assert mode(target) == 0o755
    assert list(target.iterdir()) == []


def test_a_link_that_leads_nowhere(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is made where it leads."""
    (tmp_path / "link").symlink_to(tmp_path / "nothing")
    assert "symbolic link" in refused(tmp_path / "link", caplog)
    assert not (tmp_path / "nothing").exists()


def test_a_folder_that_is_a_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It stays what it is."""
    (tmp_path / "file").write_text("mine")
    refused(tmp_path / "file", caplog)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_below_a_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """So it is one floor down."""
    (tmp_path / "file").write_text("mine")
    refused(tmp_path / "file" / "cache", caplog)


def test_somebody_elses_folder(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever owns the folder could put prompts there."""
    me = os.geteuid()
    (tmp_path / HERE).write_bytes(b"forged")
    monkeypatch.setattr(os, "geteuid", lambda: me + 1)
    disk = Disk(tmp_path)
    disk.write(THERE, b"one")
    assert "somebody else" in caplog.text
    assert not (tmp_path / THERE).exists()
    if me == 0:
        assert disk.read(HERE) == b"forged"  # what is the system's is trusted, as in an image that was built so
        os.chown(tmp_path / HERE, 65534, -1)
    assert disk.read(HERE) is None


def test_links_in_the_folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A link in the place of a record or a lock is not followed: neither read, nor written through, nor made whole."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    folder = tmp_path / "cache"
    folder.mkdir(0o700)
    disk = Disk(folder)
    (folder / HERE).symlink_to(victim)
    (folder / f"{HERE}.lock").symlink_to(tmp_path / "made")
    assert disk.read(HERE) is None
    assert disk.claim(HERE, 5) is not None
    disk.write(HERE, b"one")
    assert victim.read_bytes() == b"mine"
    assert not (tmp_path / "made").exists()
    assert disk.read(HERE) == b"one"
    assert mode(folder / HERE) == 0o600
    assert not caplog.records


def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe, a socket or a folder in the place of a record is no record, and holds up nobody."""
    disk = Disk(tmp_path / "c")
    disk.write(THERE, b"one")
    before = sum(1 for _ in Path("/dev/fd").iterdir())
    os.mkfifo(tmp_path / "c" / HERE)
    assert disk.read(HERE) is None
    disk.write(HERE, b"one")
    assert disk.read(HERE) == b"one"
    (tmp_path / "c" / ("d" * 40)).mkdir()
    assert disk.read("d" * 40) is None
    with socket.socket(socket.AF_UNIX) as bound:
        monkeypatch.chdir(tmp_path / "c")  # the address of a socket has room for 107 bytes
        bound.bind("e" * 40)
        assert disk.read("e" * 40) is None
    assert sum(1 for _ in Path("/dev/fd").iterdir()) == before


ALONE = """
import os, sys
from promptport.cache.disk import Disk
import promptport, logging
logging.basicConfig(format="%(message)s", stream=sys.stdout)
folder, other = sys.argv[1:]
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
disk = Disk(folder)
print(disk.read("a" * 40))
for _ in range(3):
    disk.write("b" * 40, b"new")
print(disk.claim("a" * 40, 5))
Disk(other + "/below").write("a" * 40, b"new")
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other people reach. They don't reach `tmp_path`: every pytest that begins closes what is above it to them."""
    with TemporaryDirectory() as name:
        yield Path(name)


def test_a_folder_that_is_read_only(open_folder: Path) -> None:
    """What is there is read, nothing is written, its mode stays, and the log says so once."""
    folder = open_folder / "cache"
    Disk(folder).write(HERE, b"one")
    if os.geteuid() == 0:  # root may write everywhere, so the child is somebody else
        for path in (folder, folder / HERE):
            os.chown(path, 65534, 65534)
    folder.chmod(0o500)
    for path in [open_folder, *open_folder.parents][:-2]:
        with suppress(PermissionError):
            path.chmod(mode(path) | 0o055)
    open_folder.chmod(0o555)
    code = [sys.executable, "-c", ALONE, str(folder), str(open_folder)]
    done = subprocess.run(code, capture_output=True, text=True, check=True)
    folder_mode = mode(folder)
    folder.chmod(0o700)
    open_folder.chmod(0o755)

    assert done.stdout.splitlines() == [
        "b'one'",
        f"prompts can't be kept in {folder}: Permission denied",
        "True",
        f"prompts can't be kept in {open_folder}/below: Permission denied",
    ]
    assert folder_mode == 0o500
    assert [each.name for each in folder.iterdir()] == [HERE]


FULL = """
import resource, sys
from promptport import Client
from promptport.testing import Platform
import logging
logging.basicConfig(format="%(message)s", stream=sys.stdout, level="WARNING")
with Platform() as platform:
    backend = platform.backend("xr2")
    backend.add_prompt("small", [{"user_prompt": "small"}])
    backend.add_prompt("large", [{"user_prompt": "x" * 200_000}])
    settings = {"api_key": "YOUR_PRODUCT_API_KEY", "base_url": platform.url("xr2")}
    if sys.argv[2] == "limit":
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    with Client("xr2", disk=sys.argv[1], ttl=0, stale=0, **settings) as client:
        for _ in range(3):
            print(client.get("large").origin.source, client.get("small").origin.source)
    print(len(platform.requests))
    platform.script("xr2", {"status": 503, "times": None})
    with Client("xr2", disk=sys.argv[1], ttl=0, stale=0, retries=0, **settings) as client:
        print(client.get("small").origin.source)
    platform.reset()
"""


@pytest.fixture(params=["limit", "tmpfs"])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder on a disk that is soon full: a small one where this machine lets us make it, else files may not grow."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=100k,mode=0700", "tmpfs", str(folder)]
    may = request.param == "tmpfs" and os.geteuid() == 0
    mounted = may and subprocess.run(mount, check=False, capture_output=True).returncode == 0
    try:
        yield folder, "mounted" if mounted else "limit"
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(small: tuple[Path, str]) -> None:
    """No call fails, what fits is kept, nothing torn is left behind, and the log says so once."""
    folder, way = small
    done = subprocess.run([sys.executable, "-c", FULL, str(folder), way], capture_output=True, text=True, check=True)
    *told, count, outage, last = done.stdout.splitlines()
    assert [each for each in told if "prompts can't" not in each] == ["network network"] * 3
    (text,) = [each for each in told if "prompts can't" in each]
    assert text.partition(": ")[2] in ("No space left on device", "File too large")
    assert (count, last) == ("6", "disk")
    assert "small comes from a copy" in outage
    assert len(list(folder.iterdir())) == 1


def test_a_folder_that_is_taken_away(tmp_path: Path) -> None:
    """It is made anew."""
    disk = Disk(tmp_path / "cache")
    disk.write(HERE, b"one")
    (tmp_path / "cache" / HERE).unlink()
    (tmp_path / "cache").rmdir()
    assert disk.read(HERE) is None
    disk.write(HERE, b"two")
    assert disk.read(HERE) == b"two"
    assert mode(tmp_path / "cache") == 0o700


@pytest.mark.promise("S2")
def test_s2_what_is_on_disk(tmp_path: Path, platform: Platform, caplog: pytest.LogCaptureFixture) -> None:
    """S2: templates; no key, no value, no rendered text, and names of files that say nothing."""
    caplog.set_level(logging.DEBUG)
    variables = [{"name": "planted_variable", "type": "string", "required": True}]
    text = "Planted template for {{planted_variable}}"
    platform.backend("xr2").add_prompt("planted-name", [{"user_prompt": text, "variables": variables}])
    with opened(platform, tmp_path / "c") as client:
        prompt = client.get("planted-name")
        assert prompt.render(planted_variable="planted-value").text == "Planted template for planted-value"
        trace = prompt.fetched.trace
        account = client.platform.account
        spot = cache_key(client.platform, Query("planted-name"))

    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert [each.name for each in files] == [spot]
    content = files[0].read_text()
    assert text in content
    for secret in (KEY, "planted-value", "for planted-value", account, trace):
        assert isinstance(secret, str)
        assert secret not in content
        assert secret not in str(files[0].relative_to(tmp_path))
    assert "planted-value" not in caplog.text
    assert KEY not in caplog.text


def test_the_copies_of_one_prompt(tmp_path: Path) -> None:
    """They go, whatever they were asked for by; those of another prompt, account or platform stay, as does what is none."""
    disk, mine = Disk(tmp_path), Traits("xr2", "memory", "me")

    def put(traits: Traits, query: Query) -> str:
        found = Fetched(query.name, ({"role": "user", "content": "Hi"},))
        disk.write(key := cache_key(traits, query), packed(traits, query, found, 1.0, Grant("c")))
        return key

    gone = [put(mine, each) for each in (Query("p"), Query("p", 3), Query("p", label="odd"))]
    others = [
        put(mine, Query("q")),
        put(mine._replace(account="you"), Query("p")),
        put(mine._replace(name="scope"), Query("p")),
    ]
    disk.write("f" * 40, b"no copy")
    disk.drop_named("xr2", shown_account(mine), "p")
    assert {each.name for each in tmp_path.iterdir()} == {*others, "f" * 40}
    assert not {*gone} & {*others}
    Disk(tmp_path / "nowhere").drop_named("xr2", shown_account(mine), "p")


def test_what_was_tampered_with(tmp_path: Path, platform: Platform) -> None:
    """A record that was changed, cut off, moved or put there by somebody else is fetched anew, and mended by that."""
    with opened(platform, tmp_path / "c") as client:
        client.get("welcome")
        other = tmp_path / "c" / cache_key(client.platform, Query("welcome", 1))
        mine = tmp_path / "c" / cache_key(client.platform, Query("welcome"))
        client.get("welcome", version=1)
    good = mine.read_bytes()
    for bad in (good.replace(b"Welcome", b"Goodbye"), good[:-1], b"", b"\xff" * 300, other.read_bytes()):
        assert bad != good
        mine.write_bytes(bad)
        with opened(platform, tmp_path / "c") as client:
            assert client.get("welcome").origin.source == "network"
        with opened(platform, tmp_path / "c") as client:
            assert client.get("welcome").origin.source == "disk"
    assert len(platform.requests) == 2 + 5
