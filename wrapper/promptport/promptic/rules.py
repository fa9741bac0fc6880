"""What the road to the wire must know of Promptic: its credentials, its errors, and what to do about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

from promptport_api.promptic.client import RELEASES

from ..errors import CallError, Kind
from ..hidden import Secret
from ..http.key import AskedKey
from ..http.response import Response
from ..http.rules import Problem, Rules, json_of, words
from ..model import Operation
from .errors import PrompticAPIError

HINTS = {
    402: "The AI application's plan has to allow it.",
    404: "Check the id, and whether it is of this AI application.",
    409: "Look at the status of the experiment: it changes no more once it was started.",
    429: "Wait, or send less at once.",
}
KEY = "Check the API key (`api_key`, or PROMPTIC_API_KEY)."
TOKEN = "Get another session token: `promptport login promptic`."
APPLICATION = "Check the AI application (`ai_application_id`, or PROMPTIC_AI_APPLICATION_ID)."
HEADERS = ("X-AI-Application-Id", "X-Workspace-Id")  # servers of each release know one of them
NO_PATH = "If the platform does not know the call at all, check the address (`endpoint`)."
# Two paths of one thing: servers of different releases know one or the other, or both.
OTHER_PATHS = {
    "ai_applications_list": "workspaces_list",
    "get_ai_application": "get_workspace",
    "get_workspace": "get_ai_application",
    "workspaces_list": "ai_applications_list",
}


class Credentials(NamedTuple):
    """Who asks: an API key, or a session token with an AI application. Neither, where a device is only about to be let in.

    Attributes:
        api_key: The API key, which belongs to one AI application; or the function that answers it. It does not count beside a
            token.
        access_token: The session token, or the function that answers it.
        ai_application_id: The AI application that the token's owner acts in.
    """

    api_key: str | AskedKey | None = None
    access_token: str | AskedKey | None = None
    ai_application_id: str | None = None

    def __repr__(self) -> str:
        return "Credentials([hidden])"


class PrompticRules(Rules):
    """The ways of Promptic.

    Args:
        credentials: Who asks, checked.
    """

    platform = "promptic"
    strict = False  # its own client checks no argument
    addresses: ClassVar[Mapping[str, str]] = {"https://promptic.eu": "`endpoint`, or PROMPTIC_ENDPOINT"}
    account_headers: ClassVar[Mapping[str, str]] = {
        "authorization": "`api_key`, or `access_token` and `ai_application_id`",
        **{each.lower(): "`ai_application_id`" for each in HEADERS},
    }
    account_settings = "`api_key`, or `access_token` and `ai_application_id`"
    error = PrompticAPIError
    releases = RELEASES

    def __init__(self, credentials: Credentials) -> None:
        application = credentials.ai_application_id
        self._token = credentials.access_token is not None
        self._application = tuple((each, application) for each in HEADERS) if application else ()
        self._bearer: tuple[tuple[str, str], ...] = ()
        self._acting: tuple[tuple[str, str], ...] = ()
        super().__init__(within=(application,), key=credentials.access_token or credentials.api_key)

    def use(self, key: str) -> None:
        """Show this key, or this token, from now on."""
        super().use(key)
        self._bearer = (("Authorization", Secret(f"Bearer {key}")),)
        self._acting = self._bearer + self._application

    def headers(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        """The key or the token, as a bearer token; beside a token the AI application, where the operation has one."""
        self.look()
        return self._acting if self._token and "application" in operation.security else self._bearer

    def failure(self, operation: Operation, message: str, status: int, kind: Kind, **facts: Any) -> CallError:
        """The one error of Promptic, which takes its status first."""
        return PrompticAPIError(status, message, kind=kind, platform=self.platform, operation=operation.id, **facts)

    def lacks(self, operation: Operation, answer: Response) -> bool | None:
        """Whether an answer shows that the server has no such operation.

        Of a path that it does not know Promptic says what it says of a record: nobody can tell where the call names one, or
        where a token acts in an AI application, which may be the one that is unknown.
        """
        if answer.status == 404 and self._token and self._application:
            return None
        return super().lacks(operation, answer)

    def problem(self, operation: Operation, answer: Response) -> Problem:
        """Read the `error` of an answer. It should be a text; whatever it is, the message is one."""
        body = json_of(answer)
        said = body.get("error") if isinstance(body, Mapping) else None
        message = _text(said) or _text(said.get("message") if isinstance(said, Mapping) else None)
        hint, code = self._hint(answer.status, said), None
        if not operation.security and isinstance(body, Mapping):  # the login of a device speaks OAuth
            code, message, hint = message, _text(body.get("error_description")) or message, None
        details = body if isinstance(body, Mapping) else None
        return Problem(message.strip() or words(answer, self.hide), answer.status, code or None, details, hint=hint)

    def _hint(self, status: int, said: Any) -> str | None:
        if status == 401:
            return TOKEN if self._token else KEY
        if status == 403:
            return APPLICATION if self._token else KEY
        return NO_PATH if status == 404 and not isinstance(said, str) else HINTS.get(status)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
