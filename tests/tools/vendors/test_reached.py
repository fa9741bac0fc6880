"""Proves which types the methods of a package need, however deep."""

from __future__ import annotations

from tools.vendors.reached import mentioned, needed_elsewhere
from tools.vendors.release import Method, Parameter, Release, Type

RELEASE = Release(
    "acme",
    "1",
    {
        "acme.Acme": {
            "get": Method("get", (Parameter("colour", "KEYWORD_ONLY", True, type="Colour | None"),), "list[Thing]"),
            "judge": Method("judge", (), "Verdict"),
        }
    },
    {
        "Thing": Type("acme", "dataclass", {"part": "Optional['Part']", "thing": "Thing"}),
        "Part": Type("acme", "dataclass", {}),
        "Colour": Type("acme", "literal", None, ("red",)),
        "Verdict": Type("acme", "dataclass", {"part": "Part", "rows": "list[Row]"}),
        "Row": Type("acme", "dataclass", {}),
    },
    {},
)


def test_what_only_other_methods_need() -> None:
    assert needed_elsewhere(RELEASE, {"get"}) == {"Verdict", "Row"}
    assert needed_elsewhere(RELEASE, {"get", "judge"}) == set()


def test_what_is_mentioned() -> None:
    assert {"Colour", "Thing", "Part", "Row", "Verdict"} <= {*mentioned(RELEASE)}
