"""Proves that the local Promptic's page lists what it holds."""

from __future__ import annotations

import httpx

from promptport_local import Server


def test_the_page_lists_what_is_held(server: Server, control: httpx.Client) -> None:
    evil = "<script>alert(1)</script>"
    server.backend("promptic").add_component(
        evil, experiments=[{"name": evil, "iterations": [{"prompt": evil}], "deployed": True}]
    )
    page = control.get("/_local/tables").text
    assert f'"{evil}"' in page
    for text in ("Welcome {{customer_name}} and offer your help.", "First try", "January", "Monday", "positive"):
        assert text in page
