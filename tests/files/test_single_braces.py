"""Proves where a variable counts as one that was meant to be a placeholder."""

from __future__ import annotations

import pytest

from promptport.files.single_braces import single_braces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hi {name}.", [(1, 4, "name", "{name}")]),
        ("Hi ${name} { name }.", [(1, 5, "name", "{name}")]),
        ("{name!r} {plan:.2f}", [(1, 1, "name", "{name!r}"), (1, 10, "plan", "{plan:.2f}")]),
        ("{$name} $plan.", [(1, 1, "name", "{$name}"), (1, 9, "plan", "$plan")]),
        ("[[name]] %(plan)s", [(1, 1, "name", "[[name]]"), (1, 10, "plan", "%(plan)s")]),
        ("<name> %plan%", [(1, 1, "name", "<name>"), (1, 8, "plan", "%plan%")]),
        ("name plan $names <names> %name [name] 5%", []),
        ("+++\n[variables]\nname = { description = 'as {name}' }\n+++\na\r\n {name}", [(6, 2, "name", "{name}")]),
        ("+++\n{name}", [(2, 1, "name", "{name}")]),
        ("{name} {plan}", [(1, 1, "name", "{name}"), (1, 8, "plan", "{plan}")]),
        ("{{name}} {{ name }} \\{name} {name}} {{name} {names} {na me} {} {\"name\": 1}", []),
    ],
)  # fmt: skip
def test_places(text: str, found: list[tuple[int, int, str, str]]) -> None:
    assert list(single_braces(text, ["name", "plan"])) == found
