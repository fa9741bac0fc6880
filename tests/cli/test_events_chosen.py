"""Proves which entries a command means, and where it looks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from typer import BadParameter

from promptport.cache.envelope import shown_account
from promptport.cli.events_chosen import account_shown, folder_here, seconds, wanted_by
from promptport.errors import ConfigurationError
from promptport.outbox.account import Account
from promptport.outbox.listing import Listed
from promptport.platform import Traits

from ..outbox.folders import ACCOUNT, entry


def listed(age: float = 0.0, reason: str = "", account: Account = ACCOUNT) -> Listed:
    """An entry that waits, or was set aside where there is a reason."""
    return Listed(Path("x"), account.about, 10, entry("a", time.time() - age), reason, aside=bool(reason))


@pytest.mark.parametrize(
    ("options", "each", "wanted"),
    [
        ({}, listed(), True),
        ({"platform": "xr2"}, listed(), True),
        ({"platform": "scope"}, listed(), False),
        ({"kind": "scores"}, listed(), False),
        ({"kind": "scores"}, listed(account=ACCOUNT._replace(kind="scores")), True),
        ({"account": account_shown(ACCOUNT)}, listed(), True),
        ({"account": account_shown(ACCOUNT)}, listed(account=ACCOUNT._replace(account="two")), False),
        ({"reason": "*"}, listed(), False),
        ({"reason": "age"}, listed(reason="age"), True),
        ({"reason": "ag"}, listed(reason="age"), False),
        ({"reason": "*422*"}, listed(reason="xR2 says 422: no"), True),
        ({"reason": "*"}, Listed(Path("x"), {}, 10, None, "it is no segment"), True),
        ({"older_than": "2d"}, listed(119), False),
        ({"older_than": "2min"}, listed(121), True),
        ({"older_than": "0s"}, Listed(Path("x"), {}, 10, None, "it is no segment"), False),
        ({"platform": "xr2", "older_than": "1d"}, listed(5), False),
    ],
)
def test_which_are_meant(options: dict[str, str], each: Listed, wanted: bool) -> None:
    given = dict.fromkeys(("platform", "account", "kind", "reason", "older_than"))
    assert wanted_by(**{**given, **options})(each) is wanted


@pytest.mark.parametrize(("text", "found"), [("90s", 90), ("10min", 600), ("12h", 43_200), ("7d", 604_800)])
def test_times(text: str, found: float) -> None:
    assert seconds(text) == found


@pytest.mark.parametrize("text", ["", "7", "d", "-1d", "1.5h", "7 d", "1w", "9" * 10 + "d", "1d2h"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(BadParameter, match="is no time: give one such as 90s"):
        seconds(text)


def test_accounts_are_called_as_in_the_list_of_copies() -> None:
    assert account_shown(ACCOUNT) == shown_account(Traits("xr2", "https://elsewhere", "one"))
    assert account_shown(ACCOUNT._replace(account="")) == ""


def test_the_folder_of_clients_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROMPTPORT_OUTBOX_DIR", str(tmp_path))
    assert folder_here() == tmp_path
    (tmp_path / "pyproject.toml").write_text("[tool.promptport]\nspool = './events'")
    monkeypatch.chdir(tmp_path)
    assert folder_here() == tmp_path / "events"
    (tmp_path / "pyproject.toml").write_text("[tool.promptport]\nspool = false")
    with pytest.raises(ConfigurationError, match="a project file has `spool = false`"):
        folder_here()
    monkeypatch.chdir(tmp_path.parent)
    monkeypatch.setenv("PROMPTPORT_OUTBOX", "memory")
    with pytest.raises(ConfigurationError, match="in memory only: PROMPTPORT_OUTBOX is memory"):
        folder_here()
