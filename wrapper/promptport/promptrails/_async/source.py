"""PromptRails as a source of prompts. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_api.promptrails.api.prompts import prompts_get, prompts_list, prompts_list_versions
from promptport_api.promptrails.api.scores import scores_create
from promptport_api.promptrails.client import RELEASES
from promptport_api.promptrails.models import PromptPage, PromptVersion

from ...base._async.source import AsyncNamedSource
from ...base.needed import Needed
from ...errors import NotFound, NotSupported
from ...http.bounds import FETCHED
from ...http.clock import Deadline
from ...http.release import release_of
from ...model import walk_async as walk
from ...platform import Fetched, Query, Traits
from ...settings import account_name
from ..errors import NotFoundError, PromptRailsError
from ..reading import chosen, fetched, is_own_404, is_unknown_path, kind_of, names
from .client import AsyncPromptRails

LISTED = Needed("promptrails", "prompts_list")
NO_SCORES = (
    "This PromptRails has no scores: releases since 0.9.0 have none. What a person thinks of an answer in a chat goes to "
    "`chat.submit_feedback` of `promptport.promptrails.PromptRails`."
)
PAGE = 100  # prompts of a page


class AsyncPromptRailsSource(AsyncNamedSource[AsyncPromptRails]):
    """PromptRails' prompts, by name; a version is its author's label, such as `1.0.0`, or its id.

    Args:
        place: Nothing: PromptRails has one place for all prompts of a workspace.
        account: A name for the account, which outlives a change of keys; else PROMPTRAILS_ACCOUNT. Without, a new key is a
            new account.
        settings: The other arguments of `AsyncPromptRails`.

    Attributes:
        no_events: What there is in place of events.
        lacks_scores: Why the release that the server is said to be has no scores; empty where it has, or nobody says.
    """

    no_events = (
        "Traces of what runs there are recorded by `promptport.promptrails.tracing`; releases before 0.9.0 have scores."
    )

    def __init__(self, place: str = "", *, account: str | None = None, **settings: Any) -> None:
        client = AsyncPromptRails(**{"max_answer": FETCHED, **settings})
        traits = Traits("promptrails", client.base_url, labels=(), versions="id")
        super().__init__(client, traits, account_name(account, "PROMPTRAILS_ACCOUNT"))
        release = release_of(settings.get("release"), RELEASES, "PROMPTRAILS_RELEASE")
        history = scores_create.OPERATION.history
        lacks = bool(release) and history is not None and history.lacking(RELEASES.names, release)
        self.lacks_scores = NO_SCORES if lacks else ""

    async def listing(self, deadline: Deadline) -> Mapping[str, str]:
        """The prompts of the workspace."""

        async def page(number: int) -> PromptPage:
            request = prompts_list.request(page=number, limit=PAGE)
            found = await self.client.send(request, prompts_list.parse, deadline=deadline)
            if not isinstance(found.data, list):
                raise LISTED.lacking("data", "a list", found.data)
            return found

        return names([each async for each in walk(page, 1)])

    async def read(self, query: Query, identity: str, deadline: Deadline) -> Fetched:
        """Fetch a version: the current one, unless another is asked for."""
        version = None
        try:
            if query.version is None:
                request = prompts_get.request(identity)
                version = (await self.client.send(request, prompts_get.parse, deadline=deadline)).current_version
            if not isinstance(version, PromptVersion):
                request = prompts_list_versions.request(identity)
                found = await self.client.send(request, prompts_list_versions.parse, deadline=deadline)
                version = chosen(query, found)
        except NotFoundError as error:
            if not is_own_404(error):
                raise
            raise NotFound(str(error), *query) from error
        return fetched(query, version)

    async def score(
        self, trace: str, name: str, value: float | str | bool, comment: str | None, deadline: float
    ) -> None:
        """Say how good what came of a trace is.

        Raises:
            NotFound: There is no such trace.
            NotSupported: The server has no scores, as since release 0.9.0.
            CallError: The call failed.
        """
        request = scores_create.request(trace_id=trace, name=name, comment=comment, **kind_of(value))
        try:
            await self.client.send(request, scores_create.parse, deadline=deadline)
        except PromptRailsError as error:
            if is_unknown_path(error):
                raise NotSupported(NO_SCORES) from error
            if isinstance(error, NotFoundError) and is_own_404(error):
                raise NotFound(str(error)) from error
            raise
