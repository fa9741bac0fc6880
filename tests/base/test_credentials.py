"""Proves how the credentials of a person are kept: theirs alone, whole at any moment, and apart by platform and origin (S4)."""

from __future__ import annotations

import stat
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from promptport.base import credentials
from promptport.base.credentials import check_place, origin, store, stored
from promptport.errors import ConfigurationError

from ..system.homes import homeless

A, B = "https://a.example", "http://127.0.0.1:8700/promptic"


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of configurations of the test's own, which is not there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def mode(path: Path) -> int:
    """What others may do with a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def test_kept_and_forgotten(home: Path) -> None:
    """Entries stand side by side; storing one replaces it, storing nothing forgets it, and the others stay."""
    assert stored("promptic", A) == {}
    file = store("promptic", A, {"access_token": "1", "workspace_id": "w"})
    store("promptic", B, {"access_token": "2"})
    store("other", A, {"access_token": "3"})
    store("promptic", A, {"access_token": "4"})

    assert file == home / "promptport" / "credentials.toml"
    assert [stored(*each) for each in (("promptic", A), ("promptic", B), ("other", A), ("other", B))] == [
        {"access_token": "4"}, {"access_token": "2"}, {"access_token": "3"}, {},
    ]  # fmt: skip
    store("promptic", A, {})
    assert stored("promptic", A) == {}
    assert stored("promptic", B) == {"access_token": "2"}
    assert "4" not in file.read_text().replace("promptic", "")


def test_the_owners_alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S4: 0700 and 0600, whatever the umask, and where they were laxer before."""
    monkeypatch.setattr("os.umask", lambda mask: mask)  # nothing here changes it
    file = store("promptic", A, {"access_token": "t"})
    assert (mode(file.parent), mode(file)) == (0o700, 0o600)

    file.chmod(0o644)
    file.parent.chmod(0o755)
    store("promptic", A, {"access_token": "t"})
    assert (mode(file.parent), mode(file)) == (0o700, 0o600)


def test_whole_at_any_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the file as it was, and nothing beside it."""
    file = store("promptic", A, {"access_token": "old"})
    before = file.read_bytes()

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ConfigurationError, match="can't be written: No space left on device"):
        store("promptic", A, {"access_token": "new"})

    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("text", ['"', "\\", "a\nb", "\x7f", "ü", "\U0001f511", "]", "#", "'", "\t"])
def test_any_text(text: str) -> None:
    """What is kept comes back as it was."""
    file = store("promptic", A, {"access_token": text})

    assert stored("promptic", A) == {"access_token": text}
    assert tomllib.loads(file.read_text("utf-8")) == {"promptic": {A: {"access_token": text}}}


@pytest.mark.parametrize(
    "content",
    [
        'access_token = "planted',
        'promptic = "planted"',
        '[promptic]\nx = "planted"',
        "[promptic.x]\ny = 7 # planted",
        "\xff",
    ],
)
def test_a_file_that_is_another(content: str, home: Path) -> None:
    """It is named and left alone; no word of it is shown, since it may be a secret."""
    file = store("promptic", A, {"access_token": "t"})
    file.write_bytes(content.encode("latin-1"))

    for act in (lambda: stored("promptic", A), lambda: store("promptic", A, {"access_token": "u"})):
        with pytest.raises(ConfigurationError, match=r"credentials\.toml is") as caught:
            act()
        assert "planted" not in f"{caught.value} {caught.value.__cause__}"
    assert file.read_bytes() == content.encode("latin-1")


def test_no_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that can't be made is told; a person without a home has nothing kept that could be read."""
    (tmp_path / "config").write_text("a file")
    assert stored("promptic", A) == {}
    for act in (check_place, lambda: store("promptic", A, {"access_token": "t"})):
        with pytest.raises(ConfigurationError, match="can't be written"):
            act()

    homeless(monkeypatch)
    assert stored("promptic", A) == {}
    for act in (check_place, lambda: store("promptic", A, {"access_token": "t"})):
        with pytest.raises(ConfigurationError, match="no place for credentials"):
            act()


LOGINS = """
import sys
from promptport.base.credentials import store
for at in range(int(sys.argv[2])):
    store("promptic", f"https://{sys.argv[1]}-{at}.example", {"access_token": "t"})
"""


@pytest.mark.parametrize("processes", [4])
def test_logins_at_once(processes: int) -> None:
    """Four processes that log in ten times each keep forty logins: nobody overwrites what another has just kept."""
    code = [sys.executable, "-c", LOGINS]
    running = [subprocess.Popen([*code, str(each), "10"], stderr=subprocess.PIPE) for each in range(processes)]
    assert [(each.communicate(timeout=60)[1], each.returncode) for each in running] == [(b"", 0)] * processes
    found = tomllib.loads(credentials.path().read_text("utf-8"))["promptic"]
    assert len(found) == 10 * processes
    assert [each.name for each in credentials.path().parent.iterdir()] == ["credentials.toml"]


def test_checked_before_anything_is_kept(home: Path) -> None:
    """What is checked is what is written later: the folder is made, and the file stays as it is."""
    check_place()
    assert mode(home / "promptport") == 0o700
    assert list((home / "promptport").iterdir()) == []
    file = store("promptic", A, {"access_token": "t"})
    before = file.read_bytes()
    check_place()
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://Promptic.EU/a/b", "https://promptic.eu"),
        ("https://promptic.eu:443", "https://promptic.eu"),
        ("https://promptic.eu.", "https://promptic.eu"),
        ("http://h:443", "http://h:443"),
        ("http://h:80/", "http://h"),
        ("http://[::1]:8700/x", "http://[::1]:8700"),
    ],
)
def test_origins(address: str, expected: str) -> None:
    """Scheme, host and port, each in one spelling."""
    assert origin(address) == expected


def test_nothing_is_read_for_those_who_have_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file concerns nobody who has a key."""
    from promptport.promptic import PrompticClient

    def refuse(*_: Any) -> None:
        raise AssertionError("the file was looked at")

    monkeypatch.setattr("promptport.promptic.settings.stored", refuse)
    assert PrompticClient("k").timeout == 30.0
