"""The suite that every platform passes, ours and any other.

    class TestMine(PlatformSuite):
        @pytest.fixture
        def example(self):
            settings = {"url": "http://127.0.0.1:99"}
            return Example("mine", settings, "hello", {"name": "Alice"}, "Hello Alice", addresses=("url",), publish=publish)

It needs pytest, and runs each test on both variants of the platform.
"""

from __future__ import annotations

from .answers import AnswerTests
from .clients import ClientTests
from .faults import FaultTests
from .freshness import FreshnessTests
from .names import NameTests
from .reports import ReportTests
from .sharing import SharingTests
from .writes import WriteTests


class PlatformSuite(
    AnswerTests, NameTests, FaultTests, SharingTests, ClientTests, FreshnessTests, ReportTests, WriteTests
):
    """Tests of a platform. Derive from it, and give it a fixture `example`."""
