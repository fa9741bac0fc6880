"""What the tests of tracing share: spans that are kept as they are submitted, and a tracer before the local platform."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from promptport.promptrails import PromptRails
from promptport.promptrails.tracing import Tracer
from promptport.testing import Platform


class Kept:
    """An exporter that keeps what it is given."""

    def __init__(self) -> None:
        self.spans: list[dict[str, Any]] = []
        self.calls: list[str] = []

    def submit(self, payload: dict[str, Any]) -> None:
        self.spans.append(payload)

    def flush(self) -> None:
        self.calls.append("flush")

    def shutdown(self) -> None:
        self.calls.append("shutdown")

    def by_name(self) -> dict[str, dict[str, Any]]:
        return {each["name"]: each for each in self.spans}


@pytest.fixture
def kept() -> Kept:
    """An exporter that keeps what it is given."""
    return Kept()


@pytest.fixture
def tracer(kept: Kept) -> Tracer:
    """A tracer whose spans are kept by the test."""
    return Tracer(exporter=kept)


@pytest.fixture
def client(platform: Platform) -> Iterator[PromptRails]:
    """A client of the local platform."""
    with PromptRails("your-api-key", base_url=platform.url("promptrails")) as made:
        yield made
