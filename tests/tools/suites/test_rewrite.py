"""Proves what of a suite is changed: what names a vendor's module, and nothing else."""

from __future__ import annotations

import ast

import pytest

from tools.suites.rewrite import rewritten

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

PACKAGES = {"xr2_sdk": "promptport.xr2", "promptrails": "promptport.promptrails"}
TAKEN = "__import__('suite_names').taken"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        (
            "from xr2_sdk.client import A, B as C",
            f"A = {TAKEN}('promptport.xr2.client', 'A'); C = {TAKEN}('promptport.xr2.client', 'B')",
        ),
        ("import xr2_sdk", "import promptport.xr2 as xr2_sdk"),
        ("import xr2_sdk as x, os", "import promptport.xr2 as x; import os"),
        (
            "import xr2_sdk.client",
            "import promptport.xr2 as xr2_sdk; __import__('suite_names').module('promptport.xr2.client')",
        ),
        ("from xr2_sdk import *", "from promptport.xr2 import *"),
        (
            "def f():\n    import xr2_sdk.client",
            "def f():\n    import promptport.xr2 as xr2_sdk; import promptport.xr2.client",
        ),
        ("def f():\n    from xr2_sdk import A", "def f():\n    from promptport.xr2 import A"),
        ("patch('promptrails.client.Http', 'xr2')", "patch('promptport.promptrails.client.Http', 'xr2')"),
        (
            "mocker.patch.dict('sys.modules', {'xr2_sdk': None})",
            "mocker.patch.dict('sys.modules', {'promptport.xr2': None})",
        ),
        ("importlib.import_module('xr2_sdk')", "importlib.import_module('promptport.xr2')"),
        ("sys.modules['xr2_sdk.client']", "sys.modules['promptport.xr2.client']"),
        ("caplog.at_level('INFO', logger='promptrails')", "caplog.at_level('INFO', logger='promptport.promptrails')"),
        ("run([sys.executable, '-m', 'promptrails'])", "run([sys.executable, '-m', 'promptport.promptrails'])"),
        ("run('python -m promptrails --help')", "run('python -m promptport.promptrails --help')"),
        ("patch(f'promptrails.{name}')", "patch(f'promptport.promptrails.{name}')"),
        ("M = 'promptrails.client'\npatch(f'{M}.x')", "M = 'promptport.promptrails.client'\npatch(f'{M}.x')"),
        ("M = 'promptrails.client'\npatch(M + '.x')", "M = 'promptport.promptrails.client'\npatch(M + '.x')"),
        ("run('import os; import xr2_sdk')", "run('import os; import promptport.xr2 as xr2_sdk')"),
        ("run('from xr2_sdk.client import A')", "run('from promptport.xr2.client import A')"),
    ],
)
def test_what_names_a_module_is_changed(theirs: str, ours: str) -> None:
    assert rewritten(f"x = 'é'; {theirs}" if theirs.startswith("patch") else theirs, PACKAGES).endswith(ours)


@pytest.mark.parametrize(
    "source",
    [
        "from xr2_sdk_more import a",
        "from .promptrails import a",
        "name = 'promptrails'",
        "url = 'https://promptrails.ai'",
        "get('promptrails.client')",
        "name = f'import {xr2_sdk}'",
        "# import xr2_sdk",
        "M = 'promptrails.client'\nget(M)",
    ],
)
def test_the_rest_stands(source: str) -> None:
    assert rewritten(source, PACKAGES) == source


def test_no_line_moves() -> None:
    """A traceback names the line that the vendor's file has."""
    source = "from xr2_sdk import (\n    A,\n    B,\n)  # both\n\n\ndef f():\n    patch(\n        'xr2_sdk.x'\n    )\n    g()\n"
    changed = rewritten(source, PACKAGES)
    assert [node.lineno for node in ast.walk(ast.parse(changed)) if isinstance(node, ast.Name) and node.id == "g"] == [
        11
    ]
    assert changed.count("\n") == source.count("\n")
