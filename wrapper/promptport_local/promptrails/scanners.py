"""The scanners that guardrails can use."""

from __future__ import annotations

from promptport_local.promptrails.resource import Json


def _scanner(type: str, label: str, description: str, *fields: str) -> Json:
    about = {"category": "local", "enabled": True, "disabled_reason": "", "config_fields": list(fields)}
    return {"type": type, "label": label, "description": description, **about}


_SCANNERS = (
    _scanner("pii", "Personal data", "Finds names, addresses, and numbers of cards and telephones.", "entities"),
    _scanner("prompt_injection", "Prompt injection", "Finds attempts to change what the agent was told.", "threshold"),
    _scanner("toxicity", "Toxicity", "Finds insults, threats and hatred.", "threshold"),
)


def scanners() -> list[Json]:
    """The scanners, all of them able to run: the local platform needs no service for them."""
    return [{**each, "config_fields": list(each["config_fields"])} for each in _SCANNERS]
