"""What was asked, and how it failed, as attributes of spans and metrics."""

from __future__ import annotations

from ..errors import CallError, Error, NotFound
from ..platform import Query
from ..telemetry.names import LABEL, PLATFORM, PROMPT_NAME, PROMPT_VERSION
from ..telemetry.spans import Span, type_of
from ..telemetry.texts import sendable


def kind_of(error: BaseException) -> str:
    """What an error is counted as: of a platform's failure its kind, such as `timeout`; of any other error its class."""
    if isinstance(error, CallError) and not isinstance(error, NotFound):
        return error.kind
    return type(error).__name__ if isinstance(error, Error) else type_of(error)


def failed(span: Span, error: BaseException) -> None:
    """Tell a span that it failed, in our own words: what another error says may be anything."""
    span.failed(error, kind_of(error), error.message if isinstance(error, Error) else None)


def query_attributes(platform: str, query: Query) -> dict[str, str | int | float]:
    """What was asked for, as far as it was.

    Args:
        platform: The platform's name.
        query: Which prompt.
    """
    name, version, label = query
    found: dict[str, str | int | float] = {PLATFORM: platform, PROMPT_NAME: sendable(name)}
    if version is not None:
        found[PROMPT_VERSION] = sendable(str(version))
    if label is not None:
        found[LABEL] = sendable(label)
    return found
