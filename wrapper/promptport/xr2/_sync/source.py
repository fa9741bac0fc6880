# Made from wrapper/promptport/xr2/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""xR2 as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from typing import Any

from promptport_api.xr2.api.client import get_prompt, track_event
from promptport_api.xr2.models import PromptContentResponse

from ...base._sync.source import Source
from ...errors import NotFound
from ...http.bounds import FETCHED
from ...platform import Event, Fetched, Query, Traits
from ...settings import account_name
from ..errors import APIError, PromptNotFoundError
from ..reading import NEEDED, fetched, is_own_404, knows_no_event, metadata_of, number
from .client import xR2Client


class XR2Source(Source[xR2Client]):
    """xR2's prompts, by slug, and their events; a label is a status.

    Args:
        place: Nothing: xR2 has one place for all prompts of a key.
        account: A name for the account, which outlives a change of keys; else XR2_ACCOUNT. Without, a new key is a new
            account.
        settings: The other arguments of `xR2Client`.

    Attributes:
        once: xR2 keeps one event of each name for a trace.
        no_scores: What there is in place of scores.
        no_versions_made: What there is in place of writing.
    """

    once = True
    no_versions_made = (
        "Its API reads prompts and takes events: versions are made, published and taken away on its own pages, at "
        "https://xr2.uk."
    )
    no_scores = "What came of a prompt is told by events: `client.track`."

    def __init__(self, place: str = "", *, account: str | None = None, **settings: Any) -> None:
        client = xR2Client(**{"max_answer": FETCHED, **settings})
        labels = ("production", "testing", "draft", "inactive", "deprecated")
        traits = Traits("xr2", client.base_url, labels=labels, lists=False)
        super().__init__(client, traits, account_name(account, "XR2_ACCOUNT"))

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version; each fetch has a trace of its own, and one within an A/B test is for this caller alone."""
        return fetched(query, self._read(query, deadline))

    def _read(self, query: Query, deadline: float) -> PromptContentResponse:
        request = get_prompt.request(slug=query.name, version_number=number(query), status=query.label)
        try:
            return self.client.send(request, get_prompt.parse, deadline=deadline)
        except PromptNotFoundError as error:
            if is_own_404(error):
                raise NotFound(str(error), *query) from error
            raise

    def trace(self, query: Query, deadline: float) -> str:
        """A trace of its own, which a fetch has. A version or a status leaves A/B tests alone."""
        found = (self._read(query, deadline)).trace_id
        if not isinstance(found, str) or not found:
            raise NEEDED.lacking("trace_id", "a text", found or None)
        return found

    def event(self, event: Event, deadline: float) -> bool:
        """Record an event against a trace. Answers whether xR2 had one of this name on it already, and keeps that one."""
        request = track_event.request(
            trace_id=event.trace or "",
            event_name=event.name,
            user_id=event.user_id,
            session_id=event.session_id,
            value=event.value,
            currency=event.currency,
            metadata=metadata_of(event),
        )
        try:
            return (self.client.send(request, track_event.parse, deadline=deadline)).is_duplicate is True
        except APIError as error:
            if knows_no_event(error):
                raise NotFound(
                    f"{error.message.rstrip('.')}. {error.hint or ''}".strip(), event.prompt or "", event.version
                ) from error
            raise
