"""Proves the contract of import-linter that is ours: a generated package is imported by the room of its name alone."""

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
    spec = importlib.util.spec_from_file_location("layers", ROOT / "tools" / "layers.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize(
    ("importer", "kept"),
    [
        ("rooms.xr2.client", True),
        ("api.xr2.models", True),
        ("rooms.xr2", True),
        ("rooms.xr2x", False),
        ("rooms.scope.client", False),
        ("rooms", False),
    ],
)
def test_who_may_import_whom(tool: ModuleType, importer: str, kept: bool) -> None:
    from grimp import ImportGraph

    graph = ImportGraph()
    for module in ("api", "api.xr2", "api.xr2.models", "rooms", "rooms.xr2", importer):
        graph.add_module(module)
    graph.add_import(importer=importer, imported="api.xr2", line_number=3, line_contents="import api.xr2")
    contract = tool.Namesake("generated", {}, {"imported": "api", "importers": "rooms"})

    found = contract.check(graph, verbose=False)
    assert found.kept is kept
    assert [each[:2] for each in found.metadata["found"]] == ([] if kept else [(importer, "api.xr2")])
