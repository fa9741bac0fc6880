"""Proves that the state is shown without keys."""

from __future__ import annotations

from promptport_local.xr2.backend import Backend


def test_state_shows_no_key(backend: Backend) -> None:
    backend.add_key("xr2_prod_0123456789abcdef")
    assert "YOUR_PRODUCT_API_KEY" not in str(backend.state())
    assert "0123456789" not in str(backend.state()) + str(backend.tables())
