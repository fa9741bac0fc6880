# Made from wrapper/promptport/promptic/_async/sender.py by `python tools/unasync.py`: change that file, never this one.
"""Sends as the vendor's client does, to servers of any release.

The asyncio twin is the source of this file.
"""

from __future__ import annotations

from typing import Any, TypeVar, cast

from promptport_api.promptic.api.client import get_ai_application, get_experiment, get_workspace
from promptport_api.promptic.client import RELEASES

from ...http._sync.pipeline import Events, Pipeline
from ...http.blocking import in_thread
from ...http.clock import Deadline
from ...model import Operation, Parse, ParseEvent, Request
from ..errors import PrompticAPIError
from ..fields import without_empty_filters
from ..observations import OPERATIONS, Home, as_cases, home_of
from ..rules import OTHER_PATHS
from ..server import UNKNOWN, Server
from ..tools import refuse_kind

T = TypeVar("T")
ARTIFACTS = frozenset({"get_artifact", "list_trace_artifacts"})


class Sender:
    """Sends the requests of one client.

    An empty filter is none, and where nothing is deployed None is the answer. What a server of another release does not know is
    asked for by its other path.

    Args:
        pipeline: The road to the wire.
        server: What is known of the server.
    """

    def __init__(self, pipeline: Pipeline, server: Server) -> None:
        self._pipeline, self._server = pipeline, server

    def send(self, request: Request, parse: Parse[T]) -> T:
        """Send a request, and read its answer with `parse`."""
        operation = request.operation.id
        refuse_kind(request)
        request = without_empty_filters(request)
        if operation in OTHER_PATHS:
            return self._by_either_path(request, parse)
        if operation in OPERATIONS:
            return self._observations(request, parse)
        found = self._send(request, parse)
        if operation in ARTIFACTS:
            self._server.note(operation, found)
        elif operation == "get_artifact_content":
            in_thread(self._server.check, str(request.arguments["artifact_id"]), found)
        return found

    def stream(self, request: Request, parse: ParseEvent[T]) -> Events[T]:
        """Send a request, and read each event of its answer with `parse`."""
        return self._pipeline.stream(request, parse)

    def _send(self, request: Request, parse: Parse[T], deadline: Deadline | None = None) -> T:
        try:
            return self._pipeline.send(request, parse, deadline)
        except PrompticAPIError as error:
            if error.says_nothing_is_deployed:
                return cast("T", None)  # the two operations that this is about answer None for it
            raise

    def _by_either_path(self, request: Request, parse: Parse[T]) -> T:
        """By the path of the method's own release; where the server does not know it, by the other one, from then on."""
        server, own, deadline = self._server, request.operation.id, self._deadline()
        lacking = self._is_lacking(request.operation) and OTHER_PATHS[own] not in server.lacks
        if own in server.lacks or lacking:
            return self._send(_other(own), parse, deadline)
        try:
            found = self._send(_quiet(request), parse, deadline)
        except PrompticAPIError as error:
            if error.status_code not in UNKNOWN or own in server.has:
                raise
            return cast("T", self._instead(_other(own), parse, deadline, own, error))
        server.has.add(own)
        return found

    def _observations(self, request: Request, parse: Parse[T]) -> T:
        """By their own paths; where the server does not know those, as cases of the experiment's dataset, from then on."""
        server, own, deadline = self._server, "observations", self._deadline()
        failure: PrompticAPIError | None = None
        if own not in server.lacks:
            try:
                found = self._send(request, parse, deadline)
            except PrompticAPIError as error:
                if error.status_code not in UNKNOWN or own in server.has:
                    raise
                failure = error
            else:
                server.has.add(own)
                return found
        home = self._home(str(request.arguments["experiment_id"]), deadline, failure)
        if home is None:
            return self._send(request, parse, deadline)
        other, read = as_cases(request, home)
        return cast("T", self._instead(_quiet(other), read, deadline, own, failure))

    def _instead(
        self, request: Request, parse: Parse[Any], deadline: Deadline, own: str, failure: PrompticAPIError | None
    ) -> Any:
        """Ask by another path; where there is nothing either, the first failure is that of the call."""
        try:
            found = self._send(request, parse, deadline)
        except PrompticAPIError as error:
            if failure is None or error.status_code not in UNKNOWN:
                raise
        else:
            self._server.lacks.add(own)
            return found
        raise failure

    def _home(self, experiment: str, deadline: Deadline, failure: PrompticAPIError | None) -> Home | None:
        """Where the cases of an experiment are; None where it has none, and nothing has failed yet.

        Raises:
            PrompticAPIError: It can't be found, or has none: what has failed before, where something has.
        """
        home = self._server.home(experiment)
        if home is None:
            try:
                home = home_of(self._send(get_experiment.request(experiment), get_experiment.parse, deadline))
            except PrompticAPIError:
                if failure is None:
                    raise
            if home is not None:
                self._server.keep_home(experiment, home)
            elif failure is not None:
                raise failure
        return home

    def _is_lacking(self, operation: Operation) -> bool:
        """Whether the release that the server is said to be has no such operation."""
        release, names = self._pipeline.options.release, RELEASES.names
        return bool(release and operation.history and operation.history.lacking(names, release))

    def _deadline(self) -> Deadline:
        """The seconds of one call, which may take several requests."""
        return Deadline(self._pipeline.options.deadline, self._pipeline.options.clock.monotonic)


def _quiet(request: Request) -> Request:
    """The same request, of which nobody is warned: it has another path, or is one, which nobody has called by its name."""
    return request._replace(operation=request.operation._replace(history=None))


def _other(own: str) -> Request:
    """The request by the other path."""
    other = OTHER_PATHS[own]
    if other == "get_ai_application":
        return _quiet(get_ai_application.request())
    if other == "get_workspace":
        return _quiet(get_workspace.request())
    # They are for session tokens alone, and seldom needed.
    if other == "ai_applications_list":
        from promptport_api.promptic.api.ai_applications.ai_applications_list import request
    else:
        from promptport_api.promptic.api.workspaces.workspaces_list import request
    return _quiet(request())
