"""Proves which tags a text refers to others by, and what comes of them."""

from __future__ import annotations

import pytest

from promptport_local.langfuse import dependencies
from promptport_local.langfuse.backend import Backend
from promptport_local.langfuse.dependencies import dependencies_of

from .conftest import create, refused


def tag(name: str, chosen: str = "label=production") -> str:
    return f"@@@langfusePrompt:name={name}|{chosen}@@@"


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ("name=a/b|version=12", ["'a/b' with version 12"]),
        ("name=a|label=production", ["'a' with the label 'production'"]),
        ("name=a=b|label=x=y", ["'a' with the label 'x'"]),  # cut at the second sign
        ("label=x|name=a", []),
        ("name=a", []),
        ("name=a|version=1|label=x", []),
        ("name=a|version=one", []),
        ("name=a|version=", []),
        (" name=a|version=1", []),
    ],
)  # fmt: skip
def test_what_is_a_tag(inner: str, found: list[str]) -> None:
    text = f"before @@@langfusePrompt:{inner}@@@ after"
    assert [str(each) for each in dependencies_of(text)] == found
    assert [str(each) for each in dependencies_of([{"role": "user", "content": text}, {"name": "x"}])] == found


def test_texts_are_put_in_level_by_level(langfuse: Backend) -> None:
    """In a chat, within the contents; a variable stays; what is no tag stays too."""
    create(langfuse, "inner", "{{x}}", labels=["production"])
    middle = create(langfuse, "middle", f"<{tag('inner')}|{tag('inner', 'version=1')}>")
    said = [{"role": "user", "content": f"{tag('middle', 'version=1')} @@@langfusePrompt:name=inner@@@"}]
    outer = create(langfuse, "outer", said, labels=["production"])
    found = langfuse.get("outer")
    assert found["prompt"] == [{"role": "user", "content": "<{{x}}|{{x}}> @@@langfusePrompt:name=inner@@@"}]
    graph = found["resolutionGraph"]
    assert graph["root"] == {"id": outer["id"], "name": "outer", "version": 1}
    assert graph["dependencies"][outer["id"]] == [{"id": middle["id"], "name": "middle", "version": 1}]
    assert [each["name"] for each in graph["dependencies"][middle["id"]]] == ["inner"]
    bare = langfuse.get("outer", resolve=False)
    assert (bare["prompt"], bare["resolutionGraph"]) == (said, None)


def test_a_label_is_followed(langfuse: Backend) -> None:
    """So the same version says something else by and by."""
    create(langfuse, "tone", "Be brief.", labels=["production"])
    assert langfuse.get("greeting", 1)["prompt"] == "Be brief. Greet {{customer_name}}."


def test_what_cannot_be_put_in_when_it_is_made(langfuse: Backend) -> None:
    """It is not there, is a chat, goes round, or lies too deep; a name that JSON writes otherwise is never found."""
    assert refused(create, langfuse, "a", tag("nobody"))[0] == 400
    assert refused(create, langfuse, "a", tag("tone", "version=9")) == (
        400,
        "The prompt 'tone' with version 9 is not there.",
    )
    assert "is a chat" in refused(create, langfuse, "a", tag("support-chat"))[1]
    assert "tone -> greeting -> tone" in refused(create, langfuse, "tone", tag("greeting"))[1]
    assert "welcome -> welcome" in refused(create, langfuse, "welcome", tag("welcome", "version=1"))[1]
    create(langfuse, 'a "name"', "x")
    assert "is not there" in refused(create, langfuse, "a", tag('a "name"', "version=1"))[1]
    assert all(each["name"] != "a" for each in langfuse.prompts)


def test_four_levels_below_and_no_more(langfuse: Backend) -> None:
    create(langfuse, "level0", "deep")
    for level in range(1, 5):
        create(langfuse, f"level{level}", tag(f"level{level - 1}", "version=1"))
    assert langfuse.get("level4", 1)["prompt"] == "deep"
    assert "too deeply" in refused(create, langfuse, "level5", tag("level4", "version=1"))[1]


def test_what_cannot_be_put_in_any_more(langfuse: Backend) -> None:
    """Labels move after the prompts were made: to a circle, or away from where somebody was sent."""
    create(langfuse, "tone", tag("welcome"))
    create(langfuse, "welcome", tag("greeting"))  # tone in production is another version as yet
    langfuse.give("tone", 2, ["production"])
    langfuse.give("welcome", 2, ["production"])
    status, text = refused(langfuse.get, "greeting")
    assert (status, text.count("->")) == (409, 3)
    assert langfuse.get("greeting", resolve=False)["version"] == 1


def test_many_tags_take_no_memory(langfuse: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four levels of some hundred tags each would be millions of texts: they are refused, whether empty or long."""
    monkeypatch.setattr(dependencies, "LONGEST", 100)
    monkeypatch.setattr(dependencies, "MOST", 20)
    create(langfuse, "long", "x" * 30)
    create(langfuse, "longer", tag("long", "version=1") * 3)
    assert "too long" in refused(create, langfuse, "longest", tag("longer", "version=1") * 2)[1]
    create(langfuse, "empty0", "")
    create(langfuse, "empty1", tag("empty0", "version=1") * 4)
    create(langfuse, "empty2", tag("empty1", "version=1") * 4)
    assert "too deeply" in refused(create, langfuse, "empty3", tag("empty1", "version=1") * 5)[1]
