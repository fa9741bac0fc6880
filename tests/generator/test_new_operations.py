"""Proves that an operation which is added to a contract is a typed method of both clients, and is served by the local
platform, without a line written by hand.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from copy import deepcopy
from importlib import import_module
from pathlib import Path
from typing import Any

import generate
import pytest
from generator import contract
from ruamel.yaml import YAML

from .strict import mypy

pytestmark = pytest.mark.one_python("what is generated is the same on all")

ROOT = Path(__file__).parents[2]
ADDED = YAML(typ="safe").load((Path(__file__).parent / "added.yaml").read_text())
USE = """
import asyncio
from promptport_local import Server
from promptport_local.{platform} import settings
from promptport.{platform}._async.source import Async{source}
from promptport.{platform}._sync.source import {source}
from promptport_api.{platform}.models import AddedNote

def use(url: str) -> None:
    with {source}(**settings(url)).client as client:
        note: AddedNote = client.{prefix}read_added("a/b"){taken}
        assert (note.id, note.lines[0].text if note.lines else None) == ("n1", "hello"), note
        made = client.{prefix}write_added(title="t", lines=[{{"text": "hello"}}]){taken}
        assert made == note
        with client.{prefix}watch_added("n1") as events:
            assert [event.id for event in events] == ["n1", "n1"]

async def use_async(url: str) -> None:
    async with Async{source}(**settings(url)).client as client:
        note: AddedNote = (await client.{prefix}read_added("a/b")){taken}
        assert note.id == "n1"
        async with client.{prefix}watch_added("n1") as events:
            assert [event.id async for event in events] == ["n1", "n1"]

with Server() as server:
    use(server.url("{platform}"))
    asyncio.run(use_async(server.url("{platform}")))
    assert [each.operation for each in server.requests if each.operation != "auth_login"] == [
        "{id}read_added", "{id}write_added", "{id}watch_added", "{id}read_added", "{id}watch_added"]
    assert not server.violations
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the generated packages of all contracts, each with three operations more."""
    root = tmp_path_factory.mktemp("extended")
    (root / "contracts").mkdir()
    for platform in [each.stem for each in generate.contracts()]:
        document: dict[str, Any] = YAML(typ="safe").load(ROOT / "openapi" / f"{platform}.yaml")
        flat = any(tag["name"] == "client" for tag in document["tags"])
        for path, item in deepcopy(ADDED["paths"]).items():
            for operation in item.values():
                operation["tags"] = ["client" if flat else "added"]
                operation["operationId"] = operation["operationId"] if flat else f"added_{operation['operationId']}"
            document["paths"][path] = item
        document["components"]["schemas"] |= ADDED["components"]["schemas"]
        (root / "contracts" / f"{platform}.yaml").write_text(json.dumps(document), encoding="utf-8")  # JSON is YAML
    generate.main(["--contracts", str(root / "contracts"), "--to", str(root)])
    return root


@pytest.fixture(scope="module")
def programs(extended: Path) -> dict[str, Path]:
    """For each platform a program that calls the three. A type checker has nothing against any of them."""
    found = {}
    for platform in [each.stem for each in generate.contracts()]:
        document = contract.load(extended / "contracts" / f"{platform}.yaml")
        flat = any(tag["name"] == "client" for tag in document["tags"])
        module = import_module(f"promptport.{platform}._sync.source")
        (source,) = [
            name
            for name, each in vars(module).items()
            if name.endswith("Source") and each.__module__ == module.__name__
        ]
        found[platform] = extended / f"use_{platform}.py"
        use = re.sub(r"\.(id|lines|text)\b", r'["\1"]', USE) if document.get("x-answers") else USE
        found[platform].write_text(use.format(
            platform=platform, source=source, prefix="" if flat else "added.", id="" if flat else "added_",
            taken=".unwrap()" if document.get("x-result") else "",
        ))  # fmt: skip
    assert mypy(extended, *(each.name for each in found.values()), environment=environment(extended)) == ""
    return found


def environment(folder: Path) -> dict[str, str]:
    """What Python and mypy find a folder's packages by, in the place of ours."""
    return {"PYTHONPATH": str(folder), "MYPYPATH": f"{folder}{os.pathsep}{ROOT / 'wrapper'}", "PATH": ""}


def run(folder: Path, *command: str) -> None:
    """Run Python where the folder's packages take the place of ours."""
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("platform", [each.stem for each in generate.contracts()])
def test_added_operations(platform: str, extended: Path, programs: dict[str, Path]) -> None:
    """A GET with a path parameter, a POST with a nested body and a stream: type-checked strictly, then run, twice."""
    run(extended, "-W", "error", programs[platform].name)
