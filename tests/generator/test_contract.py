"""Proves that a contract is resolved: whoever reads it finds everything where it applies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from generator import contract
from generator.places import Refusal

pytestmark = pytest.mark.one_python("what is generated is the same on all")


def document(**paths: Any) -> dict[str, Any]:
    """A contract with these paths."""
    return {
        "openapi": "3.1.0",
        "servers": [{"url": "https://one.example"}],
        "security": [{"bearer": []}],
        "paths": {f"/{name}": item for name, item in paths.items()},
        "components": {
            "parameters": {"Page": {"name": "page", "in": "query"}, "Again": {"$ref": "#/components/parameters/Page"}},
            "responses": {"Wrapped": {"description": "d", "x-unwrap": "data"}},
        },
    }


def operation(**more: Any) -> dict[str, Any]:
    """An operation with an id, a tag and an answer."""
    return {"operationId": "do", "tags": ["client"], "responses": {"200": {"description": "d"}}, **more}


@pytest.fixture
def load(tmp_path: Path) -> Any:
    def loaded(**paths: Any) -> Any:
        (tmp_path / "one.yaml").write_text(json.dumps(document(**paths)))
        return contract.load(tmp_path / "one.yaml")

    return loaded


def test_references_are_followed(load: Any) -> None:
    """Parameters and answers stand inline, those of the path go first, and a reference may lead to another."""
    about = operation(
        parameters=[{"$ref": "#/components/parameters/Again"}],
        responses={"200": {"$ref": "#/components/responses/Wrapped"}},
    )
    found = load(a={"parameters": [{"name": "id", "in": "path"}], "get": about})["paths"]["/a"]
    assert found.keys() == {"get"}
    assert [each["name"] for each in found["get"]["parameters"]] == ["id", "page"]
    assert found["get"]["x-unwrap"] == "data"


def test_what_is_said_once_holds_for_every_operation(load: Any) -> None:
    """Servers and security of the document, unless the operation, or its path, has its own."""
    other = [{"url": "https://two.example"}]
    found = load(a={"get": operation()}, b={"servers": other, "post": operation(security=[])})["paths"]
    assert (found["/a"]["get"]["servers"][0]["url"], found["/a"]["get"]["security"]) == (
        "https://one.example",
        [{"bearer": []}],
    )
    assert (found["/b"]["post"]["servers"], found["/b"]["post"]["security"]) == (other, [])


@pytest.mark.parametrize(
    ("method", "repeatable"), [("get", True), ("put", True), ("delete", True), ("post", False), ("patch", False)]
)
def test_what_may_be_sent_twice(load: Any, method: str, repeatable: bool) -> None:
    """By its verb, unless the contract knows better."""
    assert load(a={method: operation()})["paths"]["/a"][method]["x-repeatable"] is repeatable
    known = operation(**{"x-repeatable": not repeatable})
    assert load(a={method: known})["paths"]["/a"][method]["x-repeatable"] is not repeatable


@pytest.mark.parametrize("lacks", ["operationId", "tags"])
def test_an_operation_has_an_id_and_a_tag(load: Any, lacks: str) -> None:
    about = operation()
    del about[lacks]
    with pytest.raises(Refusal, match="an operation needs an operationId and a tag") as refused:
        load(a={"get": about})
    assert refused.value.place == ("paths", "/a", "get", lacks)


def test_a_reference_that_leads_nowhere(load: Any) -> None:
    with pytest.raises(ValueError, match="nothing stands at '#/components/parameters/Nothing'"):
        load(a={"get": operation(parameters=[{"$ref": "#/components/parameters/Nothing"}])})


def test_the_packed_contract_is_sorted_and_knows_its_source(load: Any) -> None:
    """The hash is that of the source, so that any change of it shows."""
    one, other = load(a={"get": operation()}), load(a={"get": operation(summary="s")})
    assert one["x-sha256"] != other["x-sha256"]
    packed = contract.packed(one)
    assert contract.unpacked(packed) == one
    assert list(json.loads(packed)) == sorted(one)


def test_an_answer_of_many_operations_is_packed_once(load: Any) -> None:
    """An answer of its own stays where it is; one of the components is a reference in the package, too."""
    answers = {"200": {"description": "own"}, "201": {"$ref": "#/components/responses/Wrapped"}}
    found = load(a={"get": operation(responses=dict(answers)), "put": operation(responses=dict(answers))})
    assert found["paths"]["/a"]["put"]["responses"]["201"] == {"description": "d", "x-unwrap": "data"}

    packed = contract.packed(found)

    assert packed.count('x-unwrap": "data"') == 3  # the component's, and that of each operation
    assert json.loads(packed)["paths"]["/a"]["get"]["responses"] == answers
    assert contract.unpacked(packed) == found


def test_hidden_operations() -> None:
    """Only an operation can be hidden: a field of that name is something else."""
    assert contract.hidden(operation(**{"x-hidden": True}))
    assert not contract.hidden(operation())
    assert not contract.hidden({"x-hidden": True})
