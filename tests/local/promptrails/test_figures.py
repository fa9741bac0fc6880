"""Proves what simulated runs take."""

from __future__ import annotations

from promptport_local.promptrails.figures import CHAT, HOOK, RUN


def test_tokens_add_up() -> None:
    for each in (RUN, CHAT, HOOK):
        assert each.usage["total_tokens"] == each.usage["prompt_tokens"] + each.usage["completion_tokens"]
    assert RUN.usage == {"prompt_tokens": 150, "completion_tokens": 80, "total_tokens": 230}
