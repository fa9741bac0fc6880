"""What the vendor's client and integrations call beside the contract: media of spans, and the ingest of older clients."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from typing import Any

from promptport_local.answer import Answer
from promptport_local.errors import Reason, Refusal
from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.errors import bare, malformed, rejected
from promptport_local.langfuse.issues import issue
from promptport_local.langfuse.state import Json
from promptport_local.request_log import LoggedRequest
from promptport_local.strict_json import BrokenJson, read_json

_ID_LENGTH = 22


class Neighbours:
    """Answers requests whose paths are none of the contract's.

    Args:
        backend: Langfuse.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._calls: dict[tuple[str, str], Callable[[Any], Answer]] = {
            ("POST", "/api/public/media"): _media,
            ("POST", "/api/public/ingestion"): self._ingest,
        }

    def answer(self, request: LoggedRequest) -> Answer | None:
        """The answer to a request; None where it is for nobody here."""
        call = self._calls.get((request.method, request.path))
        if call is None:
            return None
        try:
            scheme, _, credential = (request.header("authorization") or "").partition(" ")
            if scheme.lower() != "basic":
                raise rejected(Reason.OTHER_SCHEME if scheme else Reason.NO_CREDENTIAL)
            self._backend.authenticate(credential.strip())
            return call(read_json(request.body))
        except BrokenJson:
            return Answer.text("Invalid JSON", 400)
        except Refusal as refusal:
            said = bare(refusal) if refusal.status in (401, 403) else refusal
            return Answer.json(said.body, said.status, said.headers)

    def _ingest(self, body: Any) -> Answer:
        """Take a batch in, item by item: scores are kept, all else is taken and let go."""
        batch = body.get("batch") if isinstance(body, dict) else None
        if not isinstance(batch, list):
            return Answer.json({"message": "The body is no batch.", "errors": ["batch must be a list"]}, 400)
        taken: Json = {"successes": [], "errors": []}
        for item in batch:
            ident = item.get("id") if isinstance(item, dict) else None
            try:
                if not isinstance(ident, str) or not isinstance(item.get("type"), str):
                    raise malformed([issue("custom", (), "Invalid input: an item has an id and a type")])
                if item["type"] == "score-create":
                    self._backend.create_score(item.get("body"))
                taken["successes"].append({"id": ident, "status": 201})
            except Refusal as refusal:
                error = {"id": ident or "", "status": refusal.status, "message": refusal.body["message"]}
                taken["errors"].append({**error, "error": refusal.body["error"]})
        return Answer.json(taken, 207)


def _media(body: Any) -> Answer:
    """Say of a medium that it has come already, which ends its upload."""
    digest = body.get("sha256Hash", "?") if isinstance(body, dict) else "?"
    try:
        known = base64.urlsafe_b64encode(base64.b64decode(str(digest), validate=True)).decode()[:_ID_LENGTH]
    except (ValueError, binascii.Error):
        raise malformed([issue("custom", ("sha256Hash",), "Invalid input: must be a SHA-256 in base64")]) from None
    return Answer.json({"mediaId": known, "uploadUrl": None}, 201)
