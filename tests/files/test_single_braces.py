"""Proves in which braces a variable counts as one that was meant to be a placeholder."""

from __future__ import annotations

import pytest

from promptport.files.single_braces import single_braces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {name}.", [(1, 4, "name")]),
        ("Hi ${name} { name }.", [(1, 5, "name")]),
        ("+++\n[variables]\nname = { description = 'as {name}' }\n+++\na\r\n {name}", [(6, 2, "name")]),
        ("+++\n{name}", [(2, 1, "name")]),
        ("{name} {plan}", [(1, 1, "name"), (1, 8, "plan")]),
        ("{{name}} {{ name }} \\{name} {name}} {{name} {names} {na me} {} {\"name\": 1}", []),
    ],
)  # fmt: skip
def test_places(text: str, found: list[tuple[int, int, str]]) -> None:
    assert list(single_braces(text, ["name", "plan"])) == found
