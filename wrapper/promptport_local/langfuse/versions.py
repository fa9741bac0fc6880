"""Versions of a prompt of the local Langfuse: their records, their labels, and how they are answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from promptport_local.langfuse.reading import LATEST
from promptport_local.langfuse.state import PROJECT, Json

PRODUCTION = "production"


def version_record(id: str, number: int, fields: Json, moment: str) -> Json:
    """The record of a version, as yet without labels.

    Args:
        id: Its id.
        number: Its number.
        fields: What was given for it; `prompt` at least.
        moment: When it is made, where nothing else was given.
    """
    return {
        "id": id,
        "version": number,
        "prompt": fields["prompt"],
        "config": fields.get("config", {}),
        "labels": [],
        "commitMessage": fields.get("commitMessage"),
        "createdAt": fields.get("createdAt", moment),
        "updatedAt": fields.get("updatedAt", moment),
        "createdBy": fields.get("createdBy", "API"),
    }


def give_labels(prompt: Json, version: Json, labels: Sequence[str], moment: str) -> None:
    """Let a version of a prompt have exactly these labels, which leave the others. Whatever changes has changed now.

    Args:
        prompt: The prompt.
        version: One of its versions.
        labels: All of its labels from now on.
        moment: The present moment.
    """
    for each in prompt["versions"]:
        kept = list(dict.fromkeys(labels)) if each is version else [one for one in each["labels"] if one not in labels]
        if kept != each["labels"]:
            each.update(labels=kept, updatedAt=moment)


def give_tags(prompt: Json, tags: Iterable[str], moment: str) -> None:
    """Let a prompt have these tags: all its versions change with them."""
    given = list(tags)
    if given != prompt["tags"]:
        prompt["tags"] = given
        for each in prompt["versions"]:
            each["updatedAt"] = moment


def chosen(prompt: Json, version: int | None, label: str | None) -> Json | None:
    """The version of a number or, without one, of a label; None where there is none."""
    return next(
        (
            each
            for each in prompt["versions"]
            if (each["version"] == version if version is not None else label in each["labels"])
        ),
        None,
    )


def with_latest(labels: Sequence[str]) -> list[str]:
    """Labels with `latest` among them, each once."""
    return list(dict.fromkeys([*labels, LATEST]))


def stored(prompt: Json, version: Json, **more: Any) -> Json:
    """A version as it is answered by what writes it; what reads it says `more`."""
    return {
        "id": version["id"],
        "createdAt": version["createdAt"],
        "updatedAt": version["updatedAt"],
        "projectId": PROJECT["id"],
        "createdBy": version["createdBy"],
        "prompt": version["prompt"],
        "name": prompt["name"],
        "version": version["version"],
        "type": prompt["type"],
        "isActive": None,
        "config": version["config"],
        "tags": prompt["tags"],
        "labels": version["labels"],
        "commitMessage": version["commitMessage"],
        **more,
    }
