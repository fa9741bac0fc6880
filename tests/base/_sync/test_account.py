# Made from tests/base/_async/test_account.py by `python tools/unasync.py`: change that file, never this one.
"""Proves that `account=` names an account that outlives its keys, in every room, and that workspaces stay apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from promptport import Client, ConfigurationError

from ..blocking import open_source
from ..rooms import ROOMS, secret_of, settings

ADDRESS = "http://platform.test"
WITHIN = {"scope": ("org_id", "environment"), "promptic": ("workspace_id",)}


@pytest.mark.parametrize("room", ROOMS)
def test_it_outlives_a_key(room: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account is the same with another key, which is another credential; with another name it is another account."""
    more = {"secret_key" if room == "langfuse" else "api_key": "first-key-0123"}
    with open_source(room, ADDRESS, account="prod", **more) as source:
        first = source.traits
    with open_source(room, ADDRESS, account="prod", **more | {secret_of(room): "second-key-0123"}) as source:
        assert source.traits.account == first.account
        assert source.traits.credential != first.credential
    with open_source(room, ADDRESS, account="test", **more) as source:
        assert source.traits.account != first.account
        assert source.traits.credential == first.credential
    monkeypatch.setenv(f"{room.upper()}_ACCOUNT", "prod")
    with open_source(room, ADDRESS, **more) as source:
        assert source.traits == first


@pytest.mark.parametrize(("room", "setting"), [(room, each) for room, names in WITHIN.items() for each in names])
def test_what_the_platform_is_told_besides_stays_part_of_it(room: str, setting: str) -> None:
    """Two workspaces don't meet, however their accounts are called."""
    more = {"access_token": "token-012345"} if room == "promptic" else {}
    found = set()
    for value in ("one", "other"):
        with open_source(room, ADDRESS, account="prod", **more | {setting: value}) as source:
            found.add(source.traits.account)
    assert len(found) == 2


@pytest.mark.parametrize("room", ROOMS)
def test_a_project_names_it_where_it_is_trusted(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes a folder could show one key the copies of another, so the file counts where the person trusts it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text(f'[tool.promptport.{room}]\naccount = "prod"\n')
    with pytest.raises(ConfigurationError, match="promptport trust"):
        Client(room, disk=False, **settings(room, ADDRESS))
    monkeypatch.setenv("PROMPTPORT_TRUST_PROJECT", "1")
    with Client(room, disk=False, **settings(room, ADDRESS)) as client:
        named = client.platform.account
    with Client(room, disk=False, account="prod", **settings(room, ADDRESS)) as client:
        assert client.platform.account == named
    with pytest.raises(ConfigurationError, match="must be a name of your own"):
        Client(room, disk=False, account=" ", **settings(room, ADDRESS))
