"""Proves that the first event of an asyncio client finds everything imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.one_python("what a module imports is the same on all")


def test_the_first_event_of_asyncio_imports_nothing() -> None:
    """C6: while the application waits for its model, what the first event needs is imported in small pieces."""
    code = """
import asyncio, sys
import promptport
from promptport.testing import Platform
async def main(platform):
    settings = {"api_key": "YOUR_PRODUCT_API_KEY", "base_url": platform.url("xr2"), "spool": False, "disk": False}
    async with promptport.AsyncClient("xr2", **settings) as client:
        rendered = (await client.get("welcome")).render(customer_name="Alice", language="en")
        while "promptport.client.reporting.finding" not in sys.modules:
            await asyncio.sleep(0.01)
        before = set(sys.modules)
        client.track(rendered, "sign_up")
        print(*(set(sys.modules) - before))
with Platform() as platform:
    asyncio.run(main(platform))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


def test_pieces_are_small() -> None:
    """Each finds most of what it imports, so that none takes long."""
    code = """
import sys
import promptport.client.aio
from importlib import import_module
from promptport.client.ahead import PIECES
for each in PIECES:
    before = set(sys.modules)
    import_module(each)
    print(len(set(sys.modules) - before))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert max(map(int, done.stdout.split())) <= 3
