"""What the tests of the local PromptRails share."""

from __future__ import annotations

from typing import Any

import pytest

from promptport.local.promptrails.refusal import Refusal


def refused(status: int, code: str) -> Any:
    """A block that PromptRails refuses, with this status and code."""
    return pytest.raises(Refusal, check=lambda no: (no.status, no.code) == (status, code))
