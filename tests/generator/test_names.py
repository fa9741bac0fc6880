"""Proves what a contract's names and texts become in Python."""

from __future__ import annotations

import pytest
from names import docstring, python_name, qualified

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("targetModel", "target_model"),
        ("from", "from_"),
        ("self", "self_"),
        ("x-trace-id", "x_trace_id"),
        ("a.b", "a_b"),
        ("_id", "id"),
    ],
)
def test_identifiers(wire: str, python: str) -> None:
    """Snake case, with an underscore behind what Python has taken."""
    assert python_name(wire) == python


@pytest.mark.parametrize("wire", ["1st", "", "§"])
def test_what_is_no_identifier_is_refused(wire: str) -> None:
    """With what to do about it."""
    with pytest.raises(ValueError, match="needs an x-python-name"):
        python_name(wire)


def test_types_that_a_method_hides() -> None:
    """They are named in full, and nothing else is: not a part of a name, not the type of a module."""
    code = "items: list[str], listed: dict[str, list], m: models.list"
    assert qualified(code, ["get"]) == code
    assert qualified(code, ["list"]) == "items: builtins.list[str], listed: dict[str, builtins.list], m: models.list"


def test_texts() -> None:
    """One line, that can't end the string it stands in."""
    assert docstring("Two\n  lines") == "Two lines"
    assert '"""' not in docstring('ends """ early')
