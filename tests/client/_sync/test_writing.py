# Made from tests/client/_async/test_writing.py by `python tools/unasync.py`: change that file, never this one.
"""Proves what `Client` writes: sent once, never twice, told what became of it, and no older copy answers after it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from promptport import Client, CallError, ClosedError, NotFound, NotSupported, Prompt
from promptport.errors import ArgumentError, MissingCredential
from promptport.platform import Variable
from promptport.testing import Platform
from promptport_local.promptrails import settings

from ..known import Known

VARIABLES = (
    Variable("language", "string", True, None, "What to answer in.", ("en", "de")),
    Variable("days", "integer", False, 3, "How far ahead.", (1, 3, 7)),
    Variable("anything"),
)
MESSAGES = (
    {"role": "system", "content": "Answer in {{language}}. {{anything}}"},
    {"role": "user", "content": "The next {{ days }} days: Grüße 🙂 {x} \\ {{{{"},
)
CONFIG = {"temperature": 0.2, "stop": None, "nested": {"list": [1, 2.5, True, None, {"a": ""}]}}
WRITES = ("prompts_create", "prompts_create_version", "prompts_update", "prompts_promote_version", "prompts_delete")


def opened(platform: Platform, **more: Any) -> Client:
    """A client of PromptRails that keeps copies in memory alone."""
    return Client("promptrails", **{**settings(platform.url("promptrails")), "disk": False, **more})


def ways(prompt: Prompt) -> list[dict[str, Any]]:
    """All ways to ask for a version that is in production."""
    return [{}, {"label": "production"}, {"version": prompt.version}, {"version": prompt.id}]


def sent(platform: Platform) -> list[str | None]:
    """What has arrived that writes, in order."""
    return [each.operation for each in platform.requests if each.operation in WRITES]


def versions(platform: Platform, name: str) -> list[str]:
    """The versions that the platform holds of a prompt, or of all prompts of this name."""
    records = platform.backend("promptrails").records
    page = records.page("prompts", parent_id=None, filters={}, limit=100)["data"]
    found = [each["id"] for each in page if each["name"] == name]
    return [version["version"] for one in found for version in records.listed("prompt_versions", one, {})]


def test_what_is_created_is_what_is_fetched(platform: Platform) -> None:
    """Messages, declarations, config, note, description and label, by name, label, version and id, and as `list` has it."""
    with opened(platform) as client:
        made = client.create_version(
            "briefing",
            MESSAGES,
            variables=VARIABLES,
            config=CONFIG,
            labels=["production"],
            note="The first one.",
            description="What the day brings.",
        )
        for asked in ways(made):
            for found in (made, client.get("briefing", refresh=True, **asked)):
                assert found.fetched.messages == MESSAGES
                assert found.variables == VARIABLES
                assert found.config == CONFIG
                assert (found.note, found.description) == ("The first one.", "What the day brings.")
                assert (found.label, found.labels, found.tags) == ("production", ("production",), ())
                assert (found.version, found.id) == ("1.0.0", made.id)
        assert "briefing" in client.list()
        assert made.origin.platform == "promptrails"
        assert made.origin.source == "network"
        assert made.render(language="de", anything="x").messages[0].content == "Answer in de. x"
    assert sent(platform) == ["prompts_create", "prompts_create_version"]


def test_a_version_of_a_prompt_that_is_there(platform: Platform) -> None:
    """It gets the next number, and is in production only where its labels say so; a description that is given is the prompt's."""
    with opened(platform) as client:
        first = client.create_version("p", "One", labels=["production"], description="Old.")
        second = client.create_version("p", "Two", note="Better.")
        assert (second.version, second.labels, second.description) == ("1.0.1", (), "Old.")
        assert (client.get("p")).id == first.id
        third = client.create_version("p", "Three", version="2.0", labels=["production"], description="New.")
        assert (third.version, third.description) == ("2.0", "New.")
        assert (client.get("p")).id == third.id
        assert (client.create_version("p", "Four")).version == "2.1"
        with pytest.raises(ArgumentError, match=r"has a version '2\.0' already"):
            client.create_version("p", "Five", version="2.0")
    assert sorted(versions(platform, "p")) == ["1.0.0", "1.0.1", "2.0", "2.1"]


def test_the_model_of_a_prompt_stays(platform: Platform) -> None:
    """What a server of a release before 0.9 runs a prompt with is where it was, in the version made of the fetched one."""
    backend = platform.backend("promptrails")
    (welcome,) = backend.records.all("prompts", name="welcome")
    given = {"user_prompt": "Hi", "temperature": 0.5, "max_tokens": 9, "config": {"own": 1}, "set_current": True}
    backend.versions.create("prompt_versions", welcome["id"], given)
    with opened(platform) as client:
        prompt = client.get("welcome")
        assert prompt.config == {"temperature": 0.5, "max_tokens": 9, "own": 1}
        made = client.create_version("welcome", "Hello", config={**prompt.config, "own": 2})
        assert made.config == {"temperature": 0.5, "max_tokens": 9, "own": 2}
    kept = backend.records.get("prompt_versions", str(made.id))
    assert (kept["temperature"], kept["max_tokens"], kept["config"]) == (0.5, 9, {"own": 2})


def test_the_text_of_our_syntax_is_the_platforms(platform: Platform) -> None:
    """A backslash makes no placeholder of what follows; where the platform has no word for that, it is told."""
    with opened(platform) as client:
        made = client.create_version("p", r"\{{ x y }} \\{{name}} {name}")
        assert made.messages[0].content == r"\{{ x y }} \{{name}} {name}"
        with pytest.raises(NotSupported, match=r"`\{\{name\}\}` would be a placeholder"):
            client.create_version("p", r"\{{name}}")
    assert sent(platform) == ["prompts_create", "prompts_create_version"]


@pytest.mark.parametrize(
    ("messages", "more", "told"),
    [
        ([{"role": "assistant", "content": "x"}], {}, "message 1, of the role 'assistant'"),
        ([{"role": "user", "content": "x"}, {"role": "system", "content": "y"}], {}, "message 2, .* behind one of"),
        ([{"role": "user", "content": "x"}, {"role": "user", "content": "y"}], {}, "message 2, a second text of"),
        ([{"slot": "history"}, {"role": "user", "content": "x"}], {}, "the place for messages 'history'"),
        ([{"role": "user", "content": "x", "name": "n", "a": 1}], {}, "'a', 'name' of message 1"),
        (
            [{"role": "user", "content": [{"type": "text", "text": "x"}]}],
            {},
            "message 1, whose content is a list of parts",
        ),
        ([{"role": "user", "content": None}], {}, "message 1, whose content is nothing"),
        ([{"role": "system", "content": ""}, {"role": "user", "content": "x"}], {}, "message 1, which is empty"),
        ("x", {"tags": ["a", "b"]}, r"tags \(a, b\)"),
        ("x", {"config": [1]}, "a config that is no object but list"),
        ("x", {"config": "x"}, "a config that is no object but str"),
        ("x", {"labels": ["staging"]}, "no label 'staging'"),
    ],
)
def test_what_the_platform_cannot_hold(
    platform: Platform, messages: Any, more: dict[str, Any], told: str
) -> None:
    """It is told before anything is sent, and nothing is left out."""
    with opened(platform) as client:
        with pytest.raises(NotSupported, match=told):
            client.create_version("p", messages, **more)
    assert not platform.requests


def test_all_of_it_is_told_at_once(platform: Platform) -> None:
    with opened(platform) as client:
        with pytest.raises(NotSupported, match="'assistant'; the place for messages 'h'; tags"):
            client.create_version("p", [{"role": "assistant", "content": "x"}, {"slot": "h"}], tags=["t"])


FATES: dict[str, tuple[dict[str, Any], bool]] = {  # an answer, and whether the platform may have done it
    "cut before anything is answered": ({"drop": True, "commit": True}, True),
    "cut within the answer": ({"truncate": 5, "commit": True}, True),
    "never answered": ({"drop": True}, True),
    "too late": ({"delay": 20.0}, True),
    "500": ({"status": 500, "commit": True}, True),
    "502": ({"status": 502, "commit": True, "body": "<html>Bad Gateway</html>"}, True),
    "503": ({"status": 503, "commit": True, "headers": {"Retry-After": "0"}}, True),
    "504": ({"status": 504}, True),
    "408": ({"status": 408}, True),
    "no JSON": ({"status": 200, "body": "<html>Welcome</html>", "commit": True}, True),
    "nothing in it": ({"status": 201, "json": {"data": {}}}, True),
    "429": ({"status": 429, "headers": {"Retry-After": "0"}}, False),
    "400": ({"status": 400, "json": {"error": {"code": "bad_request", "message": "No."}}}, False),
    "401": ({"status": 401}, False),
}


@pytest.mark.promise("D21")
@pytest.mark.one_python("what is sent twice is so by the rules, which know no Python")
@pytest.mark.parametrize(
    ("operation", "fate"),
    [
        *(("prompts_create_version", each) for each in FATES),
        *(
            ("prompts_create", each)
            for each in ("cut within the answer", "never answered", "503", "nothing in it", "429")
        ),
    ],
)
def test_a_creation_that_may_have_arrived_is_never_sent_again(
    platform: Platform, operation: str, fate: str
) -> None:
    """Whatever becomes of it, and however many retries the client has; the error says whether it may be there."""
    answer, unknown = FATES[fate]
    with opened(platform, retries=5, timeout=2.0 if fate == "too late" else None) as client:
        platform.script("promptrails", {"operation": operation, "times": None, **answer})
        with pytest.raises(CallError) as caught:
            client.create_version("p", "Hi", labels=["production"])
    assert sent(platform) == ["prompts_create", "prompts_create_version"][: 1 + WRITES.index(operation)]
    error = caught.value
    assert error.may_have_arrived is unknown
    assert ("see whether the platform has done it before you repeat it" in str(error)) is unknown
    assert ("'p' was made, without a version" in str(error)) is (operation == "prompts_create_version")
    committed = answer.get("commit") or "delay" in answer  # the platform does first what it answers later
    assert len(versions(platform, "p")) == (1 if committed and operation == "prompts_create_version" else 0)
    platform.reset()


def test_what_was_done_before_is_told(platform: Platform) -> None:
    with opened(platform) as client:
        platform.script("promptrails", {"operation": "prompts_create_version", "status": 400})
        with pytest.raises(
            CallError, match="The description of the prompt 'welcome' was changed, and no version made"
        ) as caught:
            client.create_version("welcome", "Hi", description="Other.")
        assert not caught.value.may_have_arrived
    assert sent(platform) == ["prompts_update", "prompts_create_version"]


@pytest.mark.parametrize("operation", ["prompts_list", "prompts_list_versions", "prompts_get"])
def test_what_is_asked_before_writes_nothing(platform: Platform, operation: str) -> None:
    """An error of it says that nothing was sent which could have been done."""
    with opened(platform) as client:
        platform.script("promptrails", {"operation": operation, "status": 503, "times": None})
        with pytest.raises(CallError) as caught:
            client.create_version("welcome", "Hi")
        assert not caught.value.may_have_arrived
        assert "before you repeat it" not in str(caught.value)
    assert sent(platform) == []
    platform.reset()


def test_a_label_moves(platform: Platform) -> None:
    """Production is another version, by its label or its id; what is no version is told."""
    with opened(platform) as client:
        first = client.create_version("p", "One", labels=["production"])
        second = client.create_version("p", "Two")
        client.label("p", "production", version=str(second.version))
        assert (client.get("p")).id == second.id
        client.label("p", "production", version=str(first.id))
        assert (client.get("p", label="production")).id == first.id
        with pytest.raises(NotFound, match=r"no version '9'; there are 1\.0\.1, 1\.0\.0"):
            client.label("p", "production", version="9")
        with pytest.raises(NotFound, match="no prompt 'q'"):
            client.label("q", "production", version="9")
        with pytest.raises(NotSupported, match="no label 'staging': it has production"):
            client.label("p", "staging", version="1.0.0")
    assert sent(platform)[3:] == ["prompts_promote_version"] * 2


def test_a_prompt_is_deleted(platform: Platform) -> None:
    """With all its versions; one version alone can't be, which is told with what there is instead."""
    with opened(platform) as client:
        made = client.create_version("p", "One", labels=["production"])
        with pytest.raises(NotSupported, match="leave `version` out"):
            client.delete("p", version="1.0.0")
        assert (client.get("p", version=str(made.id))).origin.source == "network"
        client.delete("p")
        for asked in ways(made):
            with pytest.raises(NotFound):
                client.get("p", **asked)
        with pytest.raises(NotFound):
            client.delete("p")
        assert "p" not in client.list()
        again = client.create_version("p", "Two", labels=["production"])
        assert (client.get("p")).id == again.id


def test_a_deletion_whose_answer_was_lost(platform: Platform) -> None:
    """It is sent again, finds nothing, and has done what it was to do."""
    with opened(platform, retries=2) as client:
        platform.script("promptrails", {"operation": "prompts_delete", "drop": True, "commit": True})
        client.delete("welcome")
        with pytest.raises(NotFound):
            client.get("welcome")
    assert sent(platform) == ["prompts_delete"] * 2


def test_no_older_copy_answers_after_a_write(platform: Platform, tmp_path: Path) -> None:
    """Those in memory and those on disk are dropped; what was said not to be there is asked for again at once."""
    more = {"disk": str(tmp_path / "copies"), "ttl": 3600.0}
    with opened(platform, **more) as client:
        with pytest.raises(NotFound):
            client.get("p")
        first = client.create_version("p", "One", labels=["production"])
        for asked in ways(first):
            assert [(client.get("p", **asked)).origin.source for _ in range(2)] == ["network", "cache"]
        second = client.create_version("p", "Two")
        client.get("p")
        client.label("p", "production", version=str(second.version))
        assert (client.get("p", version=str(first.id))).origin.source == "cache"  # it never changes
        with opened(platform, **more) as another:
            for asked in ways(second)[:2]:
                found = another.get("p", **asked)
                assert (found.origin.source, found.id) == ("network", second.id)
        for asked in ways(second)[:2]:
            assert (client.get("p", **asked)).id == second.id


def test_nothing_of_what_was_deleted_answers(platform: Platform, tmp_path: Path) -> None:
    """Neither from memory nor from disk, a version that never changes among it, whoever has fetched it."""
    more = {"disk": str(tmp_path / "copies"), "ttl": 3600.0}
    with opened(platform, **more) as client:
        made = client.create_version("p", "One", labels=["production"])
        kept = client.get("welcome")
        with opened(platform, **more) as another:
            for asked in ways(made):
                assert (another.get("p", **asked)).origin.source == "network"
        client.delete("p")
        with opened(platform, **more) as another:
            for asked in ways(made):
                with pytest.raises(NotFound):
                    another.get("p", **asked)
            assert (another.get("welcome")).id == kept.id
            assert (another.get("welcome")).origin.source in ("disk", "cache")


def test_a_write_of_which_nobody_knows(platform: Platform, tmp_path: Path) -> None:
    """The platform is asked again; where it fails, the older copy is better than none."""
    with opened(platform, disk=str(tmp_path / "copies"), ttl=3600.0, retries=0) as client:
        client.get("welcome")
        platform.script("promptrails", {"operation": "prompts_create_version", "drop": True, "commit": True})
        with pytest.raises(CallError):
            client.create_version("welcome", "New", labels=["production"])
        platform.script("promptrails", {"operation": "prompts_get", "status": 503, "times": None})
        assert (client.get("welcome")).origin.source == "stale"
    platform.reset()


def test_a_write_that_was_refused_takes_no_copy_away(platform: Platform) -> None:
    with opened(platform, ttl=3600.0) as client:
        client.get("welcome")
        platform.script("promptrails", {"operation": "prompts_create_version", "status": 400})
        with pytest.raises(CallError):
            client.create_version("welcome", "New")
        assert (client.get("welcome")).origin.source == "cache"


@pytest.mark.parametrize("write", ["create_version", "label", "delete"])
def test_a_platform_without(known: Known, platform: Platform, write: str) -> None:
    """It says what there is instead, and is sent nothing."""
    arguments = {"create_version": ("p", "Hi"), "label": ("p", "production"), "delete": ("p",)}[write]
    more: dict[str, Any] = {"version": 1} if write == "label" else {}
    with Client(known.name, **known.settings(platform, disk=False)) as client:
        with pytest.raises(NotSupported, match=rf"{known.name} \w+ no \w+ here\. \w+"):
            getattr(client, write)(*arguments, **more)
    assert not platform.requests


def test_without_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PROMPTRAILS_API_KEY", raising=False)
    with Client("promptrails", disk=False) as client:
        for work in (
            lambda: client.create_version("p", "Hi"),
            lambda: client.label("p", "production", version="1"),
            lambda: client.delete("p"),
        ):
            with pytest.raises(MissingCredential):
                work()


@pytest.mark.parametrize("deadline", [0, -1, True, "5", None, 1e9])
def test_a_deadline_that_is_none(platform: Platform, deadline: Any) -> None:
    with opened(platform) as client:
        for work in (
            lambda: client.create_version("p", "Hi", deadline=deadline),
            lambda: client.label("p", "production", version="1", deadline=deadline),
            lambda: client.delete("p", deadline=deadline),
        ):
            with pytest.raises(ArgumentError, match="`deadline` is a number of seconds"):
                work()
    assert not platform.requests


def test_a_closed_client(platform: Platform) -> None:
    client = opened(platform)
    client.close()
    for work in (
        lambda: client.create_version("p", "Hi"),
        lambda: client.label("p", "production", version="1"),
        lambda: client.delete("p"),
    ):
        with pytest.raises(ClosedError):
            work()
    assert not platform.requests
