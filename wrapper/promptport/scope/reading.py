"""Scope's prompts in the terms of all platforms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ..base.absence import names_what_is_missing
from ..base.needed import Needed
from ..errors import NotSupported
from ..model import Unreadable, load
from ..platform import Fetched, Query, Variable
from .errors import NotFoundError
from .models import PromptVersion

NEEDED = Needed("scope", "prompts_get_production")
KINDS = ("text", "chat")
OWN = re.compile(r"(prompt|version)_?not_?found|no_production", re.IGNORECASE)  # codes of a 404 that is Scope's


def identity(query: Query) -> str | None:
    """The version of a query, as Scope names them.

    Raises:
        NotSupported: It is a number.
    """
    if isinstance(query.version, int):
        raise NotSupported(f"Scope finds a version by its id, such as 'version-123', not by a number: {query.version}.")
    return query.version


def is_own_404(refusal: NotFoundError) -> bool:
    """Whether a 404 is about the prompt, by its code or its words; whatever else answers at the address has others."""
    body = refusal.details
    if not isinstance(body, Mapping):
        return False
    error = body.get("error")
    nested = error if isinstance(error, Mapping) else {}
    code = nested.get("code")
    known = isinstance(code, str) and OWN.search(code) is not None
    return known or names_what_is_missing(nested.get("message"), body.get("message"), error)


def fetched(query: Query, version: PromptVersion) -> Fetched:
    """A version that Scope answered.

    Raises:
        CallError: It lacks what a prompt can't be made without.
    """
    declared: Any = version.variables
    metadata: Any = version.metadata
    label = query.label or ("production" if version.is_production or query.version is None else None)
    return Fetched(
        query.name,
        tuple(_messages(version)),
        tuple(Variable(name) for name in declared if isinstance(name, str)) if isinstance(declared, list) else None,
        "words",
        version.version_number,
        label,
        version.id,
        metadata if isinstance(metadata, Mapping) else {},
        fixed=isinstance(version.status, str) and version.status != "draft",  # which can be edited
        kind=version.type if version.type in KINDS else "",
        labels=("production",) if version.is_production is True else (),
        tags=tuple(each for each in _tags(version) if isinstance(each, str)),
    )


def _tags(version: PromptVersion) -> Sequence[Any]:
    found: Any = version.get("tags")
    return found if isinstance(found, list) else ()


def _messages(version: PromptVersion) -> Sequence[Mapping[str, Any]]:
    """The messages of a chat, as a list or as its JSON; of a text, one message of the user."""
    content: Any = version.content
    if "content" not in version or not isinstance(content, str | list):
        raise NEEDED.lacking("content", "a text, or a list of messages", version.get("content"))
    if version.type == "chat" and isinstance(content, str):
        try:
            read = load(content.encode(errors="surrogatepass"))
        except Unreadable:
            read = None
        content = read if isinstance(read, list) else content
    if isinstance(content, list) and all(isinstance(each, dict) and "role" in each for each in content):
        return content
    return [{"role": "user", "content": content}]
