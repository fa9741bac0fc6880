"""The probe's generated client, made once and importable as `promptport_api.probe`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import generate
import promptport_api
import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def probe_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a `promptport_api` that holds the probe."""
    root = tmp_path_factory.mktemp("generated")
    (root / "contracts").mkdir()
    shutil.copy(HERE / "probe.yaml", root / "contracts")
    generate.main(["--contracts", str(root / "contracts"), "--to", str(root)])
    return root


@pytest.fixture(scope="session")
def probe(probe_root: Path) -> Iterator[ModuleType]:
    """The package `promptport_api.probe`."""
    promptport_api.__path__.append(str(probe_root / "promptport_api"))
    yield import_module("promptport_api.probe")
    promptport_api.__path__.remove(str(probe_root / "promptport_api"))
