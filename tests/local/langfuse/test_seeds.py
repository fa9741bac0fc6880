"""Proves that data are judged before they are added, and every fault is named."""

from __future__ import annotations

import pytest

from promptport_local.langfuse.seeds import check_seed


def test_every_fault_is_named() -> None:
    with pytest.raises(ValueError, match="langfuse holds a field that is not known") as caught:
        check_seed(
            {
                "keys": [{"public_key": "", "secret_key": "s", "kind": "other"}],
                "prompts": [{"name": "p", "versions": [{"prompt": 3}]}],
                "options": {"general_limit": 0},
                "nonsense": 1,
            }
        )
    for place in (
        "keys.0.public_key",
        "keys.0.kind",
        "prompts.0.versions.0.prompt",
        "options.general_limit",
    ):
        assert place in str(caught.value)
