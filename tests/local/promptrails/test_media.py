"""Proves that the local PromptRails leaves an asset of everything that it makes."""

from __future__ import annotations

import pytest

from promptport_local.promptrails.backend import Backend


@pytest.mark.parametrize(
    ("kind", "mime"), [("image", "image/png"), ("speech", "audio/mpeg"), ("x", "application/octet-stream")]
)
def test_media_leave_an_asset(rails: Backend, kind: str, mime: str) -> None:
    made = rails.media.generate("openai", kind, "m", prompt="A cat", config={"size": 1})
    asset = rails.records.get("assets", made["asset_id"])
    assert (asset["type"], asset["mime_type"], asset["metadata"]) == (
        kind,
        mime,
        {"prompt": "A cat", "config": {"size": 1}},
    )
    signed = rails.media.sign(made["asset_id"])
    assert signed["expires_at"] == "2026-01-15T10:30:00.123456Z"
    assert signed["url"].partition("?")[0] == made["url"].partition("?")[0]
