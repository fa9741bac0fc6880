"""Proves that the operation that traces are sent by is that of the contract."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from promptport.promptic.tracing.operations import INGEST

pytestmark = pytest.mark.one_python("what goes over the wire is the same on all")

CONTRACT = yaml.safe_load((Path(__file__).parents[3] / "openapi" / "promptic.yaml").read_text("utf-8"))


def test_it_is_that_of_the_contract() -> None:
    described = CONTRACT["paths"][INGEST.path][INGEST.method.lower()]
    assert described["operationId"] == INGEST.id
    assert INGEST.content in described["requestBody"]["content"]
    assert (INGEST.repeatable, INGEST.security) == (described["x-repeatable"], ("key",))
