"""Proves that arguments are made from what a signature says: of the right kind, and none like its default."""

from __future__ import annotations

from typing import Any

import pytest

from tools.vendors.samples import Samples

TYPES = {
    "acme.models.Colour": {"kind": "literal", "values": ["red", "blue"]},
    "acme.models.Order": {"kind": "typed dict", "fields": {"n": {"type": "int", "required": False}}},
    "acme.models.Base": {"kind": "class", "init": {"parameters": []}, "bases": []},
    "acme.models.Made": {
        "kind": "dataclass",
        "fields": {"a": {"type": "str", "required": True}, "b": {"type": "int", "required": False}},
        "bases": ["acme.models.Base"],
    },
    "acme.models.Either": {"kind": "union", "members": ["acme.models.Order", "str"]},
}


@pytest.mark.parametrize(
    ("type", "default", "value"),
    [
        ("str", None, "x-1"),
        ("Optional[str]", "None", "x-1"),
        ("typing.Union[None, int]", "None", 7),
        ("int | None", "7", 8),
        ("float", "0.5", 0.25),
        ("bool", "True", False),
        ("bool", "False", True),
        ("Literal['a', 'b']", "'a'", "b"),
        ("List[Dict[str, Any]]", None, [{"a": 1, "b": None}]),
        ("Sequence[Order] | None", "None", [{"n": 7}]),
        ("Mapping[str, Any]", None, {"a": 1, "b": None}),
        ("models.Colour", None, "red"),
        ("'Order'", None, {"n": 7}),
        ("Base", None, {"$new": "acme.models.Made", "named": {"a": "a-1"}}),
        ("Either", None, {"n": 7}),
        ("bytes", None, {"$bytes": "AAEC"}),
        ("Callable[[int], None] | None", "None", None),
        ("what(", None, "x-1"),
        ("Unheard", None, "x-1"),
    ],
)
def test_a_sample(type: str, default: str | None, value: Any) -> None:
    """Each kind of annotation."""
    about = {"name": "x", "type": type, **({} if default is None else {"default": default})}
    found = Samples(TYPES).sample(about)
    assert (found, repr(found)) == (value, repr(value))


def test_calls() -> None:
    """With what is needed, then with everything; what says how long to wait is there in both, and at once."""
    kinds = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "KEYWORD_ONLY", "KEYWORD_ONLY", "VAR_KEYWORD")
    names = ("a", "b", "c", "max_wait", "more")
    parameters: list[dict[str, str]] = [{"name": name, "kind": kind} for name, kind in zip(names, kinds, strict=True)]
    for each in parameters[2:4]:
        each["default"] = "None"

    found = list(Samples({}).calls({"parameters": parameters}))

    assert found == [
        (["a-1"], {"b": "b-1", "max_wait": 0}),
        (["a-1"], {"b": "b-1", "c": "c-1", "max_wait": 0, "any_field": "any_field-1"}),
    ]
    assert list(Samples({}).calls({"parameters": []})) == [([], {})]
