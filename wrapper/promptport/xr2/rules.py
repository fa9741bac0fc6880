"""What the road to the wire must know of xR2: its key, its errors, and what to do about them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar

from ..errors import Kind
from ..hidden import Secret
from ..http.key import AskedKey
from ..http.response import Response
from ..http.rules import Problem, Rules, json_of, words
from ..model import Operation
from .errors import APIError, AuthenticationError, PromptNotFoundError, XR2Error

# The events call turns its own 404 and 400 into a 500 with exactly this text. Whatever else holds such words is a 500.
WRAPPED = re.compile(r"Internal server error: (400|404): (\S.*)", re.DOTALL)
KEY = "Check the API key (`api_key`, or XR2_API_KEY): it must be a product key that is switched on."
HINTS = {
    401: KEY,
    403: KEY,
    429: "Wait, or raise the plan's quota.",
}
NO_PATH = "If the platform does not know the call at all, check the address (`base_url`)."
NO_EVENT = "Define the event at https://xr2.uk/analytics/events; a trace id is known for 30 days."


class XR2Rules(Rules):
    """The ways of xR2.

    Args:
        api_key: The product API key, checked; or the function that answers it.
    """

    platform = "xr2"
    addresses: ClassVar[Mapping[str, str]] = {"https://xr2.uk": "`base_url`, or XR2_BASE_URL"}
    account_headers: ClassVar[Mapping[str, str]] = {"authorization": "`api_key`"}
    account_settings = "`api_key`"
    error = XR2Error

    def __init__(self, api_key: str | AskedKey) -> None:
        self._headers: tuple[tuple[str, str], ...] = ()
        super().__init__(key=api_key)

    def use(self, key: str) -> None:
        """Show this key from now on."""
        super().use(key)
        self._headers = (("Authorization", Secret(f"Bearer {key}")),)

    def headers(self, operation: Operation) -> tuple[tuple[str, str], ...]:
        """The key, as a bearer token."""
        self.look()
        return self._headers

    def error_class(self, operation: Operation, status: int, kind: Kind) -> type[XR2Error]:
        """401 and 403 are about the key, a 404 of `get_prompt` about the prompt."""
        if status in (401, 403):
            return AuthenticationError
        return PromptNotFoundError if status == 404 and operation.id == "get_prompt" else APIError

    def problem(self, operation: Operation, answer: Response) -> Problem:
        """Read the `detail` of an error: a text, an object with `error` and `message`, or the list of a 422."""
        body = json_of(answer)
        detail = body.get("detail") if isinstance(body, Mapping) else None
        status, hint, code, retry_after = answer.status, HINTS.get(answer.status), None, None
        message = ""
        if isinstance(detail, str):
            message = detail
            wrapped = WRAPPED.fullmatch(detail) if operation.id == "track_event" and status == 500 else None
            if wrapped:
                status, message, hint = int(wrapped[1]), wrapped[2], None
        elif isinstance(detail, Mapping):
            code = _text(detail.get("error"))
            message = _text(detail.get("message")) or code or ""
            hint = _remedy(detail) or hint
        elif isinstance(detail, list):
            message = "; ".join(_complaint(each) for each in detail if isinstance(each, Mapping))
        if status == 404 and not isinstance(detail, Mapping):
            event = operation.id == "track_event" and isinstance(detail, str) and detail.strip().lower() != "not found"
            hint = NO_EVENT if event else NO_PATH
        for holder in (body, detail):
            if isinstance(holder, Mapping):
                retry_after = _seconds(holder) if retry_after is None else retry_after
        return Problem(message or words(answer, self.hide), status, code, detail, retry_after, hint)


def replaced_address() -> str | None:
    """What a program has put in the place of `client.BASE_URL`, as tests of the documented package do; None where none has."""
    documented = sys.modules.get(f"{__package__}.client")
    found = vars(documented).get("BASE_URL") if documented else None
    if found is None:
        return None
    from .config import BASE_URL

    return None if found == BASE_URL else found


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _complaint(entry: Mapping[str, Any]) -> str:
    """One entry of a 422 list, such as `body.status: Input should be 'draft', …`."""
    where = entry.get("loc")
    place = ".".join(str(each) for each in where) if isinstance(where, list) else ""
    said = _text(entry.get("msg")) or "refused"
    return said if not place or said.startswith(place) else f"{place}: {said}"


def _remedy(detail: Mapping[str, Any]) -> str | None:
    if available := detail.get("available_versions"):
        return f"There are the versions {', '.join(map(str, available))}." if isinstance(available, list) else None
    if available := detail.get("available_statuses"):
        return (
            f"There are versions of the status {', '.join(map(str, available))}."
            if isinstance(available, list)
            else None
        )
    if "slug" in detail:
        return "Check the slug: a key sees the prompts of its owner."
    return None


def _seconds(holder: Mapping[str, Any]) -> float | None:
    """How long to wait, as a body puts it: `retry_after` in seconds, or `reset_time` as a date."""
    given, reset = holder.get("retry_after"), holder.get("reset_time")
    if isinstance(given, int | float) and not isinstance(given, bool) and 0 <= given < 1e9:
        return float(given)
    if isinstance(reset, str):
        try:
            moment = datetime.fromisoformat(reset)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max((moment - datetime.now(UTC)).total_seconds(), 0.0)
    return None
