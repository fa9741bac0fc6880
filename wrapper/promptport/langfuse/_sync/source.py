# Made from wrapper/promptport/langfuse/_async/source.py by `python tools/unasync.py`: change that file, never this one.
"""Langfuse as a source of prompts. The asyncio twin is the source of this file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from promptport_api.langfuse.api.prompt_version import prompt_version_update
from promptport_api.langfuse.api.prompts import prompts_create, prompts_delete, prompts_get, prompts_list
from promptport_api.langfuse.api.scores import scores_create

from ...base._sync.source import Source
from ...base.needed import Needed
from ...base.writes import writing
from ...errors import NotFound, NotSupported
from ...http.bounds import FETCHED
from ...http.clock import Deadline
from ...platform import Fetched, NewVersion, Query, Traits
from ...settings import account_name
from ..creating import arguments_of
from ..reading import LATEST, fetched, number, own_404s, refused_score, score_of
from .client import LangfuseClient

LISTED = Needed("langfuse", "prompts_list")
PAGE = 100  # prompts of a page, which is the most that Langfuse gives


class LangfuseSource(Source[LangfuseClient]):
    """Langfuse's prompts, by name, folders and all; a version is a number, a label any that a version carries.

    Args:
        place: Nothing: Langfuse has one place for all prompts of a project.
        host: The older name of `base_url`.
        account: A name for the account, which outlives a change of keys; else LANGFUSE_ACCOUNT. Without, a new public key is
            a new account.
        settings: The other arguments of `LangfuseClient`.

    Attributes:
        no_events: What there is in place of events.
        has_score_ids: A score takes the place of one of its id, so one that may have arrived is sent again.
    """

    no_events = (
        "What came of a prompt is told by scores (`client.score`), and by a span of your own that has `prompt.attributes()`, "
        "by which Langfuse links a generation to its prompt."
    )
    has_score_ids = True

    def __init__(
        self, place: str = "", *, host: str | None = None, account: str | None = None, **settings: Any
    ) -> None:
        given = {"max_answer": FETCHED, **settings}
        client = LangfuseClient(**{**given, "base_url": given.get("base_url") or host})
        super().__init__(client, Traits("langfuse", client.base_url), account_name(account, "LANGFUSE_ACCOUNT"))

    def fetch(self, query: Query, deadline: float) -> Fetched:
        """Fetch a version: the one with the label `production`, unless another is asked for."""
        request = prompts_get.request(query.name, version=number(query), label=query.label)
        with own_404s(query):
            found = self.client.send(request, prompts_get.parse, deadline=deadline)
        return fetched(query, found)

    def names(self, deadline: float) -> Iterable[str]:
        """The names of all prompts."""
        within, page, names = Deadline(deadline), 0, []
        while True:
            page += 1
            request = prompts_list.request(page=page, limit=PAGE)
            found = self.client.send(request, prompts_list.parse, deadline=within)
            names += [each.name for each in LISTED.records(found, "data") if isinstance(each.name, str) and each.name]
            pages: Any = getattr(found.meta, "total_pages", None)
            if not found.data or not isinstance(pages, int) or page >= pages:
                return names

    def check_version(self, version: NewVersion) -> None:
        """See that Langfuse can hold what a version says. Raises NotSupported, which names all that it can't."""
        arguments_of(version)

    def create_version(self, version: NewVersion, deadline: float) -> Fetched:
        """Make a version, which becomes the newest one, and the prompt where there is none.

        Its tags, where it has any, replace those of all versions. Where its text refers to other prompts, what is answered has
        the references; theirs are the texts that a `fetch` finds in their places.

        Raises:
            NotSupported: Langfuse can't hold what the version says.
            CallError: The call failed.
        """
        request = prompts_create.request(**arguments_of(version))
        with writing():
            made = self.client.send(request, prompts_create.parse, deadline=deadline)
            return fetched(Query(version.name, made.version), made)

    def label(self, query: Query, label: str, deadline: float) -> None:
        """Give a label to a version; another that had it loses it.

        Raises:
            NotFound: There is no such prompt or version.
            NotSupported: It is `latest`, which Langfuse gives to the newest version.
            CallError: The call failed.
        """
        if label == LATEST:
            raise NotSupported(
                "Langfuse gives the label 'latest' itself, to the newest version: make one, or use another."
            )
        request = prompt_version_update.request(query.name, number(query) or 0, newLabels=[label])
        with writing(), own_404s(query):
            self.client.send(request, prompt_version_update.parse, deadline=deadline)

    def delete(self, query: Query, deadline: float) -> None:
        """Delete a version; without one, the prompt with all its versions.

        Raises:
            NotFound: There is no such prompt or version.
            CallError: The call failed, as where another prompt refers to what should go.
        """
        request = prompts_delete.request(query.name, version=number(query))
        try:
            with writing(), own_404s(query):
                self.client.send(request, prompts_delete.parse, deadline=deadline)
        except NotFound as error:
            # Else an attempt without an answer was this one.
            if not getattr(error.__cause__, "may_have_arrived", False):
                raise

    def score(
        self,
        trace: str,
        name: str,
        value: float | str | bool,
        comment: str | None,
        deadline: float,
        ident: str | None = None,
        at: float | None = None,
    ) -> None:
        """Say how good what came of a trace is. Langfuse shows it some seconds later, and takes it for traces yet to come.

        Raises:
            CallError: The call failed, or Langfuse did not take the score.
        """
        request = scores_create.request(body=[score_of(trace, name, value, comment, ident, at)])
        answer = self.client.send(request, scores_create.parse, deadline=deadline)
        refused = refused_score(answer)
        if refused is not None:
            raise refused
