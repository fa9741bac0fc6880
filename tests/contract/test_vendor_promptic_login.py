"""Proves that the local Promptic lets devices in as the vendor's command line asks, unmodified, in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from promptport.testing import Platform

from .promptic_clients import CLIENTS, Clock, driver, local_promptic


@pytest.fixture
def platform() -> Iterator[Platform]:
    """A local Promptic that asks devices to wait for no time at all."""
    with local_promptic(Clock()) as made:
        made.backend("promptic").options.login_interval = 0
        yield made


def promptic(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command of the vendor's, and type something. `true` is the browser."""
    return subprocess.run(
        [sys.executable, "-c", "from promptic_sdk.cli.main import app; app()", *arguments],
        env={"HOME": str(home), "BROWSER": "true", "NO_PROXY": "*", "COLUMNS": "200"},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def polls(platform: Platform) -> list[int | None]:
    """The statuses with which questions for a token were answered."""
    return [each.status for each in platform.requests if each.operation == "login_poll_token"]


def test_a_device_is_let_in(platform: Platform, tmp_path: Path) -> None:
    """After a wait it has a token, finds the one workspace, and works in it, as the vendor's client does."""
    platform.backend("promptic").options.login_pending = 2
    run = promptic(tmp_path, "login", "--endpoint", platform.url("promptic"))
    assert run.returncode == 0, run.stdout + run.stderr
    assert polls(platform) == [400, 400, 200]
    config = tomllib.loads((tmp_path / ".promptic" / "config.toml").read_text())
    (workspace,) = platform.backend("promptic").workspaces_list("user_1")["data"]
    assert config["workspace_id"] == workspace["id"]
    listed = promptic(tmp_path, "components", "list", "--json")
    assert [each["name"] for each in json.loads(listed.stdout)["data"]] == ["welcome"]
    with driver(
        CLIENTS["blocking"], platform, access_token=config["access_token"], workspace_id=workspace["id"]
    ) as client:
        assert client.get_workspace()["id"] == workspace["id"]


@pytest.mark.parametrize("end", ["denied", "expired"])
def test_a_device_is_not_let_in(platform: Platform, tmp_path: Path, end: str) -> None:
    """Refused or too late, the command ends and keeps nothing."""
    platform.backend("promptic").seed({"options": {"login_end": end}})
    run = promptic(tmp_path, "login", "--endpoint", platform.url("promptic"))
    assert run.returncode == 1
    assert polls(platform) == [400, 400]
    assert not (tmp_path / ".promptic" / "config.toml").exists()


def test_of_several_workspaces_one_is_chosen(platform: Platform, tmp_path: Path) -> None:
    """A user with several workspaces lists them and selects one; each has its own components."""
    platform.backend("promptic").add_workspace("second", name="Second")
    assert promptic(tmp_path, "login", "--endpoint", platform.url("promptic"), typed="2\n").returncode == 0
    assert json.loads(promptic(tmp_path, "workspace", "info", "--json").stdout)["name"] == "Support"
    listed = json.loads(promptic(tmp_path, "workspace", "list", "--json").stdout)
    assert {each["name"] for each in listed} == {"Support", "Second"}
    assert promptic(tmp_path, "workspace", "select", "second").returncode == 0
    assert json.loads(promptic(tmp_path, "workspace", "info", "--json").stdout)["name"] == "Second"
    assert json.loads(promptic(tmp_path, "components", "list", "--json").stdout) == {"data": []}
