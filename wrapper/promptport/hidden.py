"""Texts that must not be seen where Python shows what variables hold, as in a traceback with its locals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

HIDDEN = "[hidden]"
NAMES = re.compile("key|secret|token|password|proxy", re.IGNORECASE)


class Secret(str):
    """A text that its `repr` does not show. In every other way it is the text."""

    __slots__ = ()

    def __repr__(self) -> str:
        return HIDDEN


class SecretBytes(bytes):
    """Bytes that their `repr` does not show. In every other way they are the bytes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return HIDDEN


def encoded(text: str) -> bytes:
    """A text as bytes, which are as secret as it is."""
    return SecretBytes(text.encode()) if isinstance(text, Secret) else text.encode()


def shielded(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings whose `repr` shows no secret, as far as their names say which are some."""
    return {
        name: Secret(value) if isinstance(value, str) and NAMES.search(name) else value
        for name, value in settings.items()
    }
