"""Proves what the values that a contract lists become: known to editors, and none of them the last word."""

from __future__ import annotations

from typing import Any

import pytest
from generator.python_types import Types

pytestmark = pytest.mark.one_python("what is generated is the same on all")


@pytest.mark.parametrize(
    ("schema", "sent", "got"),
    [
        ({"type": "string", "enum": ["a", "b"]}, "Literal['a', 'b'] | str", "Literal['a', 'b'] | str"),
        ({"type": ["string", "null"], "enum": ["a", None]}, "Literal['a'] | str | None", "Literal['a'] | str | None"),
        ({"type": "integer", "enum": [1, 2, True, "3"]}, "Literal[1, 2] | int", "Literal[1, 2] | int"),
        ({"type": "boolean", "enum": [True]}, "Literal[True] | bool", "Literal[True] | bool"),
        ({"type": "number", "enum": [0.5]}, "float", "float"),
        ({"type": "string", "enum": []}, "str", "str"),
        ({"type": "string", "const": "a"}, "Literal['a']", "Literal['a'] | str"),
        ({"type": "string", "format": "date-time", "enum": ["now"]}, "Literal['now'] | datetime | str", "datetime"),
        ({"type": "string", "enum": ["x | None"]}, r"Literal['x \x7c None'] | str", r"Literal['x \x7c None'] | str"),
        ({"type": "string", "enum": ["a"], "x-python-type": "str"}, "str", "str"),
        ({"type": "array", "items": {"type": "string", "enum": ["a", "a"]}},
         "Sequence[Literal['a'] | str]", "list[Literal['a'] | str]"),
    ],
)  # fmt: skip
def test_known_values(schema: Any, sent: str, got: str) -> None:
    types = Types({"One": schema})
    assert (types.annotation(schema, sent=True), types.annotation(schema)) == (sent, got)
    assert types.annotation({"$ref": "#/components/schemas/One"}, sent=True) == sent
