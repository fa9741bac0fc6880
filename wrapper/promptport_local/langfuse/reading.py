"""What a request must be to make a version or to give it labels, as Langfuse judges it."""

from __future__ import annotations

import re
from typing import Any

from promptport_local.langfuse.errors import malformed
from promptport_local.langfuse.issues import issue, issues_of
from promptport_local.langfuse.state import Json
from promptport_local.schemas import judge_of, judged

LATEST = "latest"
LONGEST_LABEL, LONGEST_NOTE = 36, 500
# What JavaScript calls blank.
_BLANKS = "\t\n\v\f\r \u00a0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000\ufeff"
_TAKEN = ("new", "metrics", "prompt-detail")
_ELEMENT = re.compile(r"<[^<>]*>")

_TEXT = {"type": "string"}
_MESSAGE = {"type": "object", "required": ["role", "content"], "properties": {"role": _TEXT, "content": _TEXT}}
_PLACE = {
    "type": "object",
    "required": ["type", "name"],
    "properties": {"type": {"const": "placeholder"}, "name": {"type": "string", "pattern": "^[a-zA-Z][a-zA-Z0-9_]*$"}},
}
_LABEL = {"type": "string", "minLength": 1, "maxLength": LONGEST_LABEL, "pattern": "^[a-z0-9_.-]+$"}
_FIELDS: Json = {
    "name": _TEXT,
    "labels": {"type": "array", "items": _LABEL},
    "tags": {"type": ["array", "null"], "items": _TEXT},
    "config": {},
    "commitMessage": {"type": ["string", "null"], "maxLength": LONGEST_NOTE},
}
_MESSAGES = {"type": "array", "items": {"anyOf": [_MESSAGE, _PLACE]}}
_TEXT_FORM = judge_of(
    {
        "type": "object",
        "required": ["name", "prompt"],
        "properties": {**_FIELDS, "type": {"enum": ["text", None]}, "prompt": _TEXT},
    }
)
_CHAT_FORM = judge_of(
    {
        "type": "object",
        "required": ["name", "type", "prompt"],
        "properties": {**_FIELDS, "type": {"const": "chat"}, "prompt": _MESSAGES},
    }
)
_LABELS_FORM = judge_of(
    {
        "type": "object",
        "required": ["newLabels"],
        "properties": {"newLabels": {"type": "array", "items": {"type": "string", "not": {"const": LATEST}}}},
    }
)


def read_creation(body: Any) -> Json:
    """The fields of a version that is to be made: `name`, `type`, `prompt`, `labels`, `tags`, `config`, `commitMessage`.

    `tags` is None where the prompt keeps those that it has. What else came is dropped.

    Raises:
        Refusal: 400; it is neither a text prompt nor a chat. The issues say what each lacks.
    """
    of_name = _name_issues(body.get("name")) if isinstance(body, dict) else []
    text, chat = [[*issues_of(judged(judge, body)), *of_name] for judge in (_TEXT_FORM, _CHAT_FORM)]
    if text and chat:
        union = issue("invalid_union", (), "Invalid input", errors=[text, chat])
        raise malformed([union])
    prompt = body["prompt"]
    return {
        "name": body["name"].strip(_BLANKS),
        "type": "chat" if text else "text",
        "prompt": [_plain(each) for each in prompt] if text else prompt,
        "labels": body.get("labels", []),
        "tags": body.get("tags"),
        "config": {} if body.get("config") is None else body["config"],
        "commitMessage": body.get("commitMessage"),
    }


def read_labels(body: Any) -> list[str]:
    """The labels that a version is to be given.

    Raises:
        Refusal: 400; they are no list of texts, or `latest` is among them.
    """
    problems = judged(_LABELS_FORM, body)
    if problems:
        raise malformed(issues_of(problems))
    return list(body["newLabels"])


def _name_issues(name: Any) -> list[Json]:
    """What is wrong with a name, beside its type. It is looked at before the blanks around it are cut."""
    if not isinstance(name, str):
        return []
    if not name:
        return [issue("too_small", ("name",), "Invalid input: must not be empty", minimum=1)]
    wrong = [
        (_ELEMENT.search(name), "must not hold an element of HTML"),
        ("|" in name, "must not hold |"),
        (name.startswith("/"), "must not begin with a slash"),
        (name.endswith("/"), "must not end with a slash"),
        ("//" in name, "must not hold two slashes in a row"),
        (name.strip(_BLANKS) in _TAKEN, f"must not be one of {', '.join(_TAKEN)}"),
    ]
    return [issue("custom", ("name",), f"Invalid input: {text}") for found, text in wrong if found]


def _plain(message: Json) -> Json:
    """A message without what Langfuse does not keep. What has a role and a content is one, whatever its type."""
    if isinstance(message.get("role"), str) and isinstance(message.get("content"), str):
        return {"role": message["role"], "content": message["content"]}
    return {"type": "placeholder", "name": message["name"]}
