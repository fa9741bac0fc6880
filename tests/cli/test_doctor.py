"""Proves that `promptport doctor` says what is configured, from where, whether it answers, and what to do; and never a key."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from promptport import Client
from promptport.base.credentials import store
from promptport.platform import find
from promptport.testing import Fault, FaultProxy, Platform

from .served import run

pytestmark = pytest.mark.one_python("what is found is the same on each")
KEY = "planted-key-that-nobody-sees"
HEAD = """\
ok  promptport    VERSION on Python VERSION, SYSTEM, with PROMPTPORT_CACHE_DIR, PROMPTPORT_OUTBOX_DIR
"""
ROOM = """\
ok  cache         empty: TMP/cache is made when it is needed
ok  outbox        empty: TMP/outbox is made when it is needed
ok  extras        installed: EXTRAS
"""
NOTHING = f"""\
{HEAD}\
--  project       none: no pyproject.toml here or above has [tool.promptport]
!!  source        none
      No platform is configured: set the key of one, such as XR2_API_KEY, or name a folder of prompt files, as in \
`promptport doctor files:./prompts`. `promptport demo` needs neither.
--  langfuse      not configured: There is no API key: pass `public_key`, or set the environment variable LANGFUSE_PUBLIC_KEY.
--  promptic      not configured: Authentication required. Pass `api_key` (or set PROMPTIC_API_KEY), or pass `access_token` \
and `ai_application_id` (or set PROMPTIC_ACCESS_TOKEN and PROMPTIC_AI_APPLICATION_ID), or run `promptport login promptic`.
--  promptrails   not configured: There is no API key: pass `api_key`, or set the environment variable PROMPTRAILS_API_KEY.
--  scope         not configured: There are no credentials: pass `credentials=ApiKeyCredentials(...)`, or set SCOPE_ORG_ID, \
SCOPE_API_KEY and SCOPE_API_SECRET.
--  xr2           not configured: There is no API key: pass `api_key`, or set the environment variable XR2_API_KEY.
{ROOM}\
1 problem
"""
Doctor = Callable[..., tuple[int, str]]


@pytest.fixture
def doctor(home: Path) -> Doctor:
    """Run it, and hide what differs from run to run."""

    def look(*arguments: str) -> tuple[int, str]:
        code, said, error = run("doctor", *arguments)
        assert error == ""
        assert KEY not in said
        said = re.sub(r"\d+ ms", "N ms", said.replace(str(home), "TMP"))
        said = re.sub(r"promptport    .*? on Python \S+, \w+", "promptport    VERSION on Python VERSION, SYSTEM", said)
        said = re.sub(
            r"127\.0\.0\.1:\d{4,}", "HOST", re.sub(r"..  extras  .*", "ok  extras        installed: EXTRAS", said)
        )
        return code, said

    return look


def about(said: str, name: str) -> list[str]:
    """The lines about one thing."""
    lines = said.splitlines()
    start = next(number for number, each in enumerate(lines) if each[4:].startswith(f"{name} "))
    end = next(number for number in range(start + 1, len(lines)) if not lines[number].startswith("      "))
    return lines[start:end]


def test_nothing_is_configured(doctor: Doctor) -> None:
    """All of it: what there is, and what to do first."""
    assert doctor() == (1, NOTHING)


def test_all_is_well(doctor: Doctor, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every platform answers, and says by which settings, from where; keys alone are not shown."""
    monkeypatch.setenv("PROMPTPORT_SOURCE", "xr2")
    for name in ("langfuse", "promptic", "promptrails", "scope", "xr2"):
        for setting, value in import_module(f"promptport_local.{name}").settings(platform.url(name)).items():
            monkeypatch.setenv(find(name).variables[setting], value)

    code, said = doctor()

    assert (code, said.splitlines()[-1]) == (0, "no problem")
    assert about(said, "source") == ["ok  source        xr2, from the environment variable PROMPTPORT_SOURCE"]
    assert about(said, "xr2") == [
        "ok  xr2           answers in N ms at http://HOST/xr2",
        "      api_key: set, from the environment variable XR2_API_KEY",
        "      base_url: http://HOST/xr2, from the environment variable XR2_BASE_URL",
    ]
    for name in ("langfuse", "promptic", "promptrails", "scope"):
        assert about(said, name)[0] == f"ok  {name:12}  answers in N ms at http://HOST/{name}"
    for key in ("YOUR_PRODUCT_API_KEY", "your-api-key", "key_abc123", "secret_xyz", "pk_local_dev", "sk-lf-..."):
        assert key not in said


def test_a_wrong_key_and_a_platform_that_is_not_there(
    doctor: Doctor, platform: Platform, monkeypatch: pytest.MonkeyPatch, proxy: FaultProxy
) -> None:
    """Each in the words of its error, which say what to do."""
    monkeypatch.setenv("XR2_API_KEY", KEY)
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    code, said = doctor("xr2")
    assert (code, about(said, "xr2")[0]) == (1, "!!  xr2           refuses the key in N ms at http://HOST/xr2")
    assert "XR2_API_KEY" in about(said, "xr2")[-1]
    monkeypatch.setenv("XR2_BASE_URL", "http://127.0.0.1:9")
    code, said = doctor("xr2")
    assert (code, about(said, "xr2")[0]) == (1, "!!  xr2           not reached in N ms at http://127.0.0.1:9")
    assert "Check the network" in about(said, "xr2")[-1]
    proxy.fault = Fault("hang")
    monkeypatch.setenv("XR2_BASE_URL", f"{proxy.url}/xr2")
    code, said = doctor("xr2", "--timeout", "0.3")
    assert (code, about(said, "xr2")[0]) == (1, "!!  xr2           no answer in time in N ms at http://HOST/xr2")


@pytest.mark.parametrize("address", [f"https://user:{KEY}@host", f"https://host/?token={KEY}"])
def test_an_address_with_a_secret(doctor: Doctor, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """It is none, as is said; and is not shown."""
    monkeypatch.setenv("XR2_API_KEY", KEY)
    monkeypatch.setenv("XR2_BASE_URL", address)
    code, said = doctor("xr2")
    assert (code, about(said, "xr2")[2]) == (1, "      base_url: set, from the environment variable XR2_BASE_URL")
    assert "without user, query or fragment" in about(said, "xr2")[-1]


def test_a_login(doctor: Doctor, home: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `promptport login` has kept is named as such, also where the address is a variable's."""
    monkeypatch.setenv("PROMPTIC_ENDPOINT", platform.url("promptic"))
    code, said = doctor("promptic")
    assert (code, about(said, "promptic")[0]) == (1, "!!  promptic      no key")
    store("promptic", platform.url("promptic"), {"access_token": KEY, "ai_application_id": "a"})
    code, said = doctor("promptic")
    assert (code, about(said, "promptic")[0]) == (
        1,
        "!!  promptic      refuses the key in N ms at http://HOST/promptic",
    )
    assert about(said, "promptic")[2] == (
        "      access_token: set, from `promptport login promptic`, kept in TMP/config/promptport/credentials.toml"
    )


def test_a_project_file(doctor: Doctor, home: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its settings are told with its path; a folder starts at it; what it may not say is what is wrong."""
    file = home / "work" / "pyproject.toml"
    (home / "work" / "prompts").mkdir()
    (home / "work" / "prompts" / "a.md").write_text("Hi")
    (home / "work" / "deep").mkdir()
    monkeypatch.chdir(home / "work" / "deep")
    file.write_text("[tool.promptport]\nsource = 'files:./prompts'\n[tool.promptport.xr2]\ntimeout = 3\n")
    monkeypatch.setenv("XR2_API_KEY", KEY)
    monkeypatch.setenv("XR2_BASE_URL", platform.url("xr2"))
    code, said = doctor()
    assert about(said, "source") == ["ok  source        files:./prompts, from TMP/work/pyproject.toml"]
    assert about(said, "files:./prompts")[0].endswith("answers in N ms at TMP/work/prompts, 1 prompt")
    assert about(said, "xr2")[3] == "      timeout: 3, from TMP/work/pyproject.toml"
    file.write_text("[tool.promptport.xr2]\nbase_url = 'https://elsewhere.example'\n")
    monkeypatch.delenv("XR2_BASE_URL")
    code, said = doctor()
    assert (code, about(said, "xr2")[0]) == (1, "!!  xr2           can't be opened")
    assert "run `promptport trust TMP/work/pyproject.toml`" in about(said, "xr2")[-1]
    file.write_text("[tool.promptport]\nttk = 3\n")
    code, said = doctor()
    assert (code, about(said, "project")[0]) == (1, "!!  project       not usable")
    assert "did you mean ttl?" in about(said, "project")[1]
    assert "xr2" not in said


def test_a_bundle(doctor: Doctor, home: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is looked at, and the platform whose prompts it has is asked all the same."""
    monkeypatch.setenv("XR2_API_KEY", KEY)
    monkeypatch.setenv("XR2_BASE_URL", "http://127.0.0.1:9")
    assert run("pull", "welcome", "-s", "local:xr2", "--to", "prompts")[0] == 0
    (home / "work" / "pyproject.toml").write_text("[tool.promptport]\nsource = 'xr2'\nbundle = './prompts'\n")
    code, said = doctor()
    assert (code, about(said, "xr2")[0]) == (1, "!!  xr2           not reached in N ms at http://127.0.0.1:9")
    assert about(said, "bundle") == ["ok  bundle        answers in N ms, without the platform, 1 prompt"]
    assert about(said, "scope")[0].startswith("--  scope         not configured: ")
    (home / "work" / "prompts" / "promptport.lock").unlink()
    assert "promptport pull" in about(doctor()[1], "bundle")[-1]


def test_a_project_file_of_somebody_else(doctor: Doctor, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is passed over, and how it would not be is told once."""
    (home / "work" / "pyproject.toml").write_text("[tool.promptport]\nsource = 'xr2'\n")
    monkeypatch.setattr("promptport.project.file.is_own", lambda _: False)
    code, said = doctor()
    assert (code, about(said, "project")[0]) == (1, "!!  project       passed over: TMP/work/pyproject.toml")
    assert said.count("promptport trust") == 1
    assert about(said, "source")[0] == "!!  source        none"
    run("trust", str(home / "work"))
    code, said = doctor()
    assert about(said, "project") == ["ok  project       trusted: TMP/work/pyproject.toml"]


def test_folders(doctor: Doctor, home: Path, platform: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in them, what waits, what was set aside; and what can't be used."""
    with Client("xr2", api_key="YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as client:
        client.get("welcome")
        client.track("t", "no_such_event")
        client.flush()
    code, said = doctor(f"files:{home}/work")
    assert code == 1
    assert re.fullmatch(r"ok  cache         writable: 1 copy \([\d,]+ B\) in TMP/cache", about(said, "cache")[0])
    assert about(said, "outbox")[0] == "!!  outbox        writable: 0 entries wait; 1 set aside in TMP/outbox"
    (home / "file").write_text("")
    monkeypatch.setenv("PROMPTPORT_CACHE_DIR", str(home / "file"))
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(home / "file" / "in"))
    code, said = doctor(f"files:{home}/work")
    assert about(said, "cache")[0] == "!!  cache         not usable: TMP/file"
    assert "TMP/file is no folder" in about(said, "outbox")[1]
    monkeypatch.setenv("PROMPTPORT_OUTBOX", "memory")
    assert about(doctor(f"files:{home}/work")[1], "outbox")[0].startswith("--  outbox        off: ")


def test_for_programs(doctor: Doctor, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same as data."""
    monkeypatch.setenv("XR2_API_KEY", KEY)
    monkeypatch.setenv("XR2_BASE_URL", "http://127.0.0.1:9")
    code, said, _ = run("doctor", "--format", "json")
    assert (code, KEY in said) == (1, False)
    found = json.loads(said)
    findings = {each["name"]: each for each in found["findings"]}
    assert (found["ok"], findings["xr2"]["ok"], findings["scope"]["ok"]) == (False, False, True)
    assert findings["xr2"]["settings"][0] == {
        "name": "api_key", "origin": "the environment variable XR2_API_KEY", "value": None,
    }  # fmt: skip
    assert findings["xr2"]["seconds"] >= 0
