"""Proves that what is held is shown without secrets."""

from __future__ import annotations

import json

from promptport_local.langfuse.backend import Backend

from .conftest import PAIR


def test_no_key_is_shown(langfuse: Backend) -> None:
    long = ("pk-lf-a-public-key", "sk-lf-a-secret-key")
    langfuse.add_key(*long)
    shown = json.dumps(langfuse.state()) + repr(langfuse.tables())
    for key in (*PAIR, *long):
        assert key not in shown
    assert "sk-l…" in shown
