"""Proves what `promptport mcp` says where it can't serve."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from promptport import AsyncClient, CallError
from promptport.cli.app import app
from promptport.cli.mcp import names_of
from promptport.testing import Platform

mcp = import_module("promptport.cli.mcp")  # a module and a function of its name
pytestmark = pytest.mark.one_python("texts are the same on all")


def said(*arguments: str) -> str:
    """What the command says, which fails."""
    found = CliRunner().invoke(app, ["mcp", *arguments])
    assert found.exit_code == 1
    assert not found.stdout
    return found.stderr


def test_a_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == "mcp" or each.startswith("promptport.mcp.")]:
        monkeypatch.delitem(sys.modules, name)
    without: Any = None
    monkeypatch.setitem(sys.modules, "mcp", without)
    remedy = 'which is not installed: pip install "promptport[cli,mcp]"'
    assert said("files:.") == f"promptport mcp: Serving MCP hosts needs mcp.server, {remedy}\n"


def test_what_can_t_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XR2_API_KEY", raising=False)
    assert said("nobody").startswith("promptport mcp: There is no platform 'nobody'")
    assert said(f"files:{tmp_path / 'none'}").startswith(
        f"promptport mcp: There is no folder '{tmp_path / 'none'}' for prompts. Name another one"
    )
    assert said("xr2").startswith(
        "promptport mcp: There is no API key: pass `api_key`, or set the environment variable XR2"
    )
    assert said("xr2", "--http", "--port", "0").startswith("promptport mcp: There is no API key")


def test_over_http(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says where it is, which programs wait for, and a signal ends it."""
    (tmp_path / "welcome.md").write_text("Hi.")
    ready = mcp._ready
    addresses = list[str]()

    def end(address: str) -> None:
        ready(address)
        addresses.append(address)
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(mcp, "_ready", end)
    found = CliRunner().invoke(app, ["mcp", f"files:{tmp_path}", "--http", "--port", "0"])
    assert (found.exit_code, found.stdout, found.stderr) == (0, f"ready {addresses[0]}\n", "")


def test_options_of_http_alone() -> None:
    """They are not passed over in silence."""
    for option in (["--port", "1"], ["--host", "::1"], ["--allow-host", "a"]):
        found = CliRunner().invoke(app, ["mcp", "files:.", *option])
        assert found.exit_code == 2
        assert "are of --http" in found.stderr


@pytest.mark.parametrize("name", ["scope", "xr2"])
async def test_names_of_a_platform_on_this_machine(name: str, platform: Platform) -> None:
    """It tells them though its API can't; another one does not."""
    async with AsyncClient(f"local:{name}") as client:
        names = names_of(client)
        assert names is not None
        assert set(await names()) >= {"welcome", *(["my-draft-prompt", "my-prompt"] if name == "scope" else [])}
    with pytest.raises(CallError, match="--prompt NAME"):
        await names()
    async with AsyncClient("xr2", api_key="k", base_url="https://xr2.example") as client:
        assert names_of(client) is None
    async with AsyncClient("local:promptrails") as client:
        assert names_of(client) is None
