"""xR2's prompts in the terms of all platforms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_api.xr2.models import PromptContentResponse

from ..base.needed import Needed
from ..errors import ArgumentError
from ..platform import Event, Fetched, Query, Variable
from .errors import APIError, PromptNotFoundError

NEEDED = Needed("xr2", "get_prompt")
ROLES = {"system_prompt": "system", "user_prompt": "user", "assistant_prompt": "assistant"}
EDITABLE = ("draft", "testing")  # statuses of a version that was not published yet, and may still change


def number(query: Query) -> int | None:
    """The version of a query, as xR2 counts them.

    Raises:
        ArgumentError: It is no number.
    """
    if query.version is None or isinstance(query.version, int):
        return query.version
    if query.version.isdecimal():
        return int(query.version)
    raise ArgumentError(f"xR2 numbers its versions: {query.version!r} is no number.")


def is_own_404(refusal: PromptNotFoundError) -> bool:
    """Whether a 404 is about the prompt: an object, with a label or the slug.

    xR2 puts a text in its place where the key's owner has no workspace, and for a path that it does not know.
    """
    detail = refusal.details
    return isinstance(detail, Mapping) and (isinstance(detail.get("error"), str) or "slug" in detail)


def knows_no_event(refusal: APIError) -> bool:
    """Whether xR2 itself says that an event is not defined: a text about it, not about a path."""
    words = refusal.details
    return refusal.status_code == 404 and isinstance(words, str) and words.strip().lower() != "not found"


def metadata_of(event: Event) -> Mapping[str, Any] | None:
    """What an event holds besides, with what it says of the choice of a version; what the caller says by these names counts."""
    said = {f"promptport.{name}": getattr(event, name) for name in ("unit", "experiment", "variant")}
    found = {name: each for name, each in said.items() if each is not None}
    return {**found, **(event.metadata or {})} if found else event.metadata


def fetched(query: Query, prompt: PromptContentResponse) -> Fetched:
    """A version that xR2 answered.

    Raises:
        CallError: It lacks what a prompt can't be made without.
    """
    declared, config = prompt["variables"], prompt["model_config"]
    test = None if query.version is not None or query.label is not None else prompt.ab_test_id
    return Fetched(
        query.name,
        tuple(each for each in NEEDED.texts(prompt, ROLES) if each["content"] is not None),
        tuple(map(_variable, filter(_is_named, declared if isinstance(declared, list) else []))),
        "braces",
        NEEDED.number(prompt, "version_number"),
        prompt.status,
        config=config if isinstance(config, Mapping) else {},
        cacheable=test is None,
        trace=prompt.trace_id,
        fixed=isinstance(prompt.status, str) and prompt.status not in EDITABLE,
        labels=(prompt.status,) if isinstance(prompt.status, str) else (),
        experiment=None if test is None else str(test),
    )


def _is_named(variable: Any) -> bool:
    return isinstance(variable, Mapping) and isinstance(variable.get("name"), str)


def _variable(about: Mapping[str, Any]) -> Variable:
    default = about.get("default")
    return Variable(
        about["name"],
        about.get("type") if isinstance(about.get("type"), str) else None,
        bool(about.get("required")),
        about.get("defaultValue") if default is None else default,
        str(about.get("description") or ""),
    )
