"""Proves how the blocking half is derived from what is written for asyncio."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.one_python("lint and maintainers run it on the oldest")

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The tool, which is no package."""
    spec = importlib.util.spec_from_file_location("unasync", ROOT / "tools" / "unasync.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(
    ("written", "derived"),
    [
        (
            "async def aclose(self) -> None:\n    await self._it.aclose()",
            "def close(self) -> None:\n    self._it.close()",
        ),
        ("async with AsyncClient() as client:", "with Client() as client:"),
        ("async for each in AsyncxR2Client():", "for each in xR2Client():"),
        ("from ..aio import sleep", "from ..blocking import sleep"),
        ("from .._async.client import AsyncBaseClient", "from .._sync.client import BaseClient"),
        ("class _AsyncChunks:\n    async def __aenter__(self): ...", "class _Chunks:\n    def __enter__(self): ..."),
        ("asyncio = Asynchronous", "asyncio = Asynchronous"),
    ],
)
def test_a_text(tool: ModuleType, written: str, derived: str) -> None:
    assert tool.unasync(written, set()) == derived


def test_what_is_checked_in_is_what_is_derived(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """And no rule is idle."""
    assert tool.main(check=True) == 0
    assert "0 stale" in capsys.readouterr().out
