"""What is no difference, with its reason: what a contract leaves out of a package, and what it has beside one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

BESIDE = Path(__file__).with_name("beside.toml")


class Aside(NamedTuple):
    """What is set aside.

    Attributes:
        name: The name, or what names begin with.
        names: How many names were.
        reason: Why.
    """

    name: str
    names: int
    reason: str


class SetAside:
    """Decides what is set aside, and keeps count of it.

    Args:
        left_out: Names of the package that the contract leaves out, each with its reason (`x-left-out`). Such a name stands for
            what lies behind it too, and for what is defined in a module of that name.
        beside: Names of ours that no package has, each with its reason; `*` stands for any text.
        follows: Names of the package with no operation or schema of their own: the one that each goes with.
        called: Names of types that the contract calls by another one.
    """

    def __init__(
        self,
        left_out: Mapping[str, str],
        beside: Mapping[str, str],
        follows: Mapping[str, str] | None = None,
        called: Mapping[str, str] | None = None,
    ) -> None:
        self._left_out, self._beside = dict(left_out), dict(beside)
        self.follows, self.called = dict(follows or {}), dict(called or {})
        self._found: dict[str, set[str]] = {}

    def left_out(self, name: str, home: str = "") -> bool:
        """Whether a name of the package is left out.

        Args:
            name: What callers write, such as `AgentGymClient`, `client.agents`, `Trace.level` or `agents.create(tools)`.
            home: The full name of the module that defines it.
        """
        for key in self._left_out:
            if name == key or name.startswith((f"{key}.", f"{key}(")) or _within(key, home):
                self._found.setdefault(key, set()).add(name)
                return True
        return False

    def beside(self, name: str) -> bool:
        """Whether a name of ours is known to be in no package."""
        for key in self._beside:
            if fnmatchcase(name, key):
                self._found.setdefault(key, set()).add(name)
                return True
        return False

    @property
    def asides(self) -> list[Aside]:
        """What was left out of the package."""
        listed = self._left_out.items()
        return [Aside(name, len(self._found[name]), reason) for name, reason in listed if name in self._found]


def _within(key: str, home: str) -> bool:
    """Whether a module is called so, or lies in one: for `agent_gym`, `promptic_sdk.agent_gym_models` is too."""
    return any(part == key or part.startswith(f"{key}_") for part in home.split("."))


def set_aside(platform: str, left_out: Mapping[str, str]) -> SetAside:
    """What is set aside for a platform: by its contract, and by the list beside this module."""
    listed = tomllib.loads(BESIDE.read_text(encoding="utf-8")).get(platform, {})
    return SetAside(left_out, listed.get("beside", {}), listed.get("follows"), listed.get("called"))
