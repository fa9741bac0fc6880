"""A small contract, and what the report says where a part of it is another."""

from __future__ import annotations

import copy
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from generator import contract
from generator.places import Refusals

from tools.report.wire import wire

ROOT = Path(__file__).parents[3]
Said = list[tuple[str, str, str]]
Compare = Callable[..., Said]

SENT = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": {"type": "string"},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "note": {"type": "string", "maxLength": 9, "default": "x"},
        "size": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        "tree": {"$ref": "#/components/schemas/Sent"},
    },
}
GOT = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "kind": {"type": "string", "enum": ["a", "b"]},
        "note": {"type": ["string", "null"]},
        "only": {"const": "one"},
        "size": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        "list": {"type": "array", "items": {"type": "string"}},
        "map": {"type": "object", "additionalProperties": {"type": "string"}},
        "more": {"$ref": "#/components/schemas/More"},
    },
}
MORE = {
    "allOf": [{"type": "object", "properties": {"a": {"type": "number"}}}, {"properties": {"b": {"type": "string"}}}]
}
ANSWER = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Got"}}}}
OPERATION = {
    "operationId": "things_make",
    "tags": ["things"],
    "parameters": [{"name": "page", "in": "query", "schema": {"type": "integer"}}],
    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Sent"}}}},
    "responses": {"200": ANSWER, "404": {"description": "None."}},
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "https://a.example"}],
    "security": [{"key": []}],
    "paths": {"/things": {"post": OPERATION}},
    "components": {
        "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        "schemas": {"Sent": SENT, "Got": GOT, "More": MORE},
    },
}  # fmt: skip


def edited(edits: dict[str, Any]) -> dict[str, Any]:
    """The contract with other values: by places such as `paths /things post`, None to take something out."""
    found = copy.deepcopy(DOCUMENT)
    for place, value in edits.items():
        *way, last = place.split()
        node: Any = found
        for part in way:
            node = node[int(part) if isinstance(node, list) else part]
        if value is None:
            del node[last]
        else:
            node[int(last) if isinstance(node, list) else last] = value
    return contract.resolved(found, Refusals())


@pytest.fixture
def compare() -> Compare:
    """What the report says of edits: grade, where and what of each entry; or of the way back."""

    def compared(edits: dict[str, Any], back: bool = False) -> Said:
        pair = [edited({}), edited(edits)]
        return [(each.grade, each.where, each.what) for each in wire("t", *(pair[::-1] if back else pair))]

    return compared


def repository(root: Path) -> Callable[..., None]:
    """A repository with the contract and the code of xR2, as they are here, at version 0.1.0. Answers a call of git in it."""
    for part in ("openapi/xr2.yaml", "generated/promptport_api/xr2", "wrapper/promptport/xr2"):
        (shutil.copytree if (ROOT / part).is_dir() else _copied)(ROOT / part, root / part)
    for file in ("generated/promptport_api/__init__.py", "wrapper/promptport/__init__.py"):
        (root / file).write_text('"""A package."""\n')
    (root / "wrapper/promptport/_version.py").write_text('__version__ = "0.1.0"\n')
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = {f"GIT_{who}_{what}": f"{what}@example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, env=os.environ | own | names)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "A release.")
    return git


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copy(source, target)
