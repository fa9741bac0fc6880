# Made from wrapper/promptport/xr2/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""xR2 as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from typing import Any

from promptport_api.xr2.api.client import get_prompt

from ...base._sync.source import Source
from ...errors import NotFound
from ...http.bounds import FETCHED
from ...platform import Fetched, Query, Traits
from ...settings import account_name
from ..errors import PromptNotFoundError
from ..reading import fetched, is_own_404, number
from .client import xR2Client


class XR2Source(Source[xR2Client]):
    """xR2's prompts, by slug; a label is a status.

    Args:
        place: Nothing: xR2 has one place for all prompts of a key.
        account: A name for the account, which outlives a change of keys; else XR2_ACCOUNT. Without, a new key is a new
            account.
        settings: The other arguments of `xR2Client`.
    """

    def __init__(self, place: str = "", *, account: str | None = None, **settings: Any) -> None:
        client = xR2Client(**{"max_answer": FETCHED, **settings})
        labels = ("production", "testing", "draft", "inactive", "deprecated")
        traits = Traits("xr2", client.base_url, labels=labels, lists=False)
        super().__init__(client, traits, account_name(account, "XR2_ACCOUNT"))

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version; each fetch has a trace of its own, and one within an A/B test is for this caller alone."""
        request = get_prompt.request(slug=query.name, version_number=number(query), status=query.label)
        try:
            prompt = self.client.send(request, get_prompt.parse, deadline=deadline)
        except PromptNotFoundError as error:
            if is_own_404(error):
                raise NotFound(str(error), *query) from error
            raise
        return fetched(query, prompt)
