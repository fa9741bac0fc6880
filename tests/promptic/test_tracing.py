"""Proves that who imports the vendor's tracing from here is told that there is none, and what to do."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from promptport import promptic


@pytest.mark.parametrize("name", ["ai_component", "dataset", "init"])
@pytest.mark.parametrize("module", ["promptport.promptic", "promptport.promptic.tracing"])
def test_it_is_told(module: str, name: str) -> None:
    """By the import, and where a program goes by the module."""
    with pytest.raises(ImportError, match=f"no tracing yet, so no `{name}`.*api/v1/traces"):
        exec(f"from {module} import {name}")
    found: Any = import_module(module)
    with pytest.raises(ImportError, match="no tracing yet"):
        getattr(found, name)


def test_what_can_be_had_is_listed() -> None:
    """Nothing that goes through the names of the module meets the error; a misspelt name is none of them."""
    assert {"ai_component", "dataset", "init"}.isdisjoint({*dir(promptic), *promptic.__all__})
    exec("from promptport.promptic import *", {})
    with pytest.raises(AttributeError, match="no attribute 'inti'"):
        _ = promptic.tracing.inti  # type: ignore[attr-defined]
