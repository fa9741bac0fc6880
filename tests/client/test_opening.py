"""Proves that one program serves every platform with its first line changed, and where a client finds its settings."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from promptport import Client, ConfigurationError, RenderError
from promptport.testing import Platform

PROGRAM = """
client = promptport.Client(source)
prompt = client.get("welcome")
rendered = prompt.render(customer_name="Alice", language="en")
messages = rendered.to_openai()
print(prompt.label, prompt.version, sorted(each.name for each in prompt.variables))
print(rendered.text)
print("\\n\\n".join(each["content"] for each in messages))
print(client.render("welcome", customer_name="Alice", language="en") == rendered, len(rendered.to_anthropic()["messages"]))
client.close()
"""
PRINTED = """production 1 ['customer_name', 'language']
You are a friendly assistant. Answer in en.

Welcome Alice and offer your help.
You are a friendly assistant. Answer in en.

Welcome Alice and offer your help.
True 1
"""


@pytest.mark.parametrize("source", ["local:xr2", "local:scope"])
def test_one_program_for_every_platform(source: str) -> None:
    """Ten lines, of which only the first is changed, print the same, and complain of nothing."""
    first = f"import promptport; source = {source!r}"
    command = [sys.executable, "-W", "error", "-c", first + PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == (PRINTED, "")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, deep inside a project."""
    for name in ("PROMPTPORT_SOURCE", "XR2_API_KEY", "XR2_BASE_URL", "SCOPE_API_URL"):
        monkeypatch.delenv(name, raising=False)
    inside = tmp_path / "project" / "src" / "deep"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    return tmp_path / "project"


def told(**arguments: Any) -> tuple[str, str]:
    """Which platform a client is of, and at which address."""
    with Client(**arguments) as client:
        return client.platform.name, client.platform.origin


def test_settings_in_order(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Arguments go before the environment, the environment before `pyproject.toml`, and that before the platform's default."""
    monkeypatch.setenv("XR2_API_KEY", "key")
    assert told(source="xr2") == ("xr2", "https://xr2.uk")
    (project / "pyproject.toml").write_text(
        '[tool.promptport]\nsource = "xr2"\n[tool.promptport.xr2]\nbase_url = "http://127.0.0.1:1"\ntimeout = 3\n'
        '[tool.promptport.scope]\nbase_url = "http://127.0.0.1:2"\norg_id = "o"\ntoken_refresh_buffer = 5\n'
    )
    assert told() == ("xr2", "http://127.0.0.1:1")
    with Client() as client:
        assert client._opened.client.timeout == 3  # type: ignore[attr-defined] # xR2's own client
    monkeypatch.setenv("XR2_BASE_URL", "http://environment")
    assert told() == ("xr2", "http://environment")
    assert told(base_url="http://argument") == ("xr2", "http://argument")
    monkeypatch.setenv("PROMPTPORT_SOURCE", "scope")
    secret = {"api_key": "k", "api_secret": "s"}
    assert told(**secret) == ("scope", "http://127.0.0.1:2")
    monkeypatch.setenv("SCOPE_API_URL", "http://scope-environment")
    assert told(**secret) == ("scope", "http://scope-environment")
    assert told(source="xr2") == ("xr2", "http://environment")


def test_credentials_from_several_places(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an argument or a file gives of Scope's three credentials is completed by the environment."""
    (project / "pyproject.toml").write_text('[tool.promptport.scope]\norg_id = "from-file"\n')
    monkeypatch.setenv("SCOPE_API_KEY", "key")
    monkeypatch.setenv("SCOPE_API_SECRET", "secret")
    monkeypatch.delenv("SCOPE_ORG_ID", raising=False)
    with Client("scope", api_key="argument") as client:
        who = client._opened.client.config.credentials  # type: ignore[attr-defined] # Scope's own client
    assert (who.org_id, who.api_key, who.api_secret) == ("from-file", "argument", "secret")
    monkeypatch.setenv("SCOPE_ORG_ID", "from-environment")
    with Client("scope", api_key="argument") as client:
        assert client._opened.client.config.credentials.org_id == "from-environment"  # type: ignore[attr-defined] # likewise


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({}, "Name a source"),
        ({"source": "xr3"}, "Did you mean xr2"),
        ({"source": "local:xr3"}, "There is no local platform 'xr3'"),
        ({"source": "local:"}, "There is no local platform ''"),
        ({"source": "xr2", "tiemout": 3}, "tiemout"),
        ({"source": "xr2", "api_key": "k", "tiemout": 3}, "tiemout"),
        ({"source": "scope", "org_id": "o", "api_key": "k", "api_secret": "s", "tiemout": 3}, "tiemout"),
        ({"source": "xr2", "api_key": "k", "ttl": -1}, "ttl"),
        ({"source": "xr2", "api_key": "k", "deadline": 0}, "deadline"),
        ({"source": "xr2", "api_key": "k", "timeout": "x"}, "timeout"),
        ({"source": "xr2", "api_key": "k", "retries": -1}, "retries"),
        ({"source": "xr2", "api_key": "k y"}, "api_key"),
        ({"source": "xr2", "api_key": "k", "base_url": "xr2.uk"}, "base_url"),
    ],
)
def test_arguments_that_make_no_sense(
    project: Path, monkeypatch: pytest.MonkeyPatch, arguments: dict[str, Any], words: str
) -> None:
    """Each is told by its name, when the client is built."""
    for name in ("SCOPE_ORG_ID", "SCOPE_API_KEY", "SCOPE_API_SECRET"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(ConfigurationError, match=words):
        Client(**arguments)


def test_a_local_platform_that_nobody_can_use_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a client can't be built, what was started for it ends."""
    started: list[Platform] = []
    stopped: list[Platform] = []
    start, stop = Platform.start, Platform.stop

    def starting(self: Platform) -> Platform:
        started.append(self)
        return start(self)

    def stopping(self: Platform) -> None:
        stop(self)
        stopped.append(self)

    monkeypatch.setattr(Platform, "start", starting)
    monkeypatch.setattr(Platform, "stop", stopping)
    with pytest.raises(ConfigurationError):
        Client("local:xr2", nonsense=1)  # type: ignore[call-overload] # that is the point
    (mine,) = started
    assert mine in stopped  # what other tests have left over may end meanwhile


@pytest.mark.parametrize(
    ("source", "settings", "told"),
    [
        ("xr2", {"api_key": "k", "base_ulr": "http://x"}, "no setting 'base_ulr'; did you mean base_url?"),
        ("xr2", {"api_key": "k", "tmeout": 3}, "no setting 'tmeout'; did you mean timeout?"),
        ("promptic", {"api_key": "k", "address": "http://x"}, "no setting 'address'; there are api_key, access_token"),
    ],
)
def test_misspelt_settings(source: str, settings: dict[str, Any], told: str) -> None:
    """The error has the closest name, or those that there are."""
    with pytest.raises(ConfigurationError, match=re.escape(told)):
        Client(source, **settings)


def test_a_fallback_takes_the_values_that_it_has_a_place_for() -> None:
    """No outage breaks a program whose fallback says less than the prompt; what the fallback needs is still told."""
    with Client("xr2", api_key="k", base_url="http://127.0.0.1:9", retries=0, disk=False) as client:
        for fallback, text in (("Hi there", "Hi there"), ("Hi {{name}}", "Hi Alice")):
            prompt = client.get("welcome", fallback=fallback)
            assert prompt.render(name="Alice", language="en").text == text
        with pytest.raises(RenderError, match=r"welcome, the fallback: .*missing: nme"):
            client.get("welcome", fallback="Hi {{nme}}").render(name="Alice", language="en")
