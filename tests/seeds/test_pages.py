"""Proves that the tests with mocks which each room's page shows pass as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import pytest_httpx

from ..base.rooms import ROOMS

WRAPPER = Path(__file__).parents[2] / "wrapper" / "promptport"

pytestmark = [pytest.mark.promise("C12"), pytest.mark.one_python("what pages show is tested on all by its own tests")]


def shown(room: str) -> dict[str, Any]:
    """The tests that a page shows, by their names."""
    blocks = re.findall(r"```python\n(.*?)```", (WRAPPER / room / "README.md").read_text("utf-8"), re.DOTALL)
    [block] = [each for each in blocks if "import respx" in each]
    names: dict[str, Any] = {}
    exec(compile(block, f"{room}/README.md", "exec"), names)
    return {name: each for name, each in names.items() if name.startswith("test_")}


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", ["test_with_respx", "test_with_a_mock_transport"])
def test_c12_shown(room: str, name: str) -> None:
    """C12, as users read it."""
    shown(room)[name]()


@pytest.mark.parametrize("room", ROOMS)
def test_c12_shown_with_pytest_httpx(room: str, httpx_mock: pytest_httpx.HTTPXMock) -> None:
    """C12, as users read it, with a fixture."""
    tests = shown(room)
    assert {*tests} == {"test_with_respx", "test_with_pytest_httpx", "test_with_a_mock_transport"}
    tests["test_with_pytest_httpx"](httpx_mock)
