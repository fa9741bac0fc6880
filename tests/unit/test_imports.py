"""Proves that importing is cheap (F6, by counts) and that lazily imported names are exactly those that are promised."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

WRAPPER = Path(__file__).parents[2] / "wrapper"
HEAVY = {
    "httpx",
    "httpcore",
    "aiohttp",
    "attrs",
    "json",
    "logging",
    "asyncio",
    "typing",
    "inspect",
    "dataclasses",
    "starlette",
}
LAZY = [
    "promptport",
    "promptport.scope",
    "promptport.xr2",
    "promptport.xr2.client",
    "promptport.testing",
    "promptport.local",
]


def loaded(statement: str) -> set[str]:
    """The modules that a statement loads into a fresh interpreter."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("package", LAZY)
def test_importing_loads_nothing_heavy(package: str) -> None:
    """A package costs its own few modules; whatever takes milliseconds waits until it is used."""
    found = loaded(f"import {package}")

    assert not found & HEAVY
    assert len(found) <= 6


def test_models_load_when_they_are_used() -> None:
    """A client needs no model, and no attrs, before its first answer."""
    found = loaded("from promptport.xr2.client import xR2Client; xR2Client('k')")

    assert not [name for name in found if ".models." in name]
    assert "attr" not in found
    assert "aiohttp" not in found


def test_asyncio_engine_is_there_before_the_first_call() -> None:
    """What takes long to import is imported when the client is built, not in the first awaited call."""
    assert "aiohttp" in loaded("from promptport.xr2.client import AsyncxR2Client; AsyncxR2Client('k')")


def test_first_awaited_call_imports_nothing() -> None:
    """C6, the cause of it: an import inside a call would hold up the event loop, so none is left for it."""
    code = """
import asyncio, sys
from promptport.testing import Platform
from promptport.xr2 import AsyncxR2Client
async def main(platform):
    async with AsyncxR2Client("YOUR_PRODUCT_API_KEY", base_url=platform.url("xr2")) as client:
        before = set(sys.modules)
        prompt = (await client.get_prompt(slug="welcome")).unwrap()
        prompt.render({"customer_name": "A"})
        await client.track_event(trace_id=prompt.trace_id, event_name="nope")
        print(*(set(sys.modules) - before))
with Platform() as platform:
    asyncio.run(main(platform))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


@pytest.mark.parametrize("package", LAZY)
def test_names_are_the_same_for_type_checkers(package: str) -> None:
    """What a type checker sees under TYPE_CHECKING is what a program gets, and a misspelt name is an error in both."""
    module = import_module(package)
    path = WRAPPER.joinpath(*package.split("."))
    source = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    typed = {
        alias.asname or alias.name
        for node in ast.parse(source.read_text()).body
        if isinstance(node, ast.If)
        for each in node.body
        if isinstance(each, ast.ImportFrom) and each.module
        for alias in each.names
    }

    assert typed <= set(module.__all__) <= typed | {"__version__", "VERSION"}
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Clinet'"):
        module.Clinet  # noqa: B018


def test_rooms_need_no_import_of_their_own() -> None:
    """`import promptport` is enough for everything in it; completion and `dir` know it all."""
    code = "import promptport as p; print(p.xr2.xR2Client.__name__, p.testing.Platform.__name__, *dir(p))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    first, second, *names = done.stdout.split()
    assert (first, second) == ("xR2Client", "Server")  # the local server, under its name for tests
    assert {"Client", "AsyncClient", "xr2", "scope", "testing", "__version__"} <= set(names)
