"""Proves that `account=` names an account that outlives its keys, in every room, and that workspaces stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import AsyncClient, ConfigurationError

from ..aio import open_source
from ..rooms import ROOMS, secret_of, settings

ADDRESS = "http://platform.test"
WITHIN = {"scope": ("org_id", "environment"), "promptic": ("workspace_id",)}


@pytest.mark.parametrize("room", ROOMS)
async def test_it_outlives_a_key(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account is the same with another key, which is another credential; with another name it is another account."""
    more = {"secret_key" if room == "langfuse" else "api_key": "first-key-0123"}
    async with open_source(room, ADDRESS, account="prod", **more) as source:
        first = source.traits
    async with open_source(room, ADDRESS, account="prod", **more | {secret_of(room): "second-key-0123"}) as source:
        assert source.traits.account == first.account
        assert source.traits.credential != first.credential
    async with open_source(room, ADDRESS, account="test", **more) as source:
        assert source.traits.account != first.account
        assert source.traits.credential == first.credential
    monkeypatch.setenv(f"{room.upper()}_ACCOUNT", "prod")
    async with open_source(room, ADDRESS, **more) as source:
        assert source.traits == first


@pytest.mark.parametrize(("room", "setting"), [(room, each) for room, names in WITHIN.items() for each in names])
async def test_what_the_platform_is_told_besides_stays_part_of_it(room: str, setting: str) -> None:
    """Two workspaces don't meet, however their accounts are called."""
    more = {"access_token": "token-012345"} if room == "promptic" else {}
    found = set()
    for value in ("one", "other"):
        async with open_source(room, ADDRESS, account="prod", **more | {setting: value}) as source:
            found.add(source.traits.account)
    assert len(found) == 2


@pytest.mark.parametrize("room", ROOMS)
async def test_a_project_names_it_where_it_is_trusted(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes a folder could show one key the copies of another, so the file counts where the person trusts it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(f'[tool.promptport.{room}]\naccount = "prod"\n')
    with pytest.raises(ConfigurationError, match="promptport trust"):
        AsyncClient(room, disk=False, **settings(room, ADDRESS))
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", "1")
    async with AsyncClient(room, disk=False, **settings(room, ADDRESS)) as client:
        named = client.platform.account
    async with AsyncClient(room, disk=False, account="prod", **settings(room, ADDRESS)) as client:
        assert client.platform.account == named
    with pytest.raises(ConfigurationError, match="must be a name of your own"):
        AsyncClient(room, disk=False, account=" ", **settings(room, ADDRESS))
