"""Proves what a reference holds, and what is made of answers that say little."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from promptport.promptic import ArtifactReference
from promptport.promptic.artifacts.reference import Content, preview_of

ID = "4e6a8c0d-2f1b-4d3e-9a5c-7b8d0f2e4a61"
HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def test_a_reference() -> None:
    made = ArtifactReference(ID, f"promptic-artifact://{ID}", "text/plain", 5, HASH)
    assert (made.ref, made.name) == (made.uri, None)
    facts = {"id": ID, "uri": made.uri, "mimeType": "text/plain", "sizeBytes": 5, "sha256": HASH}
    assert made.to_dict() == {"$prompticArtifact": facts}
    with pytest.raises(FrozenInstanceError):
        made.id = "other"  # type: ignore[misc]


def test_what_an_answer_does_not_say_is_known() -> None:
    content = Content(b"hello", "text/plain", name="n")
    own = ArtifactReference(ID, f"promptic-artifact://{ID}", "text/plain", 5, HASH, "n")
    assert content.reference({"id": ID}) == own
    wrong = {"id": ID, "uri": 7, "mimeType": None, "sizeBytes": "5", "sha256": [], "name": 3}
    assert content.reference(wrong) == own
    told = {"id": ID, "uri": "x://y", "mimeType": "text/html", "sizeBytes": 6, "sha256": "ab", "name": "m"}
    assert content.reference(told) == ArtifactReference(ID, "x://y", "text/html", 6, "ab", "m")
    assert content.reference({}) is content.reference({"id": 7}) is content.reference({"id": ""}) is None


@pytest.mark.parametrize(
    ("path", "media", "name"),
    [
        ("$", "image/png", "artifact.png"),
        ("$", "no/such", "artifact"),
        ("folder/a.pdf", "text/plain", "a.pdf"),
        (r"C:\folder\notes", "text/plain", "notes.txt"),
        ("gen_ai.input.messages[0].content", "image/png", "gen_ai.input.messages[0].content"),
        ("input", "application/pdf", "input.pdf"),
    ],
)
def test_what_a_store_calls_it(path: str, media: str, name: str) -> None:
    assert Content(b"", media, path).filename == name


def test_nothing_of_it_is_shown() -> None:
    assert repr(Content(b"secret", "text/plain", "a", preview="secret")) == "Content('a', 'text/plain', 6 bytes)"
    assert (preview_of("a" * 4096), preview_of("a" * 4097)) == ("a" * 4096, "a" * 4096 + "...")
