"""What Langfuse holds before anybody adds anything: the names that its own documents use, and `welcome`."""

from __future__ import annotations

from typing import Any

_MADE = {"createdAt": "2026-01-15T09:00:00.000Z", "updatedAt": "2026-01-15T09:30:00.000Z"}
_LIVE = {**_MADE, "labels": ["production"]}
_TONE = "@@@langfusePrompt:name=tone|label=production@@@"


def _place(name: str) -> dict[str, str]:
    return {"type": "placeholder", "name": name}


def _said(role: str, content: str) -> dict[str, str]:
    return {"role": role, "content": content}


FIXTURE: dict[str, Any] = {
    "keys": [{"public_key": "pk-lf-...", "secret_key": "sk-lf-..."}],
    "prompts": [
        {
            "name": "greeting",
            "versions": [{**_LIVE, "prompt": f"{_TONE} Greet {{{{customer_name}}}}."}],
        },
        {
            "name": "mail/welcome",
            "tags": ["mail"],
            "versions": [
                {**_MADE, "prompt": "Hi {{customer_name}}.", "commitMessage": "A first try."},
                {**_LIVE, "prompt": "Welcome {{customer_name}} by mail.", "commitMessage": "Warmer."},
                {**_MADE, "prompt": "Welcome {{customer_name}} by mail, at once.", "labels": ["staging"]},
            ],
        },
        {
            "name": "movie-critic",
            "versions": [
                {
                    **_LIVE,
                    "prompt": "As a {{criticlevel}} movie critic, do you like {{movie}}?",
                    "config": {"model": "gpt-4o", "temperature": 0.7},
                }
            ],
        },
        {
            "name": "movie-critic-chat",
            "versions": [
                {
                    **_LIVE,
                    "prompt": [
                        _said("system", "You are an {{criticlevel}} movie critic"),
                        _place("chat_history"),
                        _said("user", "What should I watch next?"),
                    ],
                }
            ],
        },
        {
            "name": "support-chat",
            "tags": ["chat", "support"],
            "versions": [
                {
                    **_LIVE,
                    "prompt": [
                        _said("system", "Answer in {{language}}, as in these examples."),
                        _place("examples"),
                        _said("user", "My name is {{customer_name}}."),
                        _place("history"),
                    ],
                    "config": {"model": "gpt-4o"},
                }
            ],
        },
        {"name": "tone", "versions": [{**_LIVE, "prompt": "Be friendly, and brief."}]},
        {
            "name": "welcome",
            "versions": [
                {
                    **_LIVE,
                    "prompt": "You are a friendly assistant. Answer in {{language}}.\n\n"
                    "Welcome {{customer_name}} and offer your help.",
                    "config": {"model": "gpt-4o", "temperature": 0.7},
                }
            ],
        },
    ],
}
