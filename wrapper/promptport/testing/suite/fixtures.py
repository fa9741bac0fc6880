"""What the tests of the suite are given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ..variants import Example, Variant, opened


class SuiteFixtures:
    """The example, and its variants."""

    @pytest.fixture
    def example(self) -> Example:
        """What is tested."""
        raise NotImplementedError("give the suite a fixture `example` that answers an `Example`")

    @pytest.fixture(params=["sync", "async"])
    def variant(self, request: pytest.FixtureRequest, example: Example) -> Iterator[Variant]:
        """Each variant in turn."""
        with opened(example, request.param) as variant:
            yield variant
