"""Whether a 404 is a platform's own, and not that of whatever else answers at its address: a proxy, a router, a framework."""

from __future__ import annotations

import re
from typing import Any

from ..http.rules import WORDS

NOUN = re.compile(r"\b(prompt|version|deployment|component)s?\b", re.IGNORECASE)


def names_what_is_missing(*texts: Any) -> bool:
    """Whether words are about a prompt, or a version or deployment of one. Those of a router are about a path or a page.

    Args:
        texts: What an answer says; what is no text says nothing.
    """
    return any(NOUN.search(_without_paths(each)) is not None for each in texts if isinstance(each, str))


def _without_paths(text: str) -> str:
    """A text without the path that a router repeats, in which the name of a prompt may stand."""
    return " ".join(word for word in text[:WORDS].split() if "/" not in word)
