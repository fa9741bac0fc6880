"""Proves that a fetched prompt of xR2 can be rendered, and that its models stand under their documented names."""

from __future__ import annotations

import pytest

from promptport.xr2 import VariableError, models

DATA = {
    "slug": "welcome",
    "version_number": 1,
    "status": "production",
    "trace_id": "evt_1",
    "system_prompt": "Speak {{language}}.",
    "user_prompt": "Hi {{name}}!",
    "variables": [{"name": "name", "required": True}, {"name": "language", "default": "en"}],
}


def test_a_prompt_is_rendered() -> None:
    """The trace goes with it, and so do the values that took part."""
    prompt = models.PromptContentResponse.from_dict(DATA)
    rendered = prompt.render({"name": "Al", "other": 1})

    assert isinstance(prompt, models.PromptContentResponse)
    assert (rendered.system_prompt, rendered.user_prompt) == ("Speak en.", "Hi Al!")
    assert rendered.assistant_prompt is None
    assert (rendered.trace_id, rendered.variables_used) == ("evt_1", {"name": "Al", "language": "en"})


def test_what_is_missing() -> None:
    """An error that names it, or a placeholder that stays."""
    prompt = models.PromptContentResponse.from_dict(DATA)
    with pytest.raises(VariableError) as caught:
        prompt.render()
    assert caught.value.missing_variables == ["name"]
    lenient = prompt.render(strict=False, use_defaults=False)
    assert (lenient.system_prompt, lenient.user_prompt) == ("Speak {{language}}.", "Hi {{name}}!")


def test_the_documented_names() -> None:
    assert all(hasattr(models, name) for name in models.__all__)
    assert models.PromptContentResponse.__name__ == "PromptContentResponse"
