# Made from wrapper/promptport/promptic/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""Promptic as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promptport_api.promptic.api.client import delete_component, get_deployed_prompt, list_components

from ...base._sync.source import NamedSource
from ...base.names import identity
from ...base.writes import looking, writing
from ...errors import NotFound
from ...http.bounds import FETCHED
from ...http.clock import Deadline
from ...platform import Fetched, Query, Traits
from ...settings import account_name
from ..errors import PrompticAPIError
from ..reading import fetched, names
from .client import PrompticClient


class PrompticSource(NamedSource[PrompticClient]):
    """The deployed prompts of Promptic, by the names of their components.

    Args:
        place: Nothing: Promptic has one place for all components of a workspace.
        account: A name for the account, which outlives a change of keys; else PROMPTIC_ACCOUNT. Without, a new key is a new
            account.
        settings: The other arguments of `PrompticClient`.

    Attributes:
        no_events: What there is in place of events.
        no_scores: What there is in place of scores.
        no_versions_made: What there is in place of making a version.
        no_labels_moved: What there is in place of labels.
    """

    no_events = "Traces are recorded by `promptport.promptic.init`."
    no_scores = "What a person thinks of a run goes to `upsert_annotation` of `promptport.promptic.PrompticClient`."

    no_versions_made = (
        "What a component uses comes of an experiment: `create_experiment`, `start_experiment` and `deploy` of "
        "`promptport.promptic.PrompticClient`."
    )
    no_labels_moved = (
        "`deploy` of `promptport.promptic.PrompticClient` lets a component use what an experiment has found."
    )

    def __init__(self, place: str = "", *, account: str | None = None, **settings: Any) -> None:
        client = PrompticClient(**{"max_answer": FETCHED, **settings})
        traits = Traits("promptic", client.endpoint, labels=(), versions="")
        super().__init__(client, traits, account_name(account, "PROMPTIC_ACCOUNT"))

    def listing(self, deadline: Deadline) -> Mapping[str, str]:
        """The components of the workspace."""
        found = self.client.send(list_components.request(), list_components.parse, deadline=deadline)
        return names(found)

    def read(self, query: Query, identity: str, deadline: Deadline) -> Fetched:
        """Fetch what a component uses now."""
        request = get_deployed_prompt.request(identity)
        try:
            found = self.client.send(request, get_deployed_prompt.parse, deadline=deadline)
        except PrompticAPIError as error:
            if error.says_nothing_is_deployed:
                found = None
            elif error.says_it_does_not_exist:
                raise NotFound(str(error), *query) from error
            else:
                raise
        if found is None:
            raise NotFound(f"The component {query.name!r} has no deployed prompt: deploy an experiment of it.", *query)
        return fetched(query, found)

    def delete(self, query: Query, deadline: float) -> None:
        """Delete a component, with its experiments.

        Raises:
            NotFound: There is no such component.
            ArgumentError: There are several of this name.
            CallError: The call failed.
        """
        within = Deadline(deadline)
        with looking():
            found = identity(query, self.listing(within))
        try:
            with writing():
                self.client.send(delete_component.request(found), delete_component.parse, deadline=within)
        except PrompticAPIError as error:
            if not error.says_it_does_not_exist:
                raise
            if not error.may_have_arrived:  # else an attempt without an answer was this one
                raise NotFound(str(error), *query) from error
        finally:
            self._ids.pop(query.name, None)
