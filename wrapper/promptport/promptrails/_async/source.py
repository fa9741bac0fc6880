"""PromptRails as a source of prompts. The blocking twin is made from this file by `tools/unasync.py`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_api.promptrails.api.prompts import (
    prompts_create,
    prompts_create_version,
    prompts_delete,
    prompts_get,
    prompts_list,
    prompts_list_versions,
    prompts_promote_version,
    prompts_update,
)
from promptport_api.promptrails.api.scores import scores_create
from promptport_api.promptrails.client import RELEASES
from promptport_api.promptrails.models import Prompt, PromptPage, PromptVersion

from ...base._async.source import AsyncNamedSource
from ...base.names import identity
from ...base.needed import Needed
from ...base.writes import looking, writing
from ...errors import NotFound, NotSupported
from ...http.bounds import FETCHED
from ...http.clock import Deadline
from ...http.release import release_of
from ...model import walk_async as walk
from ...platform import Fetched, NewVersion, Query, Traits
from ...settings import account_name
from ..creating import arguments_of, config_of, label_of
from ..errors import NotFoundError, PromptRailsError
from ..reading import PRODUCTION, chosen, fetched, is_own_404, is_unknown_path, kind_of, names, own_404s
from .client import AsyncPromptRails

LISTED, CREATED = Needed("promptrails", "prompts_list"), Needed("promptrails", "prompts_create")
NO_SCORES = (
    "This PromptRails has no scores: releases since 0.9.0 have none. What a person thinks of an answer in a chat goes to "
    "`chat.submit_feedback` of `promptport.promptrails.PromptRails`."
)
NO_VERSION_DELETED = (
    "PromptRails deletes a prompt with all its versions: leave `version` out. A version that is not to be used any more is "
    'replaced by another: `client.label(name, "production", version=...)`.'
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
        traits = Traits("promptrails", client.base_url, labels=(PRODUCTION,), versions="id")
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
        with own_404s(query):
            prompt = await self.client.send(prompts_get.request(identity), prompts_get.parse, deadline=deadline)
            version = prompt.current_version
            if not isinstance(version, PromptVersion) or query.version not in (None, version.version, version.id):
                version = chosen(query, await self._versions(identity, deadline))
        return fetched(query, version, prompt.description)

    def check_version(self, version: NewVersion) -> None:
        """See that PromptRails can hold what a version says. Raises NotSupported, which names all that it can't."""
        arguments_of(version)

    async def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Make a version, which `production` among its labels makes the current one, and the prompt where there is none.

        Raises:
            NotSupported: PromptRails can't hold what the version says.
            ArgumentError: There is a version of this label, or there are several prompts of this name.
            CallError: The call failed.
        """
        arguments, within, query = arguments_of(version), Deadline(deadline), Query(version.name)
        with looking():
            found = await self._prompt(query, within)
            there = [] if found is None else await self._versions(found.id, within)
            label = label_of(version, there)
        done = ""
        with writing():
            if found is None:
                done = f"The prompt {version.name!r} was made, without a version."
                creation = prompts_create.request(name=version.name, description=version.description)
                found = await self.client.send(creation, prompts_create.parse, deadline=within)
                if not isinstance(found.id, str) or not found.id:
                    raise CREATED.lacking("id", "a text", found.id or None)
            elif version.description not in ("", found.description):
                done = f"The description of the prompt {version.name!r} was changed, and no version made."
                change = prompts_update.request(found.id, description=version.description)
                await self.client.send(change, prompts_update.parse, deadline=within)
        with writing(done):
            config = config_of(version.config, there)
            request = prompts_create_version.request(found.id, version=label, **arguments, **config)
            made = await self.client.send(request, prompts_create_version.parse, deadline=within)
            self._ids[version.name] = found.id
            return fetched(query._replace(version=made.id), made, version.description or found.description)

    async def label(self, query: Query, label: str, deadline: float) -> None:
        """Make a version the current one, which is what `production` finds.

        Raises:
            NotFound: There is no such prompt or version.
            ArgumentError: There are several prompts of this name.
            CallError: The call failed.
        """
        within = Deadline(deadline)
        with looking():
            found = identity(query, await self.listing(within))
            with own_404s(query):
                version = chosen(query, await self._versions(found, within))
        request = prompts_promote_version.request(found, version.id)
        with writing(), own_404s(query):
            await self.client.send(request, prompts_promote_version.parse, deadline=within)

    async def delete(self, query: Query, deadline: float) -> None:
        """Delete a prompt with all its versions.

        Raises:
            NotFound: There is no such prompt.
            NotSupported: A version was named: PromptRails keeps those as long as the prompt.
            ArgumentError: There are several prompts of this name.
            CallError: The call failed.
        """
        if query.version is not None:
            raise NotSupported(NO_VERSION_DELETED)
        within = Deadline(deadline)
        with looking():
            found = identity(query, await self.listing(within))
        try:
            with writing(), own_404s(query):
                await self.client.send(prompts_delete.request(found), prompts_delete.parse, deadline=within)
        except NotFound as error:
            if not getattr(
                error.__cause__, "may_have_arrived", False
            ):  # else an attempt without an answer was this one
                raise
        finally:
            self._ids.pop(query.name, None)

    async def _versions(self, identity: str, deadline: Deadline) -> list[PromptVersion]:
        request = prompts_list_versions.request(identity)
        return await self.client.send(request, prompts_list_versions.parse, deadline=deadline)

    async def _prompt(self, query: Query, deadline: Deadline) -> Prompt | None:
        """The prompt of a name, which may have become another one's lately; None where there is none."""
        try:
            found = identity(query, await self.listing(deadline))
        except NotFound:
            return None
        return await self.client.send(prompts_get.request(found), prompts_get.parse, deadline=deadline)

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
