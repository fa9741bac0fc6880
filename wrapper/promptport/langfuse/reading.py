"""Langfuse's prompts in the terms of all platforms."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from promptport_api.langfuse.models import ChatMessage, CreateScoreRequest, Prompt

from ..base.absence import names_what_is_missing
from ..base.needed import Needed
from ..errors import ArgumentError, NotFound
from ..platform import Fetched, Query
from .errors import NO_PROMPT, BadRequestError, LangfuseError, NotFoundError
from .linking import attributes_of

NEEDED = Needed("langfuse", "prompts_get")
PRODUCTION = "production"  # what is in use
LATEST = "latest"  # what the newest version always has
MOST = 2**31 - 1  # the highest number that a version can have


def number(query: Query) -> int | None:
    """The version of a query, as Langfuse counts them.

    Raises:
        ArgumentError: It is no number.
        NotFound: It is a number that no version has. Langfuse would answer to 0 with another version.
    """
    found = query.version
    if found is None:
        return None
    if isinstance(found, str):
        if not (found.isascii() and found.isdecimal() and len(found) <= len(str(MOST))):
            raise ArgumentError(f"Langfuse numbers its versions: {found!r} is no number.")
        found = int(found)
    if not 1 <= found <= MOST:
        raise NotFound(f"The prompt {query.name!r} has no version {found}: Langfuse counts from 1.", *query)
    return found


@contextmanager
def own_404s(query: Query) -> Iterator[None]:
    """A block in which Langfuse's own 404 means that there is no such prompt, version or label.

    Raises:
        NotFound: It says so.
    """
    try:
        yield
    except NotFoundError as error:
        if not is_own_404(error):
            raise
        raise NotFound(str(error), *query) from error


def is_own_404(refusal: NotFoundError) -> bool:
    """Whether a 404 is about a prompt: by its kind, or where it has none, by its words."""
    return refusal.code == NO_PROMPT or (refusal.code is None and names_what_is_missing(refusal.message))


def fetched(query: Query, prompt: Prompt) -> Fetched:
    """A version that Langfuse answered.

    Args:
        query: Which was asked for.
        prompt: The version.

    Raises:
        CallError: It lacks what a prompt can't be made without.
    """
    said: Any = prompt.prompt
    version = _number(prompt)
    kind, labels = "text" if isinstance(said, str) else "chat", _texts(prompt.labels)
    live = PRODUCTION in labels or query.version is None  # which is what is found where nobody says which
    note: Any = prompt.commit_message
    return Fetched(
        query.name,
        ({"role": "user", "content": said},) if isinstance(said, str) else tuple(map(_message, _messages(prompt))),
        None,
        "any",
        version,
        query.label or (PRODUCTION if live else None),
        prompt.id if isinstance(prompt.id, str) and prompt.id else None,
        {} if prompt.config is None else prompt.config,
        # A version never changes, but its number is given out again once it is deleted, and what it refers to may change.
        fixed=False,
        kind=kind,
        labels=labels,
        tags=_texts(prompt.tags),
        note=note if isinstance(note, str) else "",
        attributes=attributes_of(query.name, version),
    )


def _number(prompt: Prompt) -> int:
    found: Any = prompt.get("version")
    if isinstance(found, bool) or not isinstance(found, int):
        raise NEEDED.lacking("version", "a number", found)
    return found


def _messages(prompt: Prompt) -> Sequence[Any]:
    if prompt.get("prompt") is None:
        raise NEEDED.lacking("prompt", "a text or a list")
    return NEEDED.records(prompt, "prompt")


def _message(message: ChatMessage) -> dict[str, Any]:
    """A message, or a place for others; what says who speaks is a message, whatever its type."""
    role, content, name = message.get("role"), message.get("content"), message.get("name")
    if role is None and isinstance(name, str) and name:
        return {"slot": name}
    if not isinstance(role, str) or not role:
        raise NEEDED.lacking("role", "a text", role or None)
    if not isinstance(content, str):
        raise NEEDED.lacking("content", "a text", content)
    return {"role": role, "content": content}


def _texts(found: Any) -> tuple[str, ...]:
    return tuple(each for each in found if isinstance(each, str)) if isinstance(found, list) else ()


def score_of(
    trace: str,
    name: str,
    value: float | str | bool,
    comment: str | None,
    ident: str | None = None,
    at: float | None = None,
) -> CreateScoreRequest:
    """A score as Langfuse takes it. It sees of the value which type it is, but for truth values, which it has as 0 and 1.

    One of the same id and time takes its place (docs/wire/langfuse.md, section 4.1).
    """
    score: CreateScoreRequest = {"name": name, "value": value, "traceId": trace}
    if isinstance(value, bool):
        score |= {"value": int(value), "dataType": "BOOLEAN"}
    if comment is not None:
        score["comment"] = comment
    if ident is not None:
        score["id"] = ident
    if at is not None:
        score["timestamp"] = datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
    return score


def refused_score(answer: Any) -> LangfuseError | None:
    """The error of a score that was not taken, of an answer that is a success; None where it was."""
    rejected = answer.rejected
    if isinstance(rejected, bool) or not isinstance(rejected, int) or rejected < 1:
        return None
    said = [each.message for each in answer.errors or () if isinstance(getattr(each, "message", None), str)]
    error = BadRequestError(
        "; ".join(said) or "The score was refused.", 400, platform="langfuse", operation="scores_create", attempts=1
    )
    error.body = json.dumps(answer.to_dict())
    return error
