"""Proves that a class has one job, and that a module fits on a few screens."""

from __future__ import annotations

import pytest

from .written import classes, functions, modules

pytestmark = pytest.mark.one_python("what is written is the same on all")

LINES, METHODS, MODULE = 200, 15, 400


def test_a_class_has_one_job() -> None:
    """No more lines than can be read at once, and no more methods than can be remembered."""
    large = []
    for name, tree, _ in modules():
        for each in classes(tree):
            lines, methods = (each.end_lineno or 0) - each.lineno + 1, len(list(functions(each)))
            if lines > LINES or methods > METHODS:
                large.append(f"{name}: {each.name} has {lines} lines and {methods} methods")
    assert not large, "\n".join(large)


def test_a_module_fits_on_a_few_screens() -> None:
    large = [f"{each.name} has {each.lines} lines" for each in modules() if each.lines > MODULE]
    assert not large, "\n".join(large)
