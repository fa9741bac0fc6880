"""Proves how labels and tags move between the versions of one prompt, and how a version is answered."""

from __future__ import annotations

from typing import Any

from promptport_local.langfuse.versions import chosen, give_labels, give_tags, stored, version_record, with_latest

BEFORE, NOW = "2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"


def prompt(*labels: list[str]) -> dict[str, Any]:
    versions = [
        version_record(f"id-{n}", n, {"prompt": ""}, BEFORE) | {"labels": each} for n, each in enumerate(labels, 1)
    ]
    return {"name": "p", "type": "text", "tags": ["t"], "versions": versions}


def seen(of: dict[str, Any]) -> list[tuple[list[str], bool]]:
    return [(each["labels"], each["updatedAt"] == NOW) for each in of["versions"]]


def test_labels_leave_the_others() -> None:
    held = prompt(["a", "b"], ["c"], ["d"])
    give_labels(held, held["versions"][1], ["b", "c", "b"], NOW)
    assert seen(held) == [(["a"], True), (["b", "c"], True), (["d"], False)]
    give_labels(held, held["versions"][2], ["d"], NOW)
    assert seen(held)[2] == (["d"], False)
    assert with_latest(["latest", "a"]) == ["latest", "a"]


def test_tags_change_all_versions() -> None:
    held = prompt([], [])
    give_tags(held, ["t"], NOW)
    assert seen(held) == [([], False)] * 2
    give_tags(held, [], NOW)
    assert (held["tags"], seen(held)) == ([], [([], True)] * 2)


def test_a_choice_by_number_or_label() -> None:
    held = prompt(["a"], ["b"])
    assert chosen(held, 2, None) is chosen(held, None, "b") is held["versions"][1]
    assert chosen(held, 3, None) is chosen(held, None, "c") is None


def test_what_is_answered() -> None:
    held = prompt(["a"])
    answer = stored(held, held["versions"][0], isActive=True)
    assert (answer["name"], answer["type"], answer["tags"], answer["isActive"]) == ("p", "text", ["t"], True)
    assert (answer["createdAt"], answer["createdBy"], answer["labels"], answer["config"]) == (BEFORE, "API", ["a"], {})
