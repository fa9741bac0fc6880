"""Proves how a platform is found, and what it must offer."""

from __future__ import annotations

import pytest

from promptport import ConfigurationError
from promptport.platform import Registration, find


def test_a_platform_needs_both_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    """A registration without an asyncio variant is refused by name, when it is looked up."""

    class Entry:
        name = "half"

        def load(self) -> Registration:
            return Registration(lambda: None, None)  # type: ignore[arg-type, return-value] # what must not be

    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [Entry()])
    with pytest.raises(ConfigurationError, match="half has no asyncio variant"):
        find("half")
