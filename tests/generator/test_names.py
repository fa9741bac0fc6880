"""Proves what a contract's names become in Python."""

from __future__ import annotations

import pytest
from generator.names import python_name, tag_name, with_tag

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


@pytest.mark.parametrize("wire", ["1st", "", "§", "имя", "\uff53elf", "x" * 101])
def test_what_is_no_identifier_is_refused(wire: str) -> None:
    """With what to do about it."""
    with pytest.raises(ValueError, match="needs an x-python-name"):
        python_name(wire)


def test_names_that_are_too_long() -> None:
    """The reason is told; that of an operation counts with its tag."""
    with pytest.raises(ValueError, match="needs an x-python-name, since it has over 100 letters"):
        python_name("x" * 101)
    for given, tag in (("x" * 101, "client"), ("x" * 98, "things")):
        with pytest.raises(ValueError, match=r"of the operationId .*: it has over 100 letters, write a shorter one"):
            with_tag(given, tag)
    with pytest.raises(ValueError, match=r"of the tag .*: it has over 100 letters, write a shorter one"):
        tag_name("x" * 101)


def test_a_name_that_the_contract_gives() -> None:
    """It is taken as it is, or refused."""
    assert python_name("1st", "first") == "first"
    for given in ("First", "a b", "class", "self", "_x", "", "x" * 101, 'x=__import__("os")', 5):
        with pytest.raises(ValueError, match=r"no name in Python|has taken the name"):
            python_name("1st", given)
