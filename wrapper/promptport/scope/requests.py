"""The request for a version of a prompt, and what a 404 means for it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from ..http.plain import plain_text
from .config import Configuration
from .errors import NoProductionVersionError, NotFoundError, ValidationError, shown

if TYPE_CHECKING:
    from ..model import Parse, Request
    from .models import PromptVersion

LABELS = ("production", "latest")


def check(name: object, version: object, label: object) -> tuple[str, str | None]:
    """Refuse what can't name a version of a prompt. Answers name and version as texts, which a UUID or a number has as well.

    Raises:
        ValidationError: An argument is of the wrong type, or there is no such label.
    """
    if label is not None and (not isinstance(label, str) or label not in LABELS):
        raise ValidationError(f"There is no label {shown(label)}: only `production` and `latest`.", "label", label)
    return _text("name", name), None if version is None else _text("version", version)


def _text(field: str, value: object) -> str:
    if type(value) is str:
        return value
    if not isinstance(value, bool | float | None):
        with suppress(ValueError):
            return plain_text(value)
    decode = "; .decode() them" if isinstance(value, bytes | bytearray) else ""
    raise ValidationError(f"`{field}` must be a string, not {type(value).__name__}{decode}.", field, value)


def version_request(
    config: Configuration, name: str, version: str | None, label: str | None
) -> tuple[Request, Parse[PromptVersion]]:
    """The request for a version, and the reader of its answer.

    Args:
        config: The client's configuration.
        name: The prompt's name, or its id.
        version: The id of a version; it goes before `label`.
        label: `production`, which is meant where there is none, or `latest`.
    """
    from promptport_api.scope.api.prompts import prompts_get_latest, prompts_get_production, prompts_get_version

    from . import models  # noqa: F401 # its class, which can be rendered, takes its place when it is loaded

    environment, request_id, api = config.environment or None, str(uuid4()), config.api_version
    if version is not None:
        request = prompts_get_version.request(api, name, version, environment=environment, request_id=request_id)
        return request, cast("Parse[PromptVersion]", prompts_get_version.parse)
    operation = prompts_get_latest if label == "latest" else prompts_get_production
    request = operation.request(api, name, environment=environment, request_id=request_id)
    return request, cast("Parse[PromptVersion]", operation.parse)


def not_found(error: NotFoundError, name: str, version: str | None, label: str | None) -> Exception:
    """The documented error for a 404: what it is, or that no version is in production where it may mean that."""
    if version is not None or label == "latest" or error.code == "prompt_not_found":
        return error
    remedy = 'Promote one in Scope, or ask for the newest by `label="latest"`.'
    return NoProductionVersionError(
        name, f"{name!r} has no version in production: {error.message} {remedy}",
        http_status=404, http_body=error.body, error_code=error.code, request_id=error.request_id,
    )  # fmt: skip
