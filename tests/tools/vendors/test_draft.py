"""Proves that a draft can be laid beside its contract: the release then has nothing new, and the older one is as it was."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml
from generator import contract
from generator.examine import examine
from generator.rendering import config

from tools.vendors.as_of import as_of
from tools.vendors.compare import compare
from tools.vendors.contracts import Contract
from tools.vendors.draft import draft
from tools.vendors.expected import Expected
from tools.vendors.methods import Compared
from tools.vendors.release import release
from tools.vendors.set_aside import SetAside

from .watched import DOCUMENT, KNOWN, METHODS, Made, brief, document, recorded, sent

pytestmark = pytest.mark.one_python("it reads a contract")
Thing: TypeAlias = Any  # as annotations have it
Crate: TypeAlias = Any


def packing(thing_id: str, *, size: int = 1, kind: str = "box", note: str | None = None) -> list[Crate]:
    return []


def every() -> list[Crate]:
    return []


def creating(*, name: str, colour: str | None = None) -> Thing: ...
def listing(*, page: int = 1, order: str | None = None) -> list[Thing]:
    return []


def putting(thing_id: str, *, crate: Crate) -> None: ...


packing.__annotations__["kind"] = "Literal['box', 'bag']"
CRATE = {"kind": "dataclass", "fields": {"id": {"type": "str"}, "parts": {"type": "List['Part']"}}}
FIELDS = {
    "id": {"type": "str"}, "colour": {"type": "Literal['red', 'blue', 'green']"}, "weight": {"type": "float | None"},
}  # fmt: skip
# The package at 1.2: what came, what went, and what is another.
NEXT = recorded(
    {
        "things.get": None,
        "things.create": (creating, sent("POST", "/things", {"name": "name-1", "colour": "colour-1"}), ["data", "data.id"]),
        "things.list": (listing, sent("GET", "/things", page=7, order="order-1"), ["data", "data.[].id"]),
        "things.pack": (
            packing, sent("GET", "/things/thing_id-1/crates", size=7, kind="kind-1", note="note-1"),
            ["data", "data.items", "data.items.[].id"],
        ),
        "things.put": (putting, sent("PUT", "/things/thing_id-1/crates", {"crate": {"id": "id-1"}}), []),
        "crates.all": (every, sent("GET", "/crates"), ["data"]),
    },
    {"acme.types.Crate": CRATE, "acme.types.Thing": {"kind": "dataclass", "fields": FIELDS}},
    ("Acme", "Thing", "Part", "Crate", "init"), number="1.2",
)  # fmt: skip


def drafted(recording: dict[str, Any], between: tuple[str, ...] = (), must: list[str] | None = None) -> str:
    """The draft for a recording, for a contract whose things must have some fields."""
    made = document()
    made["components"]["schemas"]["Thing"]["required"] = must or []
    seen = release(recording)
    by = Compared(seen, Expected(as_of(made, made["x-releases"], seen.number)), SetAside({}, {}), KNOWN)
    of = Contract("acme", "acme-sdk", made, tuple(made["x-releases"]), {}, KNOWN)
    return draft(by, of, compare(by), between)


def found(recording: dict[str, Any], made: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What differs between a recording and a contract."""
    seen = release(recording)
    by = Compared(seen, Expected(as_of(made, made["x-releases"], seen.number)), SetAside({}, {}), KNOWN)
    return [brief(each) for each in compare(by)]


def test_with_its_draft_the_contract_has_the_release(tmp_path: Path) -> None:
    """New operations, types, fields, values and arguments, and ended ones: all of them are dated, and none is told again."""
    plain = copy.deepcopy(DOCUMENT)
    plain["components"]["schemas"]["Thing"]["required"] = ["id", "dueAt"]
    (tmp_path / "acme.yaml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    before = found(NEXT, document())
    assert {each[:2] for each in before} >= {
        *((kind, part) for kind in ("new", "ended") for part in ("method", "signature", "field")),
        ("new", "type"), ("new", "name"),
    }  # fmt: skip

    (tmp_path / "acme.overlay.yaml").write_text(drafted(NEXT, must=["id", "dueAt"]), encoding="utf-8")
    made = contract.load(tmp_path / "acme.yaml")
    source, examined = examine(tmp_path / "acme.yaml", config(tmp_path / "acme.yaml", tmp_path))

    assert examined, source.messages()
    assert made["components"]["schemas"]["Thing"]["required"] == ["id"]
    assert made["x-releases"] == ["1.0", "1.1", "1.2"]
    assert found(NEXT, made) == [("new", "name", "init: is exported by acme")]
    assert found(recorded(), made) == []
    pack = made["paths"]["/things/{thing_id}/crates"]["get"]
    assert pack["x-since"] == "1.2"
    assert pack["x-unwrap"] == ["data", "items"]
    get = made["paths"]["/things/{thing_id}"]["get"]
    assert (get["x-until"], get["deprecated"]) == ("1.1", True)
    colour = made["components"]["schemas"]["Thing"]["properties"]["colour"]
    assert colour["x-values"]["green"] == {"x-since": "1.2"}


def test_what_a_person_must_see_to_is_marked() -> None:
    """As comments, so that nothing of it gets into the contract."""
    text = drafted(NEXT, ("1.0", "1.1.5", "1.2"))

    assert "# look: whatever is new or ended may be so since 1.1.5 already" in text
    assert "# look: init: is exported by acme" in text
    assert "# look: what replaces it (x-replaced-by)?" in text
    assert "# look: which status?" in text
    assert "x-look" not in text


def test_a_change_is_told_and_left_to_a_person() -> None:
    made: dict[str, Made | None] = {
        "things.get": (METHODS["things.get"][0], sent("GET", "/v2/things/thing_id-1"), ["data", "data.id"])
    }

    text = drafted(recorded(made, number="1.2"))

    assert "# look: things.get: is sent as GET /v2/things/{thing_id}; the contract has GET /things/{thing_id}" in text
    assert [each["target"] for each in yaml.safe_load(text)["actions"]] == ["$"]


def test_two_methods_of_one_request_are_one_operation() -> None:
    """Which is which is for a person to say; what the contract has is never written over."""
    size = sent("GET", "/things/thing_id-1/size")

    def saving(thing_id: str, path: str) -> None: ...

    made: dict[str, Made | None] = {
        "things.size": (METHODS["things.part"][0], size, ["data"]),
        "things.save_size": (saving, size, ["data"]),
        "things.fetch": (METHODS["things.get"][0], METHODS["things.get"][1], ["data"]),
    }

    text = drafted(recorded(made, number="1.2"))

    (paths,) = (each["update"] for each in yaml.safe_load(text)["actions"] if each["target"] == "$.paths")
    assert [(path, [*item]) for path, item in paths.items()] == [("/things/{thing_id}/size", ["get"])]
    assert "# look: things.save_size sends what things_size sends" in text
    assert "# look: things.fetch sends what things_get sends" in text


def test_an_operation_of_a_path_that_is_there_has_the_names_of_its_parameters() -> None:
    def putting_it(thing: str) -> None: ...

    made: dict[str, Made | None] = {"things.put": (putting_it, sent("PUT", "/things/thing-1"), [])}

    overlay = yaml.safe_load(drafted(recorded(made, number="1.2")))

    (paths,) = (each["update"] for each in overlay["actions"] if each["target"] == "$.paths")
    assert paths["/things/{thing_id}"]["put"]["parameters"][0]["name"] == "thing_id"
