"""Proves that programs written for a newer release of a vendor's package show the same with ours.

The tests have the oldest release installed: such a program runs in a process that finds the newer one first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from promptport.testing import Platform
from tools.vendors.installed import installed

from .running import same, shown, text
from .table import Row, read
from .test_programs import MOMENT

ROOT = Path(__file__).parents[3]
TABLE = read("promptrails-0.9")
APART = """
import json, sys
from tests.contract.programs.running import shown
from tests.contract.programs.table import read
table = read(sys.argv[1])
row = next(each for each in table.rows if each.name == sys.argv[2])
found = shown(row, table, None, sys.argv[3], ours=False)
print(json.dumps(found | {"why": repr(found["why"]) if found["why"] else None}))
"""


def shown_apart(row: Row, url: str) -> dict[str, Any]:
    """What a program shows with the vendor's package of the newer release."""
    folder = installed("promptrails", "0.9.2")
    path = os.pathsep.join((str(folder), str(ROOT)))  # before what the tests have installed
    ended = subprocess.run(
        [sys.executable, "-c", APART, "promptrails-0.9", row.name, url], capture_output=True, text=True, check=True,
        timeout=120, cwd=ROOT, env={**os.environ, "PYTHONPATH": path, "NO_PROXY": "127.0.0.1"},
    )  # fmt: skip
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


@pytest.mark.promise("C8")
@pytest.mark.parametrize("row", TABLE.rows, ids=lambda row: row.name)
def test_a_program_of_a_newer_release(row: Row) -> None:
    """With the vendor's package first, then with ours, each in a fresh state of the same platform."""
    with Platform(seed=1, now=lambda: MOMENT) as platform:
        url = platform.url("promptrails")
        theirs = shown_apart(row, url)
        assert theirs["raised"] == row.raises, theirs["why"]
        assert theirs["result"] is not None or theirs["printed"] or theirs["raised"], "it shows nothing"
        platform.reset()
        ours = shown(row, TABLE, platform, url, ours=True)
        assert platform.violations == []
    if not same(theirs, ours):
        raise AssertionError(f"Theirs: {text(theirs)}\nOurs:   {text(ours)}") from ours["why"]
