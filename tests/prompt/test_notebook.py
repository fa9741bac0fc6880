"""Proves that a notebook shows a prompt with its texts, as text."""

from __future__ import annotations

from promptport.platform import Fetched
from promptport.prompt import Prompt


def test_a_prompt_in_a_notebook() -> None:
    """Placeholders, places and parts are there, and nothing of it is HTML; what was put in is not shown."""
    part = {"type": "image_url", "image_url": {"url": "{{u}}"}}
    said: list[dict[str, object]] = [
        {"role": "system", "content": "<script>{{x}}</script>"},
        {"slot": "history"},
        {"role": "user", "content": [part]},
    ]
    prompt = Prompt.of(Fetched("p", said), "test", "network")
    shown = prompt._repr_html_()
    for text in (
        "--- system\n&lt;script&gt;{{x}}&lt;/script&gt;",
        "--- {{history}}",
        "{{u}}",
        "&lt;Prompt &#x27;p&#x27;",
    ):
        assert text in shown
    assert "<script>" not in shown
    rendered = prompt.options(history=[]).render(x="secret", u="https://example.com")
    assert not hasattr(rendered, "_repr_html_")
