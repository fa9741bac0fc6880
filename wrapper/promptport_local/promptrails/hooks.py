"""The addresses at which triggers are called. They are no operations: no client of PromptRails calls them.

`POST /hooks/TOKEN` and `POST /api/v1/hooks/TOKEN`, and under the latter `slack`, `telegram`, `teams` and `whatsapp` before
the token. Nothing but the token and, where the trigger has a secret, a signature lets a call in.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, unquote

from promptport_local.answer import Answer
from promptport_local.errors import Refusal
from promptport_local.promptrails.errors import bad_request, refused
from promptport_local.promptrails.resource import Json
from promptport_local.promptrails.state import DEEPEST
from promptport_local.promptrails.triggers import Triggers
from promptport_local.request_log import LoggedRequest
from promptport_local.strict_json import BrokenJson, check_json, read_json

SIGNATURE = "x-promptrails-signature"
"""The header with the HMAC of the body."""

_ADDRESS = re.compile(r"(?:/api/v1)?/hooks/([^/]+)|/api/v1/hooks/(?:slack|telegram|teams|(whatsapp))/([^/]+)")


class Hooks:
    """Takes the calls.

    Args:
        triggers: What is called.
    """

    def __init__(self, triggers: Triggers) -> None:
        self._triggers = triggers

    def answer(self, request: LoggedRequest) -> Answer | None:
        """The answer to a call; None where the address is no trigger's.

        Raises:
            Refusal: 404; no trigger has this token. 401; it is not signed. 400; the trigger is switched off, or the body
                can't be kept. 403; WhatsApp's handshake is not for this trigger. 405; another verb.
        """
        found = _ADDRESS.fullmatch(request.path)
        if found is None:
            return None
        request.hidden = found[1] or found[3]
        token = unquote(request.hidden)
        if request.method == "GET" and found[2]:
            return self._handshake(token, parse_qs(request.query, keep_blank_values=True))
        if request.method != "POST":
            raise Refusal(405, {"message": "Method Not Allowed"}, (("Allow", "GET, POST" if found[2] else "POST"),))
        self._triggers.verify(token, request.body, request.header(SIGNATURE))
        sent = _input(request.body)
        if sent.get("type") == "url_verification" and isinstance(sent.get("challenge"), str):
            return Answer.json({"challenge": sent["challenge"]})  # Slack asks so whether the address is its owner's
        return Answer.json({"data": self._triggers.call(token, sent)}, 201)

    def _handshake(self, token: str, query: dict[str, list[str]]) -> Answer:
        """WhatsApp's question whether the address is its owner's: answered with what it sent."""
        trigger = self._triggers.find(token)
        expected = trigger["source_config"].get("verify_token") if trigger["source_config"] else None
        asked = {name.removeprefix("hub."): values[-1] for name, values in query.items()}
        if asked.get("mode") != "subscribe" or expected not in (None, asked.get("verify_token")):
            raise refused(403, "forbidden", "The handshake is not for this trigger.")
        return Answer.text(asked.get("challenge", ""))


def _input(body: bytes) -> Json:
    """What an agent is given: the body, where it is an object; nothing where it is none, as in the vendor's emulator."""
    try:
        sent: Any = read_json(body)
    except BrokenJson:
        return {}
    if not isinstance(sent, dict):
        return {}
    try:
        check_json(sent, DEEPEST)
    except BrokenJson as error:
        raise bad_request(f"the body can't be kept: {error}") from None
    return sent
