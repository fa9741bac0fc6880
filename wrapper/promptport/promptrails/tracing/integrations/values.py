"""What other libraries' answers hold, as attributes or as keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def first(answer: Any, *names: str) -> Any:
    """The first of these that an answer has, and that is not None."""
    for name in names:
        found = answer.get(name) if isinstance(answer, Mapping) else getattr(answer, name, None)
        if found is not None:
            return found
    return None
