"""Proves that what people do on a platform's pages is what its clients then get, and that what a platform has not is refused."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest

import promptport
from promptport_local import Server
from promptport_local.contract import Contract

from .listening import listening, until

PLATFORMS = Contract.names()


def said(text: str, role: str = "user") -> list[dict[str, str]]:
    return [{"role": role, "content": text}]


@pytest.fixture(params=PLATFORMS)
def platform(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def person(server: Server, platform: str) -> Iterator[promptport.Client]:
    """A client that asks every time."""
    with opened(server, platform) as client:
        yield client


def opened(server: Server, platform: str) -> promptport.Client:
    settings = import_module(f"promptport_local.{platform}").settings(server.url(platform))
    return promptport.Client(platform, ttl=0, disk=False, spool=False, **settings)


def shown(server: Server, platform: str, name: str) -> Any:
    """The versions of a prompt, as the door shows them."""
    answer = httpx.get(f"{server.url()}_local/prompts", params={"platform": platform}, trust_env=False)
    return next(each["versions"] for each in answer.json()["prompts"] if each["name"] == name)


def test_a_version_is_published(server: Server, platform: str, person: promptport.Client) -> None:
    """It answers the next call, and stands first in the list; a draft waits until the label moves to it."""
    before = person.get("welcome").render(customer_name="Alice", language="en").text
    version = server.publish(platform, "welcome", said("Hi {{customer_name}}."))
    assert person.render("welcome", customer_name="Alice").text == "Hi Alice." != before
    draft = server.publish(platform, "welcome", said("Hello {{customer_name}}!"), ["draft"])
    assert person.render("welcome", customer_name="Alice").text == "Hi Alice."
    server.label(platform, "welcome", draft, "production")
    assert person.render("welcome", customer_name="Alice").text == "Hello Alice!"
    versions = shown(server, platform, "welcome")
    assert [each["version"] for each in versions[:2]] == [draft, version]
    assert ["production" in each["labels"] for each in versions] == [True, *[False] * (len(versions) - 1)]
    assert (versions[0]["messages"], versions[0]["variables"]) == (said("Hello {{customer_name}}!"), ["customer_name"])
    if platform != "promptic":  # whose clients get what is deployed
        label = server.publish(platform, "welcome", said("V"))
        assert person.get("welcome", version=label).messages[0].content == "V"


def test_a_prompt_is_made(server: Server, platform: str, person: promptport.Client) -> None:
    """Where there is none of the name; what is declared and set stays with the versions to come."""
    server.publish(platform, "mail", [*said("Be brief.", "system"), *said("Write to {{name}}.")])
    rendered = person.get("mail").render(name="Bob")
    assert [each.content for each in rendered.messages] == ["Be brief.", "Write to Bob."]


def test_what_is_declared_stays(server: Server) -> None:
    """A new version declares what the one before did of its variables, and has its settings."""
    xr2 = server.backend("xr2")
    xr2.add_prompt("p", [{"user_prompt": "{{a}}", "variables": [{"name": "a", "default": "x", "required": False}]}])
    server.publish("xr2", "p", said("{{a}} {{b}}"))
    made = next(each for each in xr2.prompts if each["slug"] == "p")["versions"][-1]["variables"]
    expected = [
        {"name": "a", "default": "x", "required": False},
        {"name": "b", "type": "string", "required": True},
    ]
    assert made == expected
    server.publish("promptrails", "welcome", said("Hi {{customer_name}} {{language}}."))
    with opened(server, "promptrails") as client:
        assert client.render("welcome", customer_name="Alice").text == "Hi Alice en."
    server.publish("promptrails", "Summarizer", said("Sum up {{text}}."))
    versions = server.backend("promptrails").records.all("prompt_versions", prompt_id="prompt-id")
    assert (versions[-1]["version"], versions[-1]["temperature"]) == ("1.0.1", 0.5)
    server.publish("langfuse", "movie-critic", said("{{movie}}?"))
    with opened(server, "langfuse") as client:
        assert client.get("movie-critic").config == {"model": "gpt-4o", "temperature": 0.7}


def test_labels_of_their_own(server: Server) -> None:
    """xR2's statuses and Langfuse's labels are asked for as such; a label leaves the version that had it."""
    for platform in ("xr2", "langfuse"):
        label = "testing" if platform == "xr2" else "staging"
        with opened(server, platform) as client:
            first, second = (server.publish(platform, "p", said(each), [label]) for each in ("one", "two"))
            assert client.get("p", label=label).messages[0].content == "two"
            server.label(platform, "p", first, label)
            assert client.get("p", label=label).messages[0].content == "one"
            carrying = [each["version"] for each in shown(server, platform, "p") if label in each["labels"]]
            assert (carrying, second in carrying) == ([first], False)


def test_places_for_messages(server: Server) -> None:
    """Langfuse's are shown and made as messages of a role of their own."""
    messages = [*said("Be brief.", "system"), *said("history", "placeholder")]
    server.publish("langfuse", "chat", messages)
    assert shown(server, "langfuse", "chat")[0]["messages"] == messages
    with opened(server, "langfuse") as client:
        assert client.get("chat").places == ("history",)


def test_an_ab_test(server: Server) -> None:
    """Both versions come, each is shown with its share; when it is ended, production answers alone."""
    server.backend("xr2").options.choice = "alternate"
    second = server.publish("xr2", "welcome", said("Hi {{customer_name}}."), ["draft"])
    server.ab_test("xr2", "welcome", {"1": 50, second: 50})
    with opened(server, "xr2") as client:
        assert {client.get("welcome").origin.version for _ in range(4)} == {1, 2}
        assert [each["weight"] for each in shown(server, "xr2", "welcome")] == [0.5, 0.5]
        server.ab_test("xr2", "welcome", {"1": 1, "2": 1})  # in place of the first
        server.end_ab_test("xr2", "welcome")
        assert {client.get("welcome").origin.version for _ in range(4)} == {1}
    assert [each["weight"] for each in shown(server, "xr2", "welcome")] == [None, None]
    with pytest.raises(ValueError, match="no A/B test of the prompt 'welcome' runs"):
        server.end_ab_test("xr2", "welcome")


def test_tokens_expire(server: Server) -> None:
    """A client of Scope obtains another; a session of Promptic is over. Those that were over before do not count."""
    with opened(server, "scope") as client:
        client.get("welcome")
        assert server.expire_tokens("scope") == 1
        assert client.get("welcome").origin.source == "network"
    assert server.backend("scope").counts["issued"] == 2
    assert [server.expire_tokens("scope"), server.expire_tokens("scope")] == [1, 0]
    headers = {"Authorization": "Bearer st_local_dev"}
    url = f"{server.url('promptic')}/api/v1/ai-applications"
    before = httpx.get(url, headers=headers, trust_env=False).status_code
    assert server.expire_tokens("promptic") == 1
    assert (before, httpx.get(url, headers=headers, trust_env=False).status_code) == (200, 401)


def test_an_outage_and_slow_answers(server: Server, control: httpx.Client) -> None:
    """Every request meets them, for as long as they last or until they are withdrawn."""
    url = f"{server.url('scope')}/nothing"
    server.outage("scope")
    assert [httpx.get(url, trust_env=False).status_code for _ in range(2)] == [503, 503]
    assert 59 < server.unused["scope"][0]["for"] <= 60
    control.delete("/_local/script", params={"platform": "scope"})
    server.slow("scope", 0.05, seconds=30)
    assert httpx.get(url, trust_env=False).status_code == 404
    assert (server.requests[-1].seconds or 0) >= 0.05


WRONG: list[tuple[str, str, dict[str, Any], str]] = [
    ("POST", "publish", {"platform": "xr3", "name": "p", "messages": said("x")}, "there is no platform 'xr3'"),
    ("POST", "publish", {"platform": "xr2", "name": "", "messages": said("x")}, "name must"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": []}, "messages must not be empty"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": "x"}, "messages must be array"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": [{"role": "user"}]}, "messages.0.content is required"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": said("x", "tool")}, "messages.0.role must"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": said("x"), "label": "a"}, "no field label; there are"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": said("x"), "labels": ["a"]}, "no label 'a'; it has draft"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": said("x") * 2}, "one text each of system, user"),
    ("POST", "publish", {"platform": "xr2", "name": "p", "messages": said("x"), "labels": ["draft", "testing"]}, "one status"),
    ("POST", "publish", {"platform": "promptrails", "name": "p", "messages": said("x", "assistant")}, "system and user, not of"),
    ("POST", "publish", {"platform": "promptic", "name": "p", "messages": said("x", "developer")}, "not of 'developer'"),
    ("POST", "publish", {"platform": "scope", "name": "p", "messages": said("x", "placeholder")}, "not of 'placeholder'"),
    ("POST", "publish", {"platform": "scope", "name": "p", "messages": said("x"), "labels": ["production", "draft"]}, "not both"),
    ("POST", "publish", {"platform": "langfuse", "name": "a|b", "messages": said("x")}, "name: must not hold |"),
    ("POST", "publish", {"platform": "langfuse", "name": "p", "messages": said("x"), "labels": ["NO"]}, "labels.0: "),
    ("POST", "publish", {"platform": "langfuse", "name": "tone", "messages": said("x", "system")}, "is of type text"),
    ("POST", "label", {"platform": "xr2", "name": "p", "version": "1", "label": "production"}, "no prompt 'p'"),
    ("POST", "label", {"platform": "xr2", "name": "welcome", "version": "9", "label": "draft"}, "no version '9'; there are 1"),
    ("POST", "label", {"platform": "xr2", "name": "welcome", "version": "1", "label": "live"}, "no label 'live'"),
    ("POST", "label", {"platform": "xr2", "name": "welcome", "version": None, "label": "draft"}, "version must be"),
    ("POST", "label", {"platform": "scope", "name": "p", "version": "1", "label": "production"}, "no prompt 'p'"),
    ("POST", "label", {"platform": "scope", "name": "welcome", "version": "9", "label": "production"}, "there are version-1"),
    ("POST", "label", {"platform": "scope", "name": "welcome", "version": "version-1", "label": "a"}, "label production alone"),
    ("POST", "label", {"platform": "promptrails", "name": "p", "version": "1", "label": "production"}, "no prompt 'p'"),
    ("POST", "label", {"platform": "promptrails", "name": "welcome", "version": "9", "label": "production"}, "there are 1.0.0"),
    ("POST", "label", {"platform": "promptrails", "name": "welcome", "version": "1.0.0", "label": "a"}, "production alone"),
    ("POST", "label", {"platform": "promptic", "name": "p", "version": "1", "label": "production"}, "no component 'p'"),
    ("POST", "label", {"platform": "promptic", "name": "welcome", "version": "9", "label": "production"}, "there are 7d4e2b6a"),
    ("POST", "label", {"platform": "promptic", "name": "welcome", "version": "9", "label": "a"}, "production alone"),
    ("POST", "label", {"platform": "langfuse", "name": "p", "version": "1", "label": "a"}, "no prompt 'p'"),
    ("POST", "label", {"platform": "langfuse", "name": "tone", "version": "9", "label": "a"}, "there are 1"),
    ("POST", "label", {"platform": "langfuse", "name": "tone", "version": "1", "label": "latest"}, "the label 'latest' itself"),
    ("POST", "ab-test", {"platform": "scope", "name": "welcome", "weights": {"1": 1, "2": 1}}, "Scope has no A/B tests"),
    ("POST", "ab-test", {"platform": "promptic", "name": "welcome", "weights": {"1": 1, "2": 1}}, "Promptic has no A/B tests"),
    ("POST", "ab-test", {"platform": "langfuse", "name": "tone", "weights": {"1": 1, "2": 1}}, "Langfuse has no A/B tests"),
    ("POST", "ab-test", {"platform": "xr2", "name": "welcome", "weights": {"1": 1, "2": 2}}, "each has half of the calls"),
    ("POST", "ab-test", {"platform": "xr2", "name": "welcome", "weights": {"1": 1, "2": 1}}, "no version '2'"),
    ("POST", "ab-test", {"platform": "xr2", "name": "p", "weights": {"1": 1, "2": 1}}, "no prompt 'p'"),
    ("POST", "ab-test", {"platform": "xr2", "name": "welcome", "weights": {"1": 0, "2": 1}}, "weights.1 must be above 0"),
    ("POST", "ab-test", {"platform": "xr2", "name": "welcome", "weights": {"1": 1}}, "weights must have 2 fields or more"),
    ("DELETE", "ab-test", {"platform": "xr2", "name": "p"}, "no prompt 'p'"),
    ("DELETE", "ab-test", {"platform": "promptrails", "name": "welcome"}, "PromptRails has no A/B tests"),
    ("DELETE", "ab-test", {"platform": "xr2"}, "name is required"),
    ("POST", "expire-tokens", {"platform": "xr2"}, "xR2 has no tokens that expire"),
    ("POST", "expire-tokens", {"platform": "promptrails"}, "PromptRails has no tokens that expire"),
    ("POST", "expire-tokens", {"platform": "langfuse"}, "Langfuse has no tokens that expire"),
    ("POST", "expire-tokens", {}, "platform is required"),
    ("POST", "render", {"platform": "xr2", "name": "welcome", "version": "1", "values": {}}, "this server has no renderer"),
    ("POST", "render", {"platform": "xr2", "name": "welcome", "version": "1", "values": []}, "values must be object"),
    ("POST", "script", {"platform": "xr2", "answers": [{"status": 503, "for": -1}]}, "for must be a number from 0 on"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "act", "given", "text"), WRONG)
def test_what_can_not_be_is_said(
    control: httpx.Client, method: str, act: str, given: dict[str, Any], text: str
) -> None:
    """With 400, in words, and nothing has changed."""
    before = control.get("/_local/state").content
    query, body = (given, None) if method == "DELETE" else (None, given)
    answer = control.request(method, f"/_local/{act}", params=query, json=body)
    assert (answer.status_code, control.get("/_local/state").content) == (400, before)
    assert text in answer.json()["error"]


def test_what_is_no_json_is_said_in_process_too(server: Server) -> None:
    with pytest.raises(ValueError, match="surrogate"):
        server.publish("xr2", "welcome", said("\ud800"))
    with pytest.raises(ValueError, match=r"messages\.0\.content must be string"):
        server.publish("xr2", "welcome", [{"role": "user", "content": 5}])  # type: ignore[dict-item]


@pytest.mark.parametrize("body", [b"", b"[]", b"5"])
def test_a_body_that_is_none(control: httpx.Client, body: bytes) -> None:
    answer = control.post("/_local/publish", content=body)
    assert (answer.status_code, "the body must be object" in answer.text) == (400, True)


@pytest.mark.parametrize(("content", "messages"), [
    (None, []), ("a", said("a")), (["a", "b"], said("a\n\nb")), ([{"role": "system", "content": "a"}], said("a", "system")),
    ([{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "image"}]}, {"role": "tool"}],
     [*said("a"), *said("", "tool")]),
])  # fmt: skip
def test_contents_of_scope_are_shown_as_messages(server: Server, content: Any, messages: Any) -> None:
    """Of whatever form: Scope takes any, and shows texts alone."""
    server.backend("scope").add_prompt("p", [{"content": content}])
    assert shown(server, "scope", "p")[0]["messages"] == messages


def test_two_of_one_name(server: Server) -> None:
    """Where a platform has names that are not unique, nobody guesses which one is meant."""
    server.backend("promptrails").seed({"prompts": [{"id": "other", "name": "welcome"}]})
    server.backend("promptic").create_component(server.backend("promptic").caller("pk_local_dev"), {"name": "welcome"})
    for platform in ("promptrails", "promptic"):
        with pytest.raises(ValueError, match="holds 2 "):
            server.publish(platform, "welcome", said("x"))


def test_an_experiment_that_has_nothing_yet(server: Server) -> None:
    """Promptic deploys none without an iteration; the prompt that it starts from is shown."""
    server.backend("promptic").add_component("p", experiments=[{"initialPrompt": "Hi {{name}}."}])
    (version,) = shown(server, "promptic", "p")
    assert (version["status"], version["messages"], version["labels"]) == ("pending", said("Hi {{name}}."), [])
    with pytest.raises(ValueError, match="no iteration yet"):
        server.label("promptic", "p", version["version"], "production")


def test_publishing_while_clients_get(server: Server, platform: str) -> None:
    """Each gets a version that was published, whole, and none that is older than one that it has seen."""
    server.publish(platform, "p", [*said("0", "system"), *said("0")])
    seen: list[list[str]] = []
    stop = threading.Event()

    def get() -> None:
        with opened(server, platform) as client:
            while not stop.is_set():
                seen.append([str(each.content) for each in client.get("p").messages])

    reader = threading.Thread(target=get)
    reader.start()
    for number in range(1, 11):
        server.publish(platform, "p", [*said(str(number), "system"), *said(str(number))])
    while not seen:  # so that it has read something, however slow its start was
        reader.join(0.01)
    stop.set()
    reader.join()
    assert all(system == user for system, user in seen)
    numbers = [int(system) for system, _ in seen]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    "header", [{"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "same-site"}, {"Host": "evil.example"}]
)
def test_no_other_site_does_anything(server: Server, control: httpx.Client, header: dict[str, str]) -> None:
    for act in ("publish", "label", "ab-test", "expire-tokens", "render", "script", "seed", "reset"):
        answer = control.post(
            f"/_local/{act}", headers=header, json={"platform": "xr2", "name": "p", "messages": said("x")}
        )
        assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert [each["slug"] for each in server.backend("xr2").prompts] == ["welcome"]


def test_what_was_published_outlives_a_restart(tmp_path: Path) -> None:
    """With a file; a reset ends it. Whoever listens hears of both."""
    with Server(data=tmp_path / "data.db") as server, listening(server) as events:
        server.publish("xr2", "p", said("x"))
        assert until(events, "changed").data == {"platform": "xr2"}
    with Server(data=tmp_path / "data.db") as server, listening(server) as events:
        assert shown(server, "xr2", "p")[0]["messages"] == said("x")
        server.reset()
        assert until(events, "changed").data == {"platform": None}
        assert [each["slug"] for each in server.backend("xr2").prompts] == ["welcome"]
