"""Proves that contracts come from the files or from a commit, and that an old one's package is what today's says."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml

from tools.vendors.contracts import Problem, contracts, names

from .watched import DOCUMENT

pytestmark = pytest.mark.one_python("git and the generator do the same on all")
MINE = ("-c", "user.name=a", "-c", "user.email=a@example", "-c", "commit.gpgsign=false")


def project(root: Path) -> None:
    """A project whose first commit has a contract without a history, and whose files have it today."""
    before = {key: each for key, each in DOCUMENT.items() if key not in ("x-package", "x-releases")}
    write(root, before)
    room = root / "wrapper" / "promptport" / "acme"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text('__all__ = ["Acme", "Thing"]\n', encoding="utf-8")
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "Before.")):
        subprocess.run(["git", *MINE, *command], cwd=root, check=True, capture_output=True)
    write(root, {**DOCUMENT, "x-left-out": {"gym": "an alpha", "things_get": "another name"}})
    (room / "__init__.py").write_text('__all__ = ["Acme", "Thing", "Part"]\n', encoding="utf-8")


def write(root: Path, document: dict[str, object]) -> None:
    """Write the contract of a project, which knows but one release where it has no history."""
    (root / "openapi").mkdir(exist_ok=True)
    (root / "openapi" / "acme.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")


def test_the_files(tmp_path: Path) -> None:
    project(tmp_path)

    (found,) = contracts(tmp_path, None)

    assert (found.platform, found.package, found.releases) == ("acme", "acme-sdk", ("1.0", "1.1"))
    assert {*found.left_out} == {"gym", "things_get"}
    assert found.known == {"Acme", "Thing", "Part"}


def test_a_commit(tmp_path: Path) -> None:
    """What its contract has is not left out, whatever today's says of it."""
    project(tmp_path)

    (found,) = contracts(tmp_path, "HEAD")

    assert (found.package, found.releases) == ("acme-sdk", ("1.0",))
    assert found.left_out == {"gym": "an alpha"}
    assert found.known == {"Acme", "Thing"}


def test_what_can_not_be_read(tmp_path: Path) -> None:
    project(tmp_path)
    with pytest.raises(Problem, match="no commit v9"):
        contracts(tmp_path, "v9")
    write(tmp_path, {**DOCUMENT, "paths": {"/things": {"get": {"responses": {}}}}})
    with pytest.raises(Problem, match=r"acme\.yaml: .*an operation needs an operationId"):
        contracts(tmp_path, None)


def test_names(tmp_path: Path) -> None:
    """Those of public modules, of their classes and functions, and the modules' own; stubs count as the code does."""
    (tmp_path / "inner").mkdir()
    files = {
        "__init__.pyi": "from .types import A as A\n__all__ = ['A', 'B']\n",
        "types.py": "class C: ...\ndef f(): ...\nD = C\nE: int = 1\nif True:\n    Hidden = 1\n",
        "inner/__init__.py": "__all__: list[str] = ['F']\n",
        "_private.py": "class G: ...\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert names(tmp_path) == {"A", "B", "C", "D", "E", "F", "f", "types", "inner"}
