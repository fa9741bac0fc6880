"""Proves that what is added as data is added whole, or not at all."""

from __future__ import annotations

import pytest

from promptport_local.errors import Refusal
from promptport_local.xr2.backend import Backend


def test_seeding_is_all_or_nothing(backend: Backend) -> None:
    with pytest.raises(ValueError, match=r"xr2\.keys\.1\.token is required.*xr2\.prompts\.0\.versions\.0\.status"):
        backend.seed({"keys": [{"token": "good"}, {}], "prompts": [{"slug": "p", "versions": [{"status": "gone"}]}]})
    with pytest.raises(ValueError, match="created_at must be a moment in ISO 8601, not 'today'"):
        backend.seed({"keys": [{"token": "good"}], "prompts": [{"slug": "p", "versions": [{"created_at": "today"}]}]})
    with pytest.raises(Refusal):
        backend.authenticate("good")
