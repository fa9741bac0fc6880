"""Where the same operation of PromptRails answers in another form from one release on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from promptport_local.answer import Answer
from promptport_local.contract import Operation
from promptport_local.releases import Release
from promptport_local.strict_json import read_json, write_json

SOURCES, GROUPS, PAGES = "0.4.0", "0.5.0", "0.9.0"
# What a trigger has since it is more than a webhook; no schema of the old door says so.
_OF_SOURCES = ("source", "source_config", "reply_config")


def reshaped(operation: Operation, answer: Answer, release: Release) -> Answer:
    """An answer as a release has it: models that are available as `groups`, the number of pages as `pages`, no `source`.

    Args:
        operation: What answers.
        answer: Its answer as all releases of the vendor's client read it.
        release: The release.
    """
    if answer.media != "application/json" or answer.status >= 300:
        return answer
    body: Any = read_json(answer.body)
    if operation.id == "llm_models_list_available" and release.since(GROUPS):
        return replace(answer, body=write_json({**body, "data": {"groups": body["data"]}}))
    if operation.id.startswith("webhook_triggers_") and not release.since(SOURCES):
        data = body["data"]
        for each in data if isinstance(data, list) else [data]:
            for name in _OF_SOURCES:
                each.pop(name, None)
        answer = replace(answer, body=write_json(body))
    meta = body.get("meta") if isinstance(body, dict) else None
    if not isinstance(meta, dict):
        return answer
    name, other = ("pages", "total_pages") if release.since(PAGES) else ("total_pages", "pages")
    number = meta.get(name, meta.get(other))
    rest = {key: value for key, value in meta.items() if key not in (name, other)}
    return replace(answer, body=write_json({**body, "meta": {**rest, name: number}}))
