"""Where `promptport events` looks, and which entries it means."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path
from time import time

import typer

from ..cache.envelope import shown_account
from ..client.own import own_settings
from ..errors import ConfigurationError
from ..outbox.account import Account
from ..outbox.listing import Listed
from ..outbox.place import MEMORY, SWITCH, root_of
from ..platform import Traits
from ..project.file import find_project
from ..project.guard import believed

Wanted = Callable[[Listed], bool]
UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86_400}
DURATION = re.compile(r"(\d{1,9})(s|min|h|d)")


def folder_here() -> Path:
    """The folder of clients that are built in this one.

    Raises:
        ConfigurationError: They keep nothing on disk.
    """
    spool = own_settings(find_project(believed=believed), {}).spool
    found = root_of(spool)
    if found is None:
        why = "a project file has `spool = false`" if spool is False else f"{SWITCH} is {MEMORY}, or there is no home"
        raise ConfigurationError(f"Clients here keep events in memory only: {why}. --folder names a folder.")
    return found


def account_shown(account: Account) -> str:
    """What tells an account from others: the same in every list of ours."""
    return shown_account(Traits(account.platform, account.origin, account.account)) if account.account else ""


def seconds(text: str) -> float:
    """How long a time is that a person gives, such as `90s`, `10min`, `12h` or `7d`."""
    found = DURATION.fullmatch(text)
    if found is None:
        raise typer.BadParameter(f"{text!r} is no time: give one such as 90s, 10min, 12h or 7d.")
    return int(found[1]) * UNITS[found[2]]


def wanted_by(
    platform: str | None, account: str | None, kind: str | None, reason: str | None, older_than: str | None
) -> Wanted:
    """Which entries a command means, by its options."""
    before = None if older_than is None else time() - seconds(older_than)

    def wanted(each: Listed) -> bool:
        return (
            (platform is None or each.account.platform == platform)
            and (account is None or account_shown(each.account) == account)
            and (kind is None or each.account.kind == kind)
            and (reason is None or (not each.waits and fnmatchcase(each.reason, reason)))
            and (before is None or (each.entry is not None and each.entry.at <= before))
        )

    return wanted
