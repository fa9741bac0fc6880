"""Proves that a folder can't take a key away (S6): what a project file decides, and what only a person does."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

import pytest

from promptport import Client, ConfigurationError
from promptport.platform import Registration, find, installed
from promptport.project.file import Project
from promptport.project.guard import Guard, names_loopback

from .folders import KEYS, say, told

EVIL = "https://evil.example"
GUARDED = [
    ("xr2", "base_url", EVIL),
    ("xr2", "proxy", EVIL),
    ("xr2", "verify", False),
    ("xr2", "verify", "certificates.pem"),
    ("xr2", "verify", "/certificates.pem"),
    ("scope", "base_url", EVIL),
    ("scope", "auth_api_url", EVIL),
    ("scope", "proxy", EVIL),
    ("promptic", "endpoint", EVIL),
    ("promptrails", "base_url", EVIL),
    ("promptrails", "proxy", "evil.example:3128"),
    ("xr2", "transport", "x"),
    ("xr2", "hooks", ["x"]),
]


def toml(value: object) -> str:
    """A value as TOML has it."""
    return repr(value).lower() if isinstance(value, bool) else repr(value)


@pytest.mark.promise("S6")
@pytest.mark.parametrize(("platform", "setting", "value"), GUARDED)
def test_s6_a_folder_cant_take_a_key_away(project: Path, platform: str, setting: str, value: object) -> None:
    """S6: one error names the file, the setting and both ways; with an argument in its place, nothing is asked."""
    file = say(project, f"[tool.promptport.{platform}]\n{setting} = {toml(value)}\n")
    with pytest.raises(ConfigurationError) as caught:
        Client(platform, **KEYS[platform])
    text = str(caught.value)
    for each in (str(file), f"`{setting}`", "promptport trust", "PROMPTPORT_TRUST_PROJECT"):
        assert each in text
    given: dict[str, Any] = {"verify": True, "transport": None, "hooks": ()}
    argument = given.get(setting, "http://127.0.0.1:9")
    assert told(source=platform, **KEYS[platform], **{setting: argument})[0] == platform


@pytest.mark.promise("S6")
def test_s6_every_setting_of_every_room() -> None:
    """S6: whatever a room doesn't call harmless is guarded. A setting that joins these needs a second look, here."""
    harmless = {
        "bundle": {"place"},
        "files": {"place"},
        "langfuse": {"max_answer", "max_retries", "timeout"},
        "promptic": {"ai_application_id", "backoff_factor", "max_answer", "release", "retries", "timeout", "workspace_id"},
        "promptrails": {"idle_timeout", "max_answer", "max_retries", "release", "timeout"},
        "scope": {
            "api_version", "cache_enabled", "cache_ttl", "environment", "max_answer", "max_retries", "open_timeout", "org_id",
            "retry_base_delay", "retry_max_delay", "telemetry_enabled", "timeout", "token_refresh_buffer",
        },
        "xr2": {"backoff_factor", "max_answer", "timeout", "total_retries"},
    }  # fmt: skip
    assert {name: set(find(name).harmless) for name in installed()} == harmless
    for name in installed():
        known = {"place", *(find(name).settings or ())}
        assert {*find(name).harmless, *find(name).paths} <= known
    assert not Registration(lambda: None, lambda: None).harmless  # type: ignore[arg-type, return-value] # of others nothing is known


@pytest.mark.promise("S6")
@pytest.mark.parametrize(
    ("platform", "table", "origin"),
    [
        ("xr2", 'base_url = "http://127.0.0.1:9/xr2"', "http://127.0.0.1:9/xr2"),
        ("xr2", 'base_url = "http://localhost:9"', "http://localhost:9"),
        ("xr2", 'base_url = "http://[::1]:9"', "http://[::1]:9"),
        ("xr2", 'base_url = "http://127.1.2.3"', "http://127.1.2.3"),
        ("xr2", 'proxy = "http://127.0.0.1:3128"', "https://xr2.uk"),
        ("xr2", 'proxy = "localhost:3128"', "https://xr2.uk"),
        ("xr2", "timeout = 3\ntotal_retries = 1\nbackoff_factor = 0.1", "https://xr2.uk"),
        ("scope", 'auth_api_url = "http://127.0.0.1:9"\nenvironment = "test"', "https://api.scope.io"),
        ("promptic", 'endpoint = "http://127.0.0.1:9"\nretries = 1', "http://127.0.0.1:9"),
        ("promptrails", 'base_url = "http://127.0.0.1:9"\nmax_retries = 1', "http://127.0.0.1:9"),
    ],
)
def test_s6_what_harms_nobody(project: Path, platform: str, table: str, origin: str) -> None:
    """S6: a loopback address counts, and so does what decides nothing about secrets."""
    say(project, f"[tool.promptport.{platform}]\n{table}\n")
    assert told(source=platform, **KEYS[platform]) == (platform, origin)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("http://127.0.0.1", True),
        ("https://LOCALHOST:1/x", True),
        ("http://localhost.", True),
        ("127.0.0.1:3128", True),
        ("http://[::1]", True),
        ("http://127.0.0.1.evil.example", False),
        ("http://127.evil.example", False),
        ("http://localhost.evil.example", False),
        ("http://evil.example/127.0.0.1", False),
        ("http://127.0.0.1@evil.example", False),
        ("http://127.0.0.1:80@evil.example", False),
        ("http://evil.example\\@127.0.0.1", False),
        ("http://127.0.0.1\n.evil.example", False),
        ("http://evil.example#127.0.0.1", False),
        ("http://0.0.0.0", False),
        ("http://127.1", False),
        ("http://2130706433", False),
        ("http://[::ffff:8.8.8.8]", False),
        ("http://[::1", False),
        ("ftp://127.0.0.1", False),
        ("//127.0.0.1", False),
        ("", False),
        (True, False),
        (5, False),
        (["http://127.0.0.1"], False),
        ({"http": "http://127.0.0.1"}, False),
    ],
)
def test_what_is_loopback(value: object, expected: bool) -> None:
    assert names_loopback(value) is expected


@pytest.mark.promise("S6")
def test_s6_the_environment_decides(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S6: what the file says in vain is no error; what it says of another platform is none either."""
    say(project, f'[tool.promptport.xr2]\nbase_url = "{EVIL}"\n[tool.promptport.scope]\nbase_url = "{EVIL}"\n')
    monkeypatch.setenv("XR2_BASE_URL", "https://mine.example")
    assert told(source="xr2", api_key="k") == ("xr2", "https://mine.example")


@pytest.mark.promise("S6")
@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('disk = "/elsewhere"', "`disk`"),
        ('disk = "../elsewhere"', "`disk`"),
        ('disk = "~/elsewhere"', "`disk`"),
        ('disk = "link/elsewhere"', "`disk`"),
        ('source = "files:/etc"', "`place`"),
        ('source = "files:../other"', "`place`"),
        ('source = "files:link"', "`place`"),
        (f'source = "xr2:{EVIL}"', "`place`"),
        ('source = "local:xr2"\n[tool.promptport.local]\nprompts = "../other"', "`prompts`"),
        (f'source = "local:xr2"\n[tool.promptport.local]\nbase_url = "{EVIL}"', "`base_url`"),
    ],
)
def test_s6_folders_beyond_its_own(project: Path, tmp_path: Path, table: str, words: str) -> None:
    """S6: a project file decides about its own folder; which other ones are read and written, the person does."""
    (tmp_path / "other").mkdir()
    (project / "link").symlink_to(tmp_path / "other")
    say(project, f"[tool.promptport]\n{table}\n")
    arguments: dict[str, Any] = {} if "source" in table else {"source": "xr2", "api_key": "k"}
    with pytest.raises(ConfigurationError, match=words):
        Client(**arguments)


def test_paths_start_at_the_file(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the program was started: the folder of prompts, that of copies, and the one that a local platform holds."""
    (project / "prompts").mkdir()
    (project / "prompts" / "hello.md").write_text("Hello.")
    say(project, '[tool.promptport]\nsource = "files:./prompts"\ndisk = "copies"\n')
    with Client() as client:
        assert client.get("hello").render().text == "Hello."
        assert client.platform.origin == str(project / "prompts")
    with Client("local:xr2") as client:
        client.get("welcome")
    assert [each.name for each in (project / "copies").iterdir()]
    assert not (project / "src" / "deep" / "copies").exists()
    say(
        project, '[tool.promptport]\nsource = "local:xr2"\ndisk = false\n[tool.promptport.local]\nprompts = "prompts"\n'
    )
    with Client() as client:
        assert client.get("hello").render().text == "Hello."


def test_a_path_of_an_argument_starts_where_the_program_does(project: Path) -> None:
    say(project, "[tool.promptport]\nttl = 3\n")
    (project / "src" / "deep" / "prompts").mkdir()
    assert told(source="files:prompts") == ("files", str(project / "src" / "deep" / "prompts"))


@pytest.mark.parametrize("path", ["", "a\\u0000b"])
def test_a_path_that_is_none(project: Path, path: str) -> None:
    say(project, f'[tool.promptport]\ndisk = "{path}"\n')
    with pytest.raises(ConfigurationError, match="is no path"):
        Client("xr2", api_key="k")


@pytest.mark.promise("S6")
def test_s6_somebody_elses_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """S6: it is passed over, with a word in the log, unless the person trusts it; the next one above counts."""
    say(project.parent, "[tool.promptport]\nttl = 7\n")
    file = say(project, "[tool.promptport]\nttl = 3\n")
    fstat = os.fstat
    inode = file.stat().st_ino

    def given_away(descriptor: int) -> os.stat_result:
        about = fstat(descriptor)
        return os.stat_result([*about[:4], 4242, *about[5:]]) if about.st_ino == inode else about

    monkeypatch.setattr(os, "fstat", given_away)
    with Client("xr2", api_key="k", disk=False) as client:
        assert client._opening.own.caching.ttl == 7
    assert "belongs to somebody else" in caplog.text
    assert caplog.records[0].levelno == logging.WARNING
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", str(file))
    with Client("xr2", api_key="k", disk=False) as client:
        assert client._opening.own.caching.ttl == 3


def test_settings_come_back_as_they_were(project: Path) -> None:
    """What counts is a plain value, and a path a text."""
    found = Guard(Project(project / "pyproject.toml", {}, "", own=True)).checked(
        {"a": 1, "b": "c", "d": True}, "t", ("a", "b", "d"), ("b", "d")
    )
    assert found == {"a": 1, "b": str(project / "c"), "d": True}
