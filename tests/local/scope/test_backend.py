"""Proves that the local Scope issues tokens, lets them expire and be revoked, and chooses versions, without HTTP."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

from promptport_local.environment import Environment
from promptport_local.errors import Refusal
from promptport_local.scope.backend import Backend
from promptport_local.scope.ids import prompt_id
from promptport_local.store import Store

from ..conftest import Clock

APPLICATION = ("my-org", "key_abc123", "secret_xyz")
ULID = "01JH8X5G8T3V9QYB2M4N6P7R0S"


@pytest.fixture
def environment(clock: Clock) -> Iterator[Environment]:
    """What Scope lives on."""
    with closing(Store()) as store:
        yield Environment("scope", store, clock, seed=1)


@pytest.fixture
def scope(environment: Environment) -> Backend:
    """Scope without HTTP, with its fixture."""
    made = Backend(environment)
    made.reset()
    return made


@pytest.fixture
def token(scope: Backend) -> str:
    return issue(scope)


def issue(scope: Backend, *credentials: str) -> str:
    return str(scope.exchange(*(credentials or APPLICATION))["access_token"])


def caller(scope: Backend) -> dict[str, Any]:
    return scope.applications[0]


def production(scope: Backend, prompt: str) -> dict[str, Any]:
    return scope.get_production(caller(scope), prompt)


def named(scope: Backend, name: str) -> dict[str, Any]:
    return next(each for each in scope.prompts if each["name"] == name)


def refused(act: Any, *given: Any) -> tuple[int, str]:
    with pytest.raises(Refusal) as caught:
        act(*given)
    error = caught.value.body["error"]
    assert error["message"]
    return caught.value.status, error["code"]


# Tokens


def test_a_token_looks_like_one(scope: Backend) -> None:
    answer = scope.exchange(*APPLICATION)
    assert (answer["expires_in"], answer["token_type"], set(answer) - {"access_token"}) == (
        3600,
        "Bearer",
        {"expires_in", "token_type"},
    )
    parts = answer["access_token"].split(".")
    assert len(parts) == 3
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", part) for part in parts)
    head, claims = (json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in parts[:2])
    assert head == {"alg": "HS256", "typ": "JWT"}
    assert claims.pop("jti")
    assert claims == {"sub": "my-org", "client_id": "key_abc123", "iat": 1768469400, "exp": 1768473000}


def test_tokens_differ_and_repeat_with_the_seed(scope: Backend) -> None:
    first = [issue(scope) for _ in range(5)]
    assert len(set(first)) == 5
    assert [each["access_token"] for each in scope.tokens] == first
    scope.reset()
    assert scope.tokens == []
    assert [issue(scope) for _ in range(5)] == first


def test_randomness_that_comes_again_still_makes_a_new_token(
    scope: Backend, environment: Environment, token: str
) -> None:
    environment.reseed()
    assert issue(scope) != token


@pytest.mark.parametrize(
    "credentials",
    [
        ("my-org", "key_abc123", "wrong"),
        ("my-org", "key_abc123", ""),
        ("my-org", "unknown", "secret_xyz"),
        ("another", "key_abc123", "secret_xyz"),
    ],
)
def test_credentials_that_do_not_belong_together(scope: Backend, credentials: tuple[str, ...]) -> None:
    assert refused(scope.exchange, *credentials) == (401, "invalid_credentials")
    assert scope.counts == {"issued": 0, "invalid_credentials": 1, "application_disabled": 0, "calls": 0}


def test_a_disabled_application_is_told_only_with_its_secret(scope: Backend, token: str) -> None:
    scope.add_application("key_abc123", enabled=False)
    assert refused(scope.exchange, *APPLICATION) == (403, "application_disabled")
    assert refused(scope.exchange, "my-org", "key_abc123", "wrong") == (401, "invalid_credentials")
    assert refused(scope.authenticate, token) == (403, "application_disabled")
    assert scope.counts == {"issued": 1, "invalid_credentials": 1, "application_disabled": 1, "calls": 0}
    scope.add_application("key_abc123", enabled=True)
    assert scope.authenticate(token)["api_key"] == "key_abc123"


def test_an_application_that_may_not_read(scope: Backend) -> None:
    scope.add_application("key_abc123", can_read=False)
    assert refused(scope.authenticate, issue(scope)) == (403, "forbidden")


def test_an_application_is_changed_and_added(scope: Backend, token: str) -> None:
    scope.add_application("key_abc123", "rotated")
    assert refused(scope.exchange, *APPLICATION) == (401, "invalid_credentials")
    assert issue(scope, "my-org", "key_abc123", "rotated") != token
    assert scope.authenticate(token)
    scope.add_application("other", "s", org_id="their-org")
    assert scope.authenticate(issue(scope, "their-org", "other", "s"))["org_id"] == "their-org"
    with pytest.raises(ValueError, match="needs an api_secret"):
        scope.add_application("third")


def test_a_token_expires_to_the_second(scope: Backend, clock: Clock, token: str) -> None:
    clock.forward(seconds=3600, microseconds=-1)
    assert scope.authenticate(token)
    clock.forward(microseconds=1)
    assert refused(scope.authenticate, token) == (401, "token_expired")


@pytest.mark.parametrize(("expires_in", "lives"), [(10, 10), (0.5, 0.5), (0, 0), (None, 300)])
def test_expires_in_is_chosen_or_absent(scope: Backend, clock: Clock, expires_in: float | None, lives: float) -> None:
    scope.options.expires_in = expires_in
    answer = scope.exchange(*APPLICATION)
    assert answer.get("expires_in", "absent") == ("absent" if expires_in is None else expires_in)
    if lives:
        clock.forward(seconds=lives - 0.25)
        assert scope.authenticate(answer["access_token"])
        clock.forward(seconds=0.25)
    assert refused(scope.authenticate, answer["access_token"]) == (401, "token_expired")


@pytest.mark.parametrize(("act", "code"), [("revoke", "token_revoked"), ("expire", "token_expired")])
def test_tokens_end_one_by_one_or_all(scope: Backend, act: str, code: str) -> None:
    one, two, three = (issue(scope) for _ in range(3))
    getattr(scope, act)(one)
    assert refused(scope.authenticate, one) == (401, code)
    assert scope.authenticate(two)
    getattr(scope, act)()
    assert [refused(scope.authenticate, each) for each in (two, three)] == [(401, code)] * 2
    assert scope.authenticate(issue(scope))
    with pytest.raises(ValueError, match="not issued here") as caught:
        getattr(scope, act)("sesame")
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize("token", ["", "unknown", "a.b.c"])
def test_a_token_that_was_never_issued(scope: Backend, token: str) -> None:
    assert refused(scope.authenticate, token) == (401, "invalid_token")


def test_what_tokens_are_used_for_is_counted(scope: Backend, token: str) -> None:
    for _ in range(3):
        scope.authenticate(token)
    scope.revoke(token)
    refused(scope.authenticate, token)
    assert [(each["calls"], each["revoked"]) for each in scope.tokens] == [(3, True)]
    assert scope.counts["calls"] == 3


# Names and ids


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"prompt_{ULID}", f"prompt_{ULID}"),
        (f"prompt_{ULID.lower()}", f"prompt_{ULID}"),
        ("prompt_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "prompt_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"),
        ("prompt_8ZZZZZZZZZZZZZZZZZZZZZZZZZ", None),
        (f"PROMPT_{ULID}", None),
        (f"prompt_{ULID[:-1]}", None),
        (f"prompt_{ULID}0", None),
        (f"prompt_{ULID}\n", None),
        *((f"prompt_{ULID[:-1]}{letter}", None) for letter in "ILOUilou-_\u212a\u017f"),
        ("prompt_01HXYZ...", None),
        (ULID, None),
        ("prompt_", None),
    ],
)
def test_what_is_an_id(text: str, found: str | None) -> None:
    assert prompt_id(text) == found


def test_a_prompt_is_found_by_its_id_and_its_name(scope: Backend) -> None:
    one = production(scope, f"prompt_{ULID}")
    assert one == production(scope, "greeting-template") == production(scope, f"prompt_{ULID.lower()}")
    made = scope.add_prompt("mine", [{"content": "x"}])
    assert prompt_id(made) == made
    assert production(scope, made)["name"] == "mine"


def test_what_has_the_form_of_an_id_is_no_name(scope: Backend) -> None:
    name = "prompt_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"
    made = scope.add_prompt(name, [{"content": "x"}])
    assert refused(production, scope, name) == (404, "prompt_not_found")
    assert production(scope, made)["name"] == name


def test_what_only_looks_like_an_id_is_a_name(scope: Backend) -> None:
    scope.add_prompt("prompt_01HXYZ", [{"content": "x"}])
    assert production(scope, "prompt_01HXYZ")["content"] == "x"


def test_ids_repeat_with_the_seed_and_carry_the_moment(scope: Backend, clock: Clock) -> None:
    # The moment of the example in ULID's own specification, and how it begins.
    clock.moment = datetime(2016, 7, 30, 22, 36, 16, 385000, tzinfo=UTC)
    first = scope.add_prompt("p")
    assert first.startswith("prompt_01ARYZ6S41")
    scope.reset()
    assert scope.add_prompt("p") == first
    clock.forward(days=1)
    assert scope.add_prompt("q") > first


def test_prompts_are_their_organisations_own(scope: Backend) -> None:
    ident = scope.add_prompt("theirs", [{"content": "x"}], org_id="their-org")
    scope.add_prompt("my-prompt", [{"content": "theirs too"}], org_id="their-org")
    for name in ("theirs", ident):
        assert refused(production, scope, name) == (404, "prompt_not_found")
    assert production(scope, "my-prompt")["content"] != "theirs too"


def test_a_prompt_that_is_added_again_keeps_its_id(scope: Backend) -> None:
    assert scope.add_prompt("greeting-template", [{"content": "Good {{time_of_day}}"}]) == f"prompt_{ULID}"
    assert production(scope, f"prompt_{ULID}")["content"] == "Good {{time_of_day}}"
    other = f"prompt_{ULID[:-1]}0"
    assert scope.add_prompt("greeting-template", [{"content": "x"}], id=other) == other
    assert refused(production, scope, f"prompt_{ULID}") == (404, "prompt_not_found")
    assert [each["name"] for each in scope.prompts].count("greeting-template") == 1


# Versions


def test_the_fixture(scope: Backend) -> None:
    greeting = production(scope, "greeting-template")
    assert (greeting["content"], greeting["variables"]) == ("Hello, {{name}}!", ["name", "time_of_day"])
    assert greeting["metadata"]["model"] == "gpt-4"
    held = {name: scope.get_latest(caller(scope), "my-greeting-prompt")[name] for name in ("status", "version")}
    assert held == {"status": "draft", "version": 3}
    assert production(scope, "my-greeting-prompt")["version"] == 2
    assert scope.get_version(caller(scope), "my-greeting-prompt", "version-123")["version"] == 1
    mine = production(scope, "my-prompt")
    assert mine["metadata"] == {"model": "gpt-4", "temperature": 0.7}
    assert re.findall(r"{{(\w+)}}", mine["content"]) == mine["variables"] == ["name"]
    assert refused(production, scope, "my-draft-prompt") == (404, "no_production_version")
    assert production(scope, "welcome")["variables"] == ["customer_name", "language"]


def test_the_same_greeting_as_on_the_other_platforms(scope: Backend) -> None:
    from promptport_local.xr2.fixture import FIXTURE

    other = FIXTURE["prompts"][0]["versions"][0]
    assert production(scope, "welcome")["content"] == f"{other['system_prompt']}\n\n{other['user_prompt']}"


def test_each_way_to_find_nothing(scope: Backend) -> None:
    scope.add_prompt("empty")
    who = caller(scope)
    assert refused(scope.get_production, who, "nothing") == (404, "prompt_not_found")
    assert refused(scope.get_latest, who, "nothing") == (404, "prompt_not_found")
    assert refused(scope.get_version, who, "nothing", "version-1") == (404, "prompt_not_found")
    assert refused(scope.get_production, who, "empty") == (404, "no_production_version")
    assert refused(scope.get_latest, who, "empty") == (404, "version_not_found")
    assert refused(scope.get_version, who, "empty", "version-1") == (404, "version_not_found")


def test_a_version_is_sought_within_its_prompt_alone(scope: Backend) -> None:
    who = caller(scope)
    assert refused(scope.get_version, who, "my-prompt", "version-123") == (404, "version_not_found")
    for ident in ("1", "VERSION-1", "version-1 ", "production", "latest"):
        assert refused(scope.get_version, who, "my-prompt", ident) == (404, "version_not_found")
    one, other = (scope.get_version(who, name, "version-1") for name in ("my-prompt", "welcome"))
    assert one["content"] != other["content"]


def test_the_last_published_one_is_in_production_where_none_says_it(scope: Backend) -> None:
    scope.add_prompt("p", [{"content": "a"}, {"content": "b"}, {"content": "c", "status": "draft"}])
    assert production(scope, "p")["content"] == "b"
    assert [each["is_production"] for each in scope.prompts[-1]["versions"]] == [False, True, False]
    assert [each["promoted_at"] is None for each in scope.prompts[-1]["versions"]] == [True, False, True]
    scope.add_prompt("p", [{"content": "a", "is_production": True}, {"content": "b"}])
    assert production(scope, "p")["content"] == "a"
    scope.add_prompt("p", [{"content": "a", "is_production": False}])
    assert refused(production, scope, "p") == (404, "no_production_version")


def test_promoting_moves_production(scope: Backend, clock: Clock) -> None:
    clock.forward(hours=1)
    scope.promote("my-greeting-prompt", "version-125", by="bob")
    found = production(scope, "my-greeting-prompt")
    assert (found["id"], found["status"], found["promoted_at"], found["promoted_by"]) == (
        "version-125",
        "published",
        "2026-01-15T10:30:00.123456Z",
        "bob",
    )
    before = scope.get_version(caller(scope), "my-greeting-prompt", "version-124")
    assert (before["is_production"], before["status"]) == (False, "published")
    with pytest.raises(ValueError, match="no version 'version-9'"):
        scope.promote("my-greeting-prompt", "version-9")
    with pytest.raises(ValueError, match="my-org has no prompt 'nothing'"):
        scope.promote("nothing", "version-1")


def test_adding_versions(scope: Backend) -> None:
    assert scope.add_version("my-prompt", content="draft") == "version-2"
    latest = scope.get_latest(caller(scope), "my-prompt")
    assert (latest["content"], latest["version_number"], latest["status"]) == ("draft", 2, "draft")
    assert production(scope, "my-prompt")["version_number"] == 1
    assert scope.add_version("my-prompt", id="live", content="live", is_production=True) == "live"
    assert production(scope, "my-prompt")["content"] == "live"
    assert sum(each["is_production"] for each in named(scope, "my-prompt")["versions"]) == 1
    assert scope.add_version(f"prompt_{ULID}", id="version-3") == "version-3"
    assert scope.add_version("greeting-template") == "version-4"


def test_content_of_every_kind(scope: Backend) -> None:
    messages = [{"role": "user", "content": "{{a}}"}]
    kinds: dict[str, dict[str, Any]] = {
        "chat": {"content": messages},
        "text": {"content": "x"},
        "nothing": {},
        "nulls": dict.fromkeys(("content", "variables", "prompt_type", "metadata", "tags")),
    }
    for name, fields in kinds.items():
        scope.add_prompt(name, [fields])
    found = {name: production(scope, name) for name in kinds}
    assert (found["chat"]["content"], found["chat"]["prompt_type"]) == (messages, "chat")
    assert found["text"]["prompt_type"] == "text"
    assert {name: found["nothing"][name] for name in kinds["nulls"]} == {
        "content": "",
        "variables": [],
        "prompt_type": "text",
        "metadata": {},
        "tags": [],
    }
    assert {name: found["nulls"][name] for name in kinds["nulls"]} == kinds["nulls"]


def test_the_spellings_of_a_version(scope: Backend) -> None:
    both = production(scope, "greeting-template")
    scope.options.spelling = "python"
    python = production(scope, "greeting-template")
    scope.options.spelling = "ruby"
    ruby = production(scope, "greeting-template")
    shared = {"prompt_id", "content", "variables", "status", "prompt_type", "metadata", "created_at"}
    assert set(python) == shared | {"id", "version_number", "is_production", "updated_at"}
    assert set(ruby) == shared | {
        *("version_id", "name", "version", "tags"),
        *("created_by", "promoted_at", "promoted_by"),
    }
    assert both == {**python, **ruby}
    assert (ruby["version_id"], ruby["version"]) == (python["id"], python["version_number"])


# Seeding, and what is shown


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"prompt": []}, "scope holds a field"),
        ({"applications": [{}]}, r"scope\.applications\.0\.api_key is required"),
        ({"prompts": [{"name": ""}]}, r"prompts\.0\.name"),
        ({"prompts": [{"name": "p", "id": "prompt_1"}]}, "prompt_ and a ULID, not 'prompt_1'"),
        ({"prompts": [{"name": "p", "id": f"prompt_{ULID}"}]}, "another prompt's"),
        ({"prompts": [{"name": "p", "versions": [{"status": "live"}]}]}, "must be one of draft, published, archived"),
        ({"prompts": [{"name": "p", "versions": [{"is_production": True}] * 2}]}, "two versions are in production"),
        ({"prompts": [{"name": "p", "versions": [{"id": "v"}] * 2}]}, "two versions 'v'"),
        (
            {"prompts": [{"name": "p", "versions": [{"status": "draft", "is_production": True}]}]},
            "in production and not published",
        ),
        ({"prompts": [{"name": "p", "versions": [{"created_at": "soon"}]}]}, "created_at must be a moment"),
        ({"prompts": [{"name": "p", "versions": [{"variables": [1]}]}]}, r"variables\.0 must be string"),
        ({"versions": [{"prompt": "nothing"}]}, "has no prompt 'nothing'"),
        ({"promote": [{"prompt": "my-prompt"}]}, "version_id is required"),
        ({"revoke": "some"}, "none of the kinds"),
        ({"expire": ["unknown"]}, "not issued here"),
        ({"options": {"expires_in": -1}}, "expires_in"),
        ({"options": {"spelling": "perl"}}, "must be one of both, python, ruby"),
    ],
)
def test_a_slip_is_named_and_adds_nothing(scope: Backend, data: dict[str, Any], text: str) -> None:
    before = scope.state()
    with pytest.raises(ValueError, match=text):
        scope.seed({"applications": [{"api_key": "new", "api_secret": "s"}], **data})
    assert scope.state() == before


def test_everything_can_be_seeded_as_data(scope: Backend, token: str) -> None:
    scope.seed(
        {
            "applications": [{"api_key": "key_abc123", "can_read": False}, {"api_key": "k", "api_secret": "s"}],
            "prompts": [{"name": "p", "versions": [{"content": "a"}]}],
            "versions": [{"prompt": "p", "content": "b"}],
            "promote": [{"prompt": "p", "version_id": "version-2"}],
            "revoke": "all",
            "expire": [token],
            "options": {"expires_in": None, "flat_errors": True, "spelling": "ruby"},
        }
    )
    assert production(scope, "p")["content"] == "b"
    assert refused(scope.authenticate, token) == (401, "token_revoked")
    assert vars(scope.options) == {"expires_in": None, "flat_errors": True, "spelling": "ruby"}
    assert scope.tokens[0]["expires_at"] == scope.tokens[0]["issued_at"]
    assert "expires_in" not in scope.exchange("my-org", "k", "s")


def test_no_secret_is_shown(scope: Backend) -> None:
    scope.add_application("a_key_that_is_long", "a_secret_that_is_long")
    tokens = [issue(scope), issue(scope, "my-org", "a_key_that_is_long", "a_secret_that_is_long")]
    shown = json.dumps(scope.state()) + repr(scope.tables())
    for secret in ("key_abc123", "secret_xyz", "a_key_that_is_long", "a_secret_that_is_long", *tokens):
        assert secret not in shown
    assert "eyJh…" in repr(scope.tables())
