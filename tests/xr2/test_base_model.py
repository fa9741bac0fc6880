"""Proves that xR2's models have pydantic's methods without pydantic; tests/contract compares each of them with pydantic's own."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import Any

import pytest

from promptport.xr2.models import CheckAPIKeyResponse, EventRequest, PromptContentResponse, RenderedPrompt

PROMPT: dict[str, Any] = {
    "slug": "s", "source_name": "p", "version_number": 1, "status": "draft", "created_at": "2026-01-15T09:30:00Z",
    "updated_at": "2026-01-15T09:30:00Z", "trace_id": "t", "model_config": {"a": 1}, "newField": 3,
}  # fmt: skip


def test_dumps_and_dictionaries() -> None:
    """What came, in the documented order, null included; unknown fields are attributes alone."""
    prompt = PromptContentResponse.from_dict(PROMPT)

    assert prompt.model_dump(mode="json", exclude_none=True, exclude_unset=True) == {
        "slug": "s", "source_name": "p", "version_number": 1, "status": "draft", "prompt_model_config": {"a": 1},
        "created_at": "2026-01-15T09:30:00Z", "updated_at": "2026-01-15T09:30:00Z", "trace_id": "t",
    }  # fmt: skip
    assert dict(prompt)["user_prompt"] is None
    assert dict(prompt) == prompt.model_dump() == vars(prompt) == {**prompt}
    assert prompt.model_config == prompt["model_config"] == prompt["prompt_model_config"] == {"a": 1}
    assert prompt["newField"] == prompt["newField"] == 3
    assert "newField" not in prompt.model_dump()
    assert (prompt.get("slug"), prompt.get("model_config"), prompt.get("none", 1)) == ("s", {"a": 1}, 1)
    assert len(prompt) == len(dict(prompt))
    assert [each in prompt for each in ("slug", "model_config", "newField", "user_prompt", "none")] == [True] * 3 + [
        False
    ] * 2
    with pytest.raises(KeyError):
        prompt["none"]


def test_copies_and_changes() -> None:
    """A field can be set, and is rendered from then on; a copy is another."""
    prompt = PromptContentResponse.from_dict({**PROMPT, "user_prompt": "{{a}}", "variables": [{"name": "a"}]})
    assert prompt.render({"a": 1}).user_prompt == "1"

    other = prompt.model_copy(update={"user_prompt": "<{{a}} {{b}}>", "no field": 1}, deep=True)
    other.variables.append({"name": "b", "default": 2})
    assert (prompt.render({"a": 1}).user_prompt, other.render({"a": 1}).user_prompt) == ("1", "<1 2>")
    other.variables[1]["default"] = 3
    assert other.render({"a": 1}).user_prompt == "<1 3>"
    other.user_prompt = "{{a}}!"
    assert other.render({"a": 1}).user_prompt == "1!"
    assert other != prompt
    assert prompt.copy(include={"slug"}).model_fields_set == {"slug"}
    with pytest.raises(ValueError, match="no field"):
        prompt.other = 1


def test_by_hand_and_as_a_dataclass() -> None:
    """Made by name, checked; and what goes by dataclasses sees the names of the wire."""
    made = PromptContentResponse(**{**PROMPT, "version_number": "2"})

    assert made.version_number == 2
    assert dataclasses.asdict(made)["model_config"] == {"a": 1}
    assert CheckAPIKeyResponse.model_validate({"ok": 1, "user": "u"}) == CheckAPIKeyResponse(ok=True, user="u")
    assert EventRequest(trace_id="t", event_name="e", source_name="s").model_dump(exclude_none=True)["metadata"] == {}
    assert str(RenderedPrompt(trace_id="t")).startswith("system_prompt=None user_prompt=None")
    assert RenderedPrompt.model_construct(trace_id="t").model_fields_set == {"trace_id"}
    assert PromptContentResponse.model_validate_json(made.model_dump_json(by_alias=True)) == made
    assert PromptContentResponse.model_validate(type("Row", (), {**PROMPT, "x": 1})(), from_attributes=True).slug == "s"


def test_no_pydantic() -> None:
    """Nothing of it is imported, whatever is called."""
    program = (
        "import sys\nfrom promptport.xr2.models import CheckAPIKeyResponse as K\n"
        "k = K(ok=True, user='u'); k.model_dump_json(); K.model_json_schema(); K.parse_raw(k.json()); dict(k.model_copy())\n"
        "print([each for each in sys.modules if 'pydantic' in each])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_subclass() -> None:
    """It may have methods, and no field of its own: that would be passed over without a word."""

    class Named(CheckAPIKeyResponse):
        _note: str = "n"

        def title(self) -> str:
            return self.user.title()

    named = Named(ok=True, user="ann")
    assert (named.title(), named.model_dump(), str(named)) == ("Ann", {"ok": True, "user": "ann"}, "ok=True user='ann'")
    with pytest.raises(TypeError, match="can have no field 'plan' of its own"):

        class Paid(CheckAPIKeyResponse):
            plan: str
