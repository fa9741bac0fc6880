"""Proves what a maintainer sees of a comparison, and that every contract of ours can be compared."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tools.published.__main__ import main
from tools.published.document import Document, Unreadable
from tools.published.run import compared, fitting

pytestmark = pytest.mark.one_python("maintainers run it on the oldest")

OPENAPI = Path(__file__).parents[3] / "openapi"


def test_a_contract_is_found_and_differs_from_itself_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its operations, from a packed file; what `meant.toml` explains is none here, which is told."""
    packed = tmp_path / "published.yaml.gz"
    packed.write_bytes(gzip.compress((OPENAPI / "scope.yaml").read_bytes()))

    assert main(["--document", str(packed)]) == 0
    assert capsys.readouterr().out.startswith("scope: ")
    assert main(["--document", str(OPENAPI / "langfuse.yaml")]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("10 of 10 operations are in Langfuse 5.0.4, which has 10; 0 differences")
    assert told[1:] == [each for each in told if each.startswith("  in meant.toml, and no difference: ")]


def test_what_is_meant_has_its_reason_and_the_rest_fails() -> None:
    one = {"operationId": "one", "responses": {}, "parameters": [{"name": each, "in": "query"} for each in ("a", "b")]}
    contract = Document({"paths": {"/one": {"get": one}}})
    document = Document({"info": {"title": "T"}, "paths": {"/one": {"get": {"responses": {}}}, "/two": {"get": {}}}})
    reasons = {"quill": {"one: query a": "it is heeded"}}

    result = compared("quill", contract, document, reasons)
    assert result.code == 1
    assert result.text().splitlines() == [
        "quill: 1 of 1 operations are in T, which has 2; 2 differences",
        "  differs: one: query b: the contract alone has it",
        "  meant, 1: one: query a: it is heeded",
    ]
    assert compared("quill", contract, document, {"quill": {"one: query *": "heeded"}}).code == 0
    idle = compared("quill", contract, document, {"quill": {"one: query *": "heeded", "one: body": "gone"}})
    assert (idle.code, idle.text().splitlines()[-1]) == (1, "  in meant.toml, and no difference: one: body")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--document", "nowhere.yaml"], "nowhere.yaml can't be read"),
        (["--document", str(OPENAPI / "scope.yaml"), "--contract", "quill"], "There is no contract 'quill'"),
    ],
)
def test_what_can_not_be_compared_is_2(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


def test_a_document_of_nobody_fits_no_contract() -> None:
    with pytest.raises(Unreadable, match="name one with --contract"):
        fitting({"quill": Document({"paths": {"/a": {"get": {}}}})}, Document({"paths": {"/b": {"get": {}}}}))
