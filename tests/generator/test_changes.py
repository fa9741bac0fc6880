"""Proves that each change that was tried on the generator has a row of the table, or a test, and that no kind lost one."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from .rows import rows

pytestmark = pytest.mark.one_python("what is generated is the same on all")

HERE = Path(__file__).parent
COUNTS = {
    "operations": 12, "path": 4, "query": 13, "headers and cookies": 5, "bodies": 14, "answers": 12, "schemas": 23, "fields": 11,
    "patch": 5, "extensions": 5, "document": 14, "anything that fails": 2, "texts that are code": 2,
}  # fmt: skip


def test_every_change_is_shown() -> None:
    """A row that is renamed or taken out is missed here."""
    changes = YAML(typ="safe").load(HERE / "changes.yaml")
    assert {kind: len(some) for kind, some in changes.items()} == COUNTS
    known = {f"{row.group}: {row.name}" for row in rows()}
    missing = []
    for kind, some in changes.items():
        for name, shown in some.items():
            file, _, test = shown.partition("::")
            there = f"def {test}(" in (HERE / file).read_text() if test else shown in known
            missing += [] if there else [f"{kind}, {name}: {shown}"]
    assert missing == []
    print(f"{sum(COUNTS.values())} changes are shown by {len(known)} rows and by tests")
