"""Proves how an answer of PromptRails tells that it has no such operation from one about a record."""

from __future__ import annotations

import json
from typing import Any

import pytest
from promptport_api.promptrails.api.approvals.approvals_get import OPERATION as APPROVAL
from promptport_api.promptrails.api.executions.executions_approval_inbox import OPERATION as INBOX
from promptport_api.promptrails.api.media.media_generate import OPERATION as MEDIA
from promptport_api.promptrails.api.scores.scores_create import OPERATION as SCORE
from promptport_api.promptrails.api.traces.traces_ingest import OPERATION as INGEST

from promptport.http.response import Response
from promptport.model import Operation
from promptport.promptrails.rules import PromptRailsRules

pytestmark = pytest.mark.one_python("it reads data")

UNKNOWN, RECORD = {"message": "Not Found"}, {"error": {"code": "not_found", "message": "approval not found"}}


@pytest.mark.parametrize(("operation", "status", "body", "wanted"), [
    (APPROVAL, 404, UNKNOWN, True),
    (APPROVAL, 404, RECORD, False),
    (APPROVAL, 404, {"error": "approval not found"}, False),
    (INBOX, 404, RECORD, True),  # an older server takes the last part of the path for the id of an execution
    (SCORE, 404, RECORD, None),  # of the trace, perhaps
    (MEDIA, 404, RECORD, None),  # of the model, which it names
    (INGEST, 404, RECORD, None),
    (APPROVAL, 405, b"<html>Not Allowed</html>", None),
    (APPROVAL, 404, {"message": 3}, None),
    (APPROVAL, 404, b"<html>Not Found</html>", None),
    (APPROVAL, 404, [], None),
    (APPROVAL, 405, b"", True),
    (APPROVAL, 410, b"", True),
    (INBOX, 410, b"", None),
])  # fmt: skip
def test_whether_it_lacks_an_operation(operation: Operation, status: int, body: Any, wanted: bool | None) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    assert PromptRailsRules("pr_key").lacks(operation, Response(status, {}, content)) is wanted
