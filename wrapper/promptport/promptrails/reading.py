"""PromptRails' prompts in the terms of all platforms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from promptport_api.promptrails.models import Prompt, PromptVersion

from ..base.absence import names_what_is_missing
from ..base.needed import Needed
from ..errors import NotFound
from ..model import Unreadable, load
from ..platform import Fetched, Query, Variable
from .errors import NotFoundError, PromptRailsError, says_unknown_path

NEEDED = Needed("promptrails", "prompts_get")
ROLES = {"system_prompt": "system", "user_prompt": "user"}
PRODUCTION = "production"  # the label of the current version
SETTINGS: Mapping[str, tuple[type, ...]] = {  # fields of a version before 0.9, and the types of what they hold
    "llm_model_id": (str,),
    "fallback_llm_model_id": (str,),
    "temperature": (int, float),
    "max_tokens": (int,),
    "top_p": (int, float),
    "output_schema": (dict,),
}


def is_own_404(refusal: NotFoundError) -> bool:
    """Whether a 404 is about the prompt: with PromptRails' code, or a text under `error` that says so.

    Of a path that it does not know PromptRails says so under `message`, as many servers do.
    """
    body = _body(refusal)
    error = body.get("error") if isinstance(body, Mapping) else None
    if isinstance(error, Mapping):
        code = error.get("code")
        return isinstance(code, str) and "not_found" in code.lower()
    return names_what_is_missing(error)


@contextmanager
def own_404s(query: Query) -> Iterator[None]:
    """A block in which PromptRails' own 404 means that there is no such prompt, or version.

    Raises:
        NotFound: It says so.
    """
    try:
        yield
    except NotFoundError as error:
        if not is_own_404(error):
            raise
        raise NotFound(str(error), *query) from error


def is_unknown_path(refusal: PromptRailsError) -> bool:
    """Whether PromptRails says that it has no such operation."""
    return refusal.status_code in (404, 405, 410) and says_unknown_path(_body(refusal))


def _body(refusal: PromptRailsError) -> Any:
    try:
        return load((refusal.body or "").encode(errors="surrogatepass"))
    except Unreadable:
        return None


def names(prompts: Iterable[Any]) -> Mapping[str, str]:
    """The names of prompts, by their ids. What has no id can't be asked for, and is passed over."""
    known = (each for each in prompts if isinstance(each, Prompt) and isinstance(each.id, str) and each.id)
    return {each.id: each.name if isinstance(each.name, str) and each.name else each.id for each in known}


def chosen(query: Query, versions: Sequence[PromptVersion]) -> PromptVersion:
    """The version of a query: the one of this label or id; the current one where none is named.

    Raises:
        NotFound: There is none; the text says which there are.
    """
    known = [each for each in versions if isinstance(each, PromptVersion)]  # an odd record among them is none
    for each in known:
        if each.is_current is True if query.version is None else str(query.version) in (each.version, each.id):
            return each
    there = ", ".join(str(each.version or each.id) for each in known) or "none"
    asked = "current version" if query.version is None else f"version {query.version!r}"
    raise NotFound(f"The prompt {query.name!r} has no {asked}; there are {there}.", *query)


def fetched(query: Query, version: PromptVersion, description: Any = "") -> Fetched:
    """A version that PromptRails answered.

    Args:
        query: Which was asked for.
        version: The version.
        description: What its prompt is for.

    Raises:
        CallError: It lacks what a prompt can't be made without.
    """
    texts = NEEDED.texts(version, ROLES)
    number = NEEDED.number(version, "version" if version.get("version") else "id")
    own: Any = version.config
    settings = {name: getattr(version, name) for name in SETTINGS}
    labels = (PRODUCTION,) if version.is_current is True else ()
    return Fetched(
        query.name,
        tuple(each for each in texts if each["content"]),
        _variables(version.input_schema),
        version=None if number == version.id else number,
        label=query.label or next(iter(labels), None),
        id=version.id or None,
        config={name: value for name, value in settings.items() if value is not None}
        | (own if isinstance(own, dict) else {}),
        fixed=bool(version.id)
        and query.version == version.id,  # which is made once; its author may give the same name to another
        labels=labels,
        note=_said(version.message),
        description=_said(description),
    )


def _said(text: Any) -> str:
    return text if isinstance(text, str) else ""


def _variables(schema: Any) -> tuple[Variable, ...] | None:
    """The variables of a JSON schema; None where there is none, so that nothing is declared."""
    properties = schema.get("properties") if isinstance(schema, Mapping) else None
    if not isinstance(properties, Mapping):
        return None
    required = schema.get("required")
    needed = required if isinstance(required, list) else []
    return tuple(
        Variable(
            name,
            about["type"] if isinstance(about.get("type"), str) else None,
            name in needed,
            about.get("default"),
            str(about.get("description") or ""),
            tuple(about["enum"]) if isinstance(about.get("enum"), list) and about["enum"] else None,
        )
        for name, about in properties.items()
        if isinstance(about, Mapping)
    )


def kind_of(value: float | str | bool) -> dict[str, Any]:
    """A score's value, as PromptRails tells its kinds apart."""
    if isinstance(value, bool):
        return {"data_type": "boolean", "bool_value": value}
    if isinstance(value, str):
        return {"data_type": "categorical", "string_value": value}
    return {"data_type": "numeric", "value": float(value)}
