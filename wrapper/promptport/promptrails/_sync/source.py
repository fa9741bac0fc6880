# Made from wrapper/promptport/promptrails/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""PromptRails as a source of prompts. The asyncio twin is the source of this file."""

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

from ...base._sync.source import NamedSource
from ...base.names import identity
from ...base.needed import Needed
from ...base.writes import looking, writing
from ...errors import NotFound, NotSupported
from ...http.bounds import FETCHED
from ...http.clock import Deadline
from ...http.release import release_of
from ...model import walk
from ...platform import Fetched, NewVersion, Query, Traits
from ...settings import account_name
from ..creating import arguments_of, config_of, label_of
from ..errors import NotFoundError, PromptRailsError
from ..reading import PRODUCTION, chosen, fetched, is_own_404, is_unknown_path, kind_of, names, own_404s
from .client import PromptRails

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


class PromptRailsSource(NamedSource[PromptRails]):
    """PromptRails' prompts, by name; a version is its author's label, such as `1.0.0`, or its id.

    Args:
        place: Nothing: PromptRails has one place for all prompts of a workspace.
        account: A name for the account, which outlives a change of keys; else PROMPTRAILS_ACCOUNT. Without, a new key is a
            new account.
        settings: The other arguments of `PromptRails`.

    Attributes:
        no_events: What there is in place of events.
        lacks_scores: Why the release that the server is said to be has no scores; empty where it has, or nobody says.
    """

    no_events = (
        "Traces of what runs there are recorded by `promptport.promptrails.tracing`; releases before 0.9.0 have scores."
    )

    def __init__(self, place: str = "", *, account: str | None = None, **settings: Any) -> None:
        client = PromptRails(**{"max_answer": FETCHED, **settings})
        traits = Traits("promptrails", client.base_url, labels=(PRODUCTION,), versions="id")
        super().__init__(client, traits, account_name(account, "PROMPTRAILS_ACCOUNT"))
        release = release_of(settings.get("release"), RELEASES, "PROMPTRAILS_RELEASE")
        history = scores_create.OPERATION.history
        lacks = bool(release) and history is not None and history.lacking(RELEASES.names, release)
        self.lacks_scores = NO_SCORES if lacks else ""

    def listing(self, deadline: Deadline) -> Mapping[str, str]:
        """The prompts of the workspace."""

        def page(number: int) -> PromptPage:
            request = prompts_list.request(page=number, limit=PAGE)
            found = self.client.send(request, prompts_list.parse, deadline=deadline)
            if not isinstance(found.data, list):
                raise LISTED.lacking("data", "a list", found.data)
            return found

        return names([each for each in walk(page, 1)])

    def read(self, query: Query, identity: str, deadline: Deadline) -> Fetched:
        """Fetch a version: the current one, unless another is asked for."""
        with own_404s(query):
            prompt = self.client.send(prompts_get.request(identity), prompts_get.parse, deadline=deadline)
            version = prompt.current_version
            if not isinstance(version, PromptVersion) or query.version not in (None, version.version, version.id):
                version = chosen(query, self._versions(identity, deadline))
        return fetched(query, version, prompt.description)

    def check_version(self, version: NewVersion) -> None:
        """See that PromptRails can hold what a version says. Raises NotSupported, which names all that it can't."""
        arguments_of(version)

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Make a version, which `production` among its labels makes the current one, and the prompt where there is none.

        Raises:
            NotSupported: PromptRails can't hold what the version says.
            ArgumentError: There is a version of this label, or there are several prompts of this name.
            CallError: The call failed.
        """
        arguments, within, query = arguments_of(version), Deadline(deadline), Query(version.name)
        with looking():
            found = self._prompt(query, within)
            there = [] if found is None else self._versions(found.id, within)
            label = label_of(version, there)
        done = ""
        with writing():
            if found is None:
                done = f"The prompt {version.name!r} was made, without a version."
                creation = prompts_create.request(name=version.name, description=version.description)
                found = self.client.send(creation, prompts_create.parse, deadline=within)
                if not isinstance(found.id, str) or not found.id:
                    raise CREATED.lacking("id", "a text", found.id or None)
            elif version.description not in ("", found.description):
                done = f"The description of the prompt {version.name!r} was changed, and no version made."
                change = prompts_update.request(found.id, description=version.description)
                self.client.send(change, prompts_update.parse, deadline=within)
        with writing(done):
            config = config_of(version.config, there)
            request = prompts_create_version.request(found.id, version=label, **arguments, **config)
            made = self.client.send(request, prompts_create_version.parse, deadline=within)
            self._ids[version.name] = found.id
            return fetched(query._replace(version=made.id), made, version.description or found.description)

    def label(self, query: Query, label: str, deadline: float) -> None:
        """Make a version the current one, which is what `production` finds.

        Raises:
            NotFound: There is no such prompt or version.
            ArgumentError: There are several prompts of this name.
            CallError: The call failed.
        """
        within = Deadline(deadline)
        with looking():
            found = identity(query, self.listing(within))
            with own_404s(query):
                version = chosen(query, self._versions(found, within))
        request = prompts_promote_version.request(found, version.id)
        with writing(), own_404s(query):
            self.client.send(request, prompts_promote_version.parse, deadline=within)

    def delete(self, query: Query, deadline: float) -> None:
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
            found = identity(query, self.listing(within))
        try:
            with writing(), own_404s(query):
                self.client.send(prompts_delete.request(found), prompts_delete.parse, deadline=within)
        except NotFound as error:
            if not getattr(
                error.__cause__, "may_have_arrived", False
            ):  # else an attempt without an answer was this one
                raise
        finally:
            self._ids.pop(query.name, None)

    def _versions(self, identity: str, deadline: Deadline) -> list[PromptVersion]:
        request = prompts_list_versions.request(identity)
        return self.client.send(request, prompts_list_versions.parse, deadline=deadline)

    def _prompt(self, query: Query, deadline: Deadline) -> Prompt | None:
        """The prompt of a name, which may have become another one's lately; None where there is none."""
        try:
            found = identity(query, self.listing(deadline))
        except NotFound:
            return None
        return self.client.send(prompts_get.request(found), prompts_get.parse, deadline=deadline)

    def score(
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
            self.client.send(request, scores_create.parse, deadline=deadline)
        except PromptRailsError as error:
            if is_unknown_path(error):
                raise NotSupported(NO_SCORES) from error
            if isinstance(error, NotFoundError) and is_own_404(error):
                raise NotFound(str(error)) from error
            raise
