"""Proves the rules by which versions are made, labelled and deleted."""

from __future__ import annotations

from promptport_local.langfuse.backend import Backend

from ..conftest import Clock
from .conftest import create, labels, refused


def test_a_version_is_the_newest_and_takes_its_labels(langfuse: Backend) -> None:
    made = create(langfuse, "mail/welcome", "x", labels=["staging", "latest", "staging"], commitMessage="m", config=3)
    assert (made["version"], made["labels"], made["createdBy"]) == (4, ["staging", "latest"], "API")
    assert (made["isActive"], made["commitMessage"], made["config"]) == (None, "m", 3)
    assert "resolutionGraph" not in made
    assert labels(langfuse, "mail/welcome") == {1: [], 2: ["production"], 3: [], 4: ["staging", "latest"]}


def test_tags_are_those_of_all_versions(langfuse: Backend, clock: Clock) -> None:
    """Left out they stay; an empty list takes them away, which changes every version."""
    clock.forward(hours=1)
    assert create(langfuse, "mail/welcome", "x")["tags"] == ["mail"]
    assert langfuse.get("mail/welcome", 1)["updatedAt"] == "2026-01-15T09:30:00.000Z"
    assert create(langfuse, "mail/welcome", "x", tags=None)["tags"] == ["mail"]
    assert create(langfuse, "mail/welcome", "x", tags=[])["tags"] == []
    assert langfuse.get("mail/welcome", 1)["updatedAt"] == "2026-01-15T10:30:00.123Z"
    assert langfuse.get("mail/welcome", 1)["tags"] == []


def test_a_type_is_for_ever(langfuse: Backend) -> None:
    assert "is of type text" in refused(create, langfuse, "welcome", [])[1]
    assert "is of type chat" in refused(create, langfuse, "support-chat", "")[1]
    langfuse.delete("welcome", None, None)
    assert create(langfuse, "welcome", [])["version"] == 1


def test_a_name_is_not_both_a_variable_and_a_place(langfuse: Backend) -> None:
    """Variables by the editor's rule: a letter, then letters, digits and underscores, without blanks."""
    places = [{"type": "placeholder", "name": each} for each in ("b", "a", "c", "d1")]
    said = {"role": "user", "content": "{{a}} {{ c }} {{d1}} {{{b}}} {{1d}}"}
    assert refused(create, langfuse, "p", [*places, said]) == (
        400, "These are variables and places for messages at once: a, b, d1."
    )  # fmt: skip
    assert create(langfuse, "p", [places[2], said])["version"] == 1


def test_labels_are_added_and_move(langfuse: Backend, clock: Clock) -> None:
    """None is ever taken from the version itself; versions that lose or get one have changed."""
    clock.forward(hours=1)
    given = langfuse.give("mail/welcome", 3, ["production", "Any: form", "", "production"])
    assert given["labels"] == ["production", "Any: form", "", "staging", "latest"]
    assert labels(langfuse, "mail/welcome") == {1: [], 2: [], 3: given["labels"]}
    times = [langfuse.get("mail/welcome", number)["updatedAt"][11:16] for number in (1, 2, 3)]
    assert times == ["09:30", "10:30", "10:30"]
    clock.forward(hours=1)
    assert langfuse.give("mail/welcome", 3, [])["updatedAt"] == given["updatedAt"]
    assert refused(langfuse.give, "mail/welcome", 9, ["x"])[0] == 404
    assert refused(langfuse.give, "nobody", 1, [])[0] == 404


def test_latest_goes_to_the_highest_that_stays(langfuse: Backend) -> None:
    """Production goes nowhere; the number of a deleted newest version is given out again."""
    langfuse.delete("mail/welcome", None, "production")
    assert labels(langfuse, "mail/welcome") == {1: [], 3: ["staging", "latest"]}
    assert refused(langfuse.get, "mail/welcome")[0] == 404
    langfuse.delete("mail/welcome", 3, None)
    assert labels(langfuse, "mail/welcome") == {1: ["latest"]}
    assert create(langfuse, "mail/welcome", "new")["version"] == 2
    langfuse.delete("mail/welcome", None, None)
    assert all(each["name"] != "mail/welcome" for each in langfuse.prompts)


def test_nothing_to_delete(langfuse: Backend) -> None:
    assert refused(langfuse.delete, "mail/welcome", 9, None) == (
        404,
        "There is no version 9 of the prompt 'mail/welcome'.",
    )
    assert refused(langfuse.delete, "mail/welcome", None, "x")[0] == 404
    assert refused(langfuse.delete, "nobody", None, None) == (404, "There is no prompt 'nobody'.")


def test_what_others_refer_to_stays(langfuse: Backend) -> None:
    """A version, or a label that would stand nowhere; not a label that stands elsewhere, nor one of `latest`."""
    other = "@@@langfusePrompt:name=tone|version=2@@@ @@@langfusePrompt:name=tone|label=latest@@@"
    create(langfuse, "tone", "two")
    create(langfuse, "other", other)
    for choice in ((None, None), (2, None), (None, "latest")):
        assert "'other' version 1" in refused(langfuse.delete, "tone", *choice)[1]
    assert "'greeting' version 1" in refused(langfuse.delete, "tone", 1, None)[1]
    create(langfuse, "tone", "three")
    langfuse.delete("tone", 3, None)  # what is latest is another one, and is there
    langfuse.give("tone", 2, ["production"])
    langfuse.delete("tone", 1, None)
    langfuse.delete("other", None, None)
    langfuse.delete("greeting", None, None)
    langfuse.delete("tone", None, None)
