"""Proves that the contracts are OpenAPI by somebody else's judgement, and YAML by every parser's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator
from ruamel.yaml import YAML

OPENAPI = Path(__file__).parents[2] / "openapi"
CONTRACTS = sorted(OPENAPI.glob("*.yaml"))


def ruamel(text: str, version: str) -> Any:
    """What ruamel.yaml, all in Python, makes of a document as one version of YAML has it."""
    parser = YAML(typ="safe", pure=True)
    parser.version = version
    return parser.load(text)


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.stem)
def test_every_parser_reads_the_same(contract: Path) -> None:
    """Whether YAML 1.1 or 1.2, in C or in Python: a status is a text or a number, a date a text, in none something else."""
    text = contract.read_text(encoding="utf-8")
    found = [ruamel(text, "1.2"), ruamel(text, "1.1"), yaml.safe_load(text), yaml.load(text, yaml.CSafeLoader)]

    assert all(each == found[0] for each in found)


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda path: path.stem)
def test_a_validator_finds_nothing(contract: Path) -> None:
    """openapi-spec-validator: the meta-schema of OpenAPI 3.1, defaults, parameters of paths, ids."""
    document = ruamel(contract.read_text(encoding="utf-8"), "1.2")

    assert [str(each)[:300] for each in OpenAPIV31SpecValidator(document).iter_errors()] == []
