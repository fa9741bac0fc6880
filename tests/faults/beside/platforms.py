"""The platforms of the table: what they hold, how they answer, and which client their vendor publishes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import promptport.testing

from .. import langfuse_rows, scope_rows, xr2_rows

HELD = "Welcome {{customer_name}} and offer your help."
"""A part of what every platform holds as `welcome`: an answer without it is a wrong one."""
COMPONENT = "0c9a1f52-3f0e-4a6b-8f0d-2b7f6c1e9d10"


class Platform(NamedTuple):
    """A platform.

    Attributes:
        name: Its name.
        package: Its vendor's package; empty where none is published.
        operation: The operation that a fetch calls.
        says: How it writes an error with a message.
        good: A readable answer with a text, with further fields.
        required: A field that an answer can't be without.
        credentials: Adds credentials, the secret the last of them, which is new for each number.
    """

    name: str
    package: str
    operation: str
    says: Callable[[str], Any]
    good: Callable[..., dict[str, Any]]
    required: str
    credentials: Callable[[promptport.testing.Platform, int], tuple[str, ...]]


def _xr2(local: promptport.testing.Platform, number: int) -> tuple[str, ...]:
    local.backend("xr2").add_key(secret := f"xr2_prod_planted{number:09}")
    return (secret,)


def _scope(local: promptport.testing.Platform, number: int) -> tuple[str, ...]:
    local.backend("scope").add_application("key_planted", secret := f"planted-secret-{number:09}")
    return "my-org", "key_planted", secret


def _langfuse(local: promptport.testing.Platform, number: int) -> tuple[str, ...]:
    # The vendor's package keeps what a client is made of for ever, by the public key.
    pair = f"pk-lf-{number}", f"sk-lf-planted-{number:09}"
    local.backend("langfuse").add_key(*pair)
    return pair


def _prompt(text: str, **more: Any) -> dict[str, Any]:
    version = {"id": "v1", "prompt_id": "welcome-id", "version": "1.0.0", "user_prompt": text, "is_current": True}
    return {"data": {"id": "welcome-id", "name": "welcome", "current_version": version, **more}}


def _deployed(text: str, **more: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": text}]
    return {"componentId": COMPONENT, "componentName": "welcome", "prompt": text, "promptMessages": messages, **more}


PLATFORMS = {
    each.name: each
    for each in (
        Platform(
            "xr2", "xr2-sdk", "get_prompt", lambda message: {"detail": message},
            lambda text, **more: xr2_rows.good(user_prompt=text, **more), "slug", _xr2,
        ),
        Platform(
            "promptrails", "promptrails", "prompts_get", lambda message: {"error": {"code": "c", "message": message}},
            _prompt, "data", lambda local, number: ("your-api-key",),
        ),
        Platform(
            "scope", "", "prompts_get_production", lambda message: {"error": {"code": "c", "message": message}},
            lambda text, **more: scope_rows.good(**{"content": text, **more}), "prompt_id", _scope,
        ),
        Platform(
            "promptic", "promptic-sdk", "get_deployed_prompt", lambda message: {"error": message},
            _deployed, "prompt", lambda local, number: ("pk_local_dev",),
        ),
        Platform(
            "langfuse", "langfuse", "prompts_get", langfuse_rows.says,
            lambda text, **more: langfuse_rows.good(prompt=text, **more), "name", _langfuse,
        ),
    )
}  # fmt: skip
