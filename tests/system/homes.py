"""People whom this machine doesn't know."""

from __future__ import annotations

import pwd
from typing import NoReturn

import pytest

VARIABLES = (
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "PROMPTPORT_CACHE_DIR",
    "PROMPTPORT_OUTBOX_DIR",
)


def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the person have no home: neither a variable nor the list of users names one."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)

    def unknown(_: object) -> NoReturn:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr(pwd, "getpwuid", unknown)
