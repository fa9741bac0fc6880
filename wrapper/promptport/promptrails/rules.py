"""What the road to the wire must know of PromptRails: its key, its errors, and what to do about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from promptport_api.promptrails.client import RELEASES

from ..errors import Kind
from ..hidden import Secret
from ..http.key import AskedKey
from ..http.response import Response
from ..http.rules import Problem, Rules, json_of, names_no_record, words
from ..model import Operation
from .errors import PromptRailsError, error_class, said, says_unknown_path

HINTS = {
    401: "Check the API key (`api_key`, or PROMPTRAILS_API_KEY).",
    403: "Check what the API key may do, and from which addresses.",
    404: "Check the identifier; if the platform does not know the call at all, check the address (`base_url`).",
    429: "Wait, or send less at once.",
}


class PromptRailsRules(Rules):
    """The ways of PromptRails.

    Args:
        api_key: The API key, checked; or the function that answers it.
    """

    platform = "promptrails"
    strict = False  # its own client checks no argument
    addresses: ClassVar[Mapping[str, str]] = {"https://api.promptrails.ai": "`base_url`, or PROMPTRAILS_BASE_URL"}
    account_headers: ClassVar[Mapping[str, str]] = {"x-api-key": "`api_key`"}
    account_settings = "`api_key`"
    error = PromptRailsError
    releases = RELEASES

    def __init__(self, api_key: str | AskedKey) -> None:
        self._headers: tuple[tuple[str, str], ...] = ()
        super().__init__(key=api_key)

    def use(self, key: str) -> None:
        """Show this key from now on."""
        super().use(key)
        self._headers = (("X-API-Key", Secret(key)),)

    def headers(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        """The key."""
        self.look()
        return self._headers

    def error_class(self, operation: Operation, status: int, kind: Kind) -> type[PromptRailsError]:
        """The documented class of a status; the base where the document has none."""
        return error_class(status)

    def lacks(self, operation: Operation, answer: Response) -> bool | None:
        """Whether an answer shows that the server has no such operation.

        An `error` is about a record, unless what is read names none: then a server took the last part of the path for an
        identifier, as one does that is older than the operation.
        """
        if answer.status != 404:
            return super().lacks(operation, answer)
        body = json_of(answer)
        if says_unknown_path(body):
            return True
        if not isinstance(body, Mapping) or "error" not in body:
            return None
        if "{" in operation.path:
            return False
        newer = operation.method == "GET" and operation.history is not None and bool(operation.history.since)
        return True if newer and names_no_record(operation) else None

    def problem(self, operation: Operation, answer: Response) -> Problem:
        """Read an error: an object in `error`, a text in `error` or `message`, or whatever stands before the platform."""
        message, code, details = said(json_of(answer))
        return Problem(
            message or words(answer, self.hide),
            answer.status,
            code,
            details,
            hint=HINTS.get(answer.status),
        )
