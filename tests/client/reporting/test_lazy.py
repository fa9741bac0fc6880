"""Proves that what a client reports by is made when it is needed, and once."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from promptport.client.reporting.lazy import Lazy
from promptport.errors import NotSupported


def test_it_is_made_once() -> None:
    """A signal handler that needs it while it is made gets the same one."""
    made: list[object] = []

    def make() -> Any:
        made.append(object())
        if len(made) == 1:
            assert lazy.needed is made[1]
        return made[-1]

    lazy = Lazy[Any](make)
    before = lazy.made
    assert lazy.needed is lazy.needed is lazy.made is made[1]
    assert before is None
    assert len(made) == 2


def test_what_can_not_be_made() -> None:
    """It is tried again by whoever needs it next."""

    def find() -> Any:
        raise NotSupported("nowhere")

    lazy = Lazy[Any](find)
    for _ in range(2):
        with pytest.raises(NotSupported):
            lazy.needed  # noqa: B018 # it raises
    assert lazy.made is None


def test_who_reports_nothing_imports_nothing() -> None:
    """A blocking program needs no asyncio."""
    program = (
        "import sys, promptport; promptport.Client('xr2', api_key='xr2_prod_x', disk=False).close();"
        "assert not {'asyncio', 'promptport.outbox.outbox'} & set(sys.modules), sorted(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
