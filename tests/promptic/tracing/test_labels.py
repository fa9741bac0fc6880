"""Proves what the labels of blocks within blocks come to, and which names and ids are ones."""

from __future__ import annotations

from uuid import UUID

import pytest

from promptport.promptic.tracing import labels

ID = "12345678-1234-5678-1234-56781234567a"


@pytest.mark.parametrize(
    ("outer", "own", "found"),
    [
        ({}, {"promptic.ai_component": "a"}, {"promptic.ai_component": "a"}),
        (
            {"promptic.ai_component": "a", "promptic.dataset": "d", "promptic.run": "r"},
            {"promptic.ai_component": "b"},
            {"promptic.ai_component": "b", "promptic.dataset": "d", "promptic.run": "r"},
        ),
        ({"promptic.dataset": "d"}, {"promptic.dataset.id": ID}, {"promptic.dataset.id": ID}),
        ({"promptic.dataset.id": ID}, {"promptic.dataset": "d"}, {"promptic.dataset": "d"}),
    ],
)
def test_a_block_adds_its_own(outer: dict[str, str], own: dict[str, str], found: dict[str, str]) -> None:
    """Of the two ways to name a dataset a span has one: a store of dotted names could not have both."""
    assert labels.added(outer, own) == found


@pytest.mark.parametrize("value", [ID, ID.upper(), f"{{{ID}}}", f"urn:uuid:{ID}", ID.replace("-", ""), UUID(ID)])
def test_an_id_in_any_form_is_sent_in_one(value: object) -> None:
    assert labels.identity(value) == labels.identified(value, "dataset_id") == ID


@pytest.mark.parametrize("value", ["January", "", ID[:-1], 7, b"12345678123456781234567812345678"])
def test_what_is_no_id(value: object) -> None:
    assert labels.identity(value) is None
    with pytest.raises(ValueError, match="`dataset_id` must be the UUID of a dataset"):
        labels.identified(value, "dataset_id")


def test_names() -> None:
    assert (labels.named(" a b ", "name"), labels.named(None, "name")) == ("a b", None)
    for value in ("", " \t", 7):
        with pytest.raises(ValueError, match="`name` must be a name"):
            labels.named(value, "name")  # type: ignore[arg-type]
