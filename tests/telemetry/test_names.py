"""Proves that the names are the conventions', or begin with ours, and that no other module has any of them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from opentelemetry.semconv._incubating.attributes import gen_ai_attributes
from opentelemetry.semconv.attributes import error_attributes, exception_attributes

from promptport.telemetry import names

pytestmark = pytest.mark.one_python("it compares names")

WRAPPER = Path(names.__file__).parents[1]
# Of the development release that the schema names, beyond the one that is installed.
NEWER = {"gen_ai.prompt.version", "gen_ai.prompt.variable."}
OURS = {
    getattr(names, each)
    for each in vars(names)
    if each.isupper() and isinstance(getattr(names, each), str) and "." in getattr(names, each)
} - {names.SCHEMA_URL}


def test_the_conventions_names() -> None:
    known = {
        value
        for module in (gen_ai_attributes, error_attributes, exception_attributes)
        for name, value in vars(module).items()
        if name.isupper()
    }
    assert {each for each in OURS if not each.startswith("promptport.")} <= known | NEWER
    assert len(OURS) > 12


def test_one_table() -> None:
    """Vendors' tracing has the vendors' names; of ours there is one place."""
    elsewhere = {
        path.relative_to(WRAPPER).as_posix()
        for folder in ("client", "prompt", "telemetry", "http", "cache")
        for path in (WRAPPER / folder).rglob("*.py")
        if path != Path(names.__file__)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in OURS
    }
    assert not elsewhere
