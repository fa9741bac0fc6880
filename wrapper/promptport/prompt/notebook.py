"""How a notebook shows a prompt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any


def html(title: str, messages: Iterable[Mapping[str, Any]]) -> str:
    """A prompt as HTML, in which its texts are text: its messages with their placeholders, and its places.

    Args:
        title: What it is.
        messages: The messages, as the platform gave them.
    """
    shown = "\n\n".join(map(_shown, messages))
    return f'<b>{escape(title)}</b><pre style="white-space: pre-wrap">{escape(shown)}</pre>'


def _shown(message: Mapping[str, Any]) -> str:
    if "slot" in message:
        return f"--- {{{{{message['slot']}}}}}"
    content = message.get("content")
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, default=str)
    return f"--- {message.get('role', 'user')}\n{text}"
