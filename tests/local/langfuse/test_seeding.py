"""Proves that everything can be added as data, and what a prompt is then."""

from __future__ import annotations

from typing import Any

import pytest

from promptport_local.langfuse.backend import Backend

from .conftest import basic, labels


def test_everything_can_be_seeded_as_data(langfuse: Backend) -> None:
    langfuse.seed(
        {
            "keys": [{"public_key": "pk", "secret_key": "sk", "kind": "project"}],
            "prompts": [{"name": "p", "tags": ["t"], "versions": [{"prompt": "a"}]}],
            "options": {"lenient_pairs": True, "general_limit": 3, "ingestion_limit": None},
        }
    )
    assert langfuse.authenticate(basic("pk", "sk"))["kind"] == "project"
    assert langfuse.get("p", label="latest")["tags"] == ["t"]
    assert vars(langfuse.options) == {"lenient_pairs": True, "general_limit": 3, "ingestion_limit": None}


def test_versions_have_what_was_given(langfuse: Backend) -> None:
    """Their moments stay although labels move; ids are the same each time."""
    made = {"createdAt": "2025-01-01T00:00:00+01:00", "updatedAt": "2025-02-01T00:00:00Z"}
    versions: list[dict[str, Any]] = [
        {"prompt": "a", "version": 3, "labels": ["x"], **made},
        {"prompt": "b", "labels": ["x", "production"]},
    ]
    langfuse.add_prompt("p", versions)
    first, second = langfuse.get("p", 3), langfuse.get("p")
    assert (first["createdAt"], first["updatedAt"]) == ("2024-12-31T23:00:00.000Z", "2025-02-01T00:00:00.000Z")
    assert (second["version"], second["updatedAt"]) == (4, "2026-01-15T09:30:00.123Z")
    assert labels(langfuse, "p") == {3: [], 4: ["x", "production", "latest"]}
    langfuse.add_prompt("p", versions)
    assert langfuse.get("p")["id"] == second["id"] != first["id"]


@pytest.mark.parametrize(
    ("versions", "text"),
    [
        ([{"prompt": "a"}, {"prompt": []}], "texts or chats, not both"),
        ([{"prompt": "a", "version": 2}, {"prompt": "b", "version": 2}], "version 2 stands behind version 2"),
        ([{"prompt": "a", "createdAt": "today"}], "ISO 8601"),
        ([{"prompt": "a", "nonsense": 1}], "not known"),
        ([], "versions"),
    ],
)
def test_what_is_not_so_adds_nothing(langfuse: Backend, versions: list[dict[str, Any]], text: str) -> None:
    with pytest.raises(ValueError, match=text):
        langfuse.seed({"prompts": [{"name": "q", "versions": [{"prompt": ""}]}, {"name": "p", "versions": versions}]})
    assert not {"p", "q"} & {each["name"] for each in langfuse.prompts}
