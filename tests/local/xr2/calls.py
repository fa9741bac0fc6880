"""What the tests of the local xR2 share."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.errors import Refusal
from promptport_local.xr2.backend import Backend

from ..conftest import get


def refusal(backend: Backend, slug: str = "welcome", **choice: Any) -> Any:
    with pytest.raises(Refusal) as caught:
        get(backend, slug, **choice)
    assert caught.value.status == 404
    return caught.value.body["detail"]


def texts(*entries: tuple[str, str, int]) -> list[dict[str, Any]]:
    """Versions, each of a text, a status and the hour at which it was made."""
    return [
        {"user_prompt": text, "status": status, "created_at": f"2026-01-{day:02}T00:00:00Z"}
        for text, status, day in entries
    ]
