"""Proves that a started server speaks Scope's HTTP: both exchanges, tokens, request ids, errors of both shapes, any name."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from promptport_local import Server
from promptport_local.contract import Contract

from ..conftest import Clock

LOGIN, SDK_TOKEN = "/v1/auth/applications/login", "/v1/auth/sdk-token"
NEW = {"account_id": "my-org", "client_id": "key_abc123", "client_secret": "secret_xyz"}
OLD = {"account_id": "my-org", "key_id": "key_abc123", "key_secret": "secret_xyz"}
GREETING = "/api/v1/prompts/greeting-template/production"
UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
NAMES = [
    "a name with spaces",
    "team/greeting",
    "v1.2.3",
    ".",
    "..",
    "../../v1/auth",
    "what?",
    "#1",
    "100%",
    "%2F",
    "a+b=c&d;e",
    "Grüße 😀",
    "a\x00b\r\nc",
    "production",
    "\\",
    "x" * 10_000,
]


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url("scope"), trust_env=False) as made:
        yield made


@pytest.fixture
def signed_in(client: httpx.Client) -> httpx.Client:
    """The client, with a token."""
    client.headers["Authorization"] = f"Bearer {token(client)}"
    return client


def token(client: httpx.Client) -> str:
    return str(client.post(LOGIN, json=NEW).json()["access_token"])


def path(prompt: str, rest: str = "production") -> str:
    return f"/api/v1/prompts/{quote(prompt, safe='')}/{rest}"


def code(answer: httpx.Response) -> tuple[int, str]:
    error = answer.json()["error"]
    assert set(error) == {"code", "message"}
    return answer.status_code, error["code"]


def test_the_quickstart_of_the_documents(signed_in: httpx.Client) -> None:
    answer = signed_in.get(GREETING)
    assert (answer.status_code, answer.json()["content"]) == (200, "Hello, {{name}}!")
    assert answer.headers["Content-Type"] == "application/json"
    assert "X-Example" not in answer.headers


def test_answers_are_the_contracts_examples(signed_in: httpx.Client) -> None:
    (example,) = (each.success() for each in Contract.load("scope").operations if each.id == "prompts_get_production")
    assert example is not None
    assert signed_in.get(GREETING).json() == json.loads(example.body)


def test_answers_repeat_with_the_clock_and_the_seed(clock: Clock) -> None:
    def answers() -> list[Any]:
        with Server(seed=1, now=clock) as server, httpx.Client(base_url=server.url("scope"), trust_env=False) as client:
            signed = client.post(LOGIN, json=NEW).json()
            found = client.get(GREETING, headers={"Authorization": f"Bearer {signed['access_token']}"})
            return [signed, found.json(), found.headers["X-Request-ID"]]

    first = answers()
    assert answers() == first


# The exchange


@pytest.mark.parametrize("at", [LOGIN, SDK_TOKEN])
@pytest.mark.parametrize(
    "body",
    [NEW, OLD, {**NEW, **OLD}, {"account_id": "my-org", "client_id": "key_abc123", "key_secret": "secret_xyz"}],
)
def test_both_exchanges_take_both_spellings(server: Server, client: httpx.Client, at: str, body: Any) -> None:
    answer = client.post(at, json=body)
    assert (answer.status_code, answer.json()["expires_in"], answer.json()["token_type"]) == (200, 3600, "Bearer")
    authorization = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    assert client.get(GREETING, headers=authorization).status_code == 200
    assert server.backend("scope").counts["issued"] == 1


@pytest.mark.parametrize(("at", "body"), [(LOGIN, NEW), (SDK_TOKEN, OLD)])
def test_the_paths_own_spelling_goes_first(client: httpx.Client, at: str, body: dict[str, str]) -> None:
    wrong = {"client_secret": "x", "key_secret": "x"}
    assert client.post(at, json={**wrong, **body}).status_code == 200
    assert client.post(at, json={**NEW, **OLD, **{name: "x" for name in body if "secret" in name}}).status_code == 401


@pytest.mark.parametrize(("at", "body"), [(LOGIN, NEW), (SDK_TOKEN, OLD)])
def test_a_field_that_is_missing_or_no_text(client: httpx.Client, at: str, body: dict[str, str]) -> None:
    for name in body:
        for wrong in ({}, {name: None}, {name: 5}, {name: ["secret_xyz"]}):
            answer = client.post(at, json={**{each: body[each] for each in body if each != name}, **wrong})
            assert (answer.status_code, list(answer.json())) == (400, ["message"])
            assert name in answer.json()["message"]
            assert "secret_xyz" not in answer.text


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff", b'{"account_id": NaN}'])
def test_a_body_that_is_no_object(client: httpx.Client, body: bytes) -> None:
    for at in (LOGIN, SDK_TOKEN):
        answer = client.post(at, content=body, headers={"Content-Type": "application/json"})
        assert (answer.status_code, list(answer.json())) == (400, ["message"])


def test_a_body_of_another_type_or_size(client: httpx.Client) -> None:
    assert client.post(LOGIN, data=NEW).status_code == 400
    answer = client.post(LOGIN, content=b" " * 10_000_001)
    assert (answer.status_code, list(answer.json())) == (413, ["message"])


def test_credentials_that_are_refused(server: Server, client: httpx.Client) -> None:
    for wrong in ({"client_secret": "wrong"}, {"client_id": "unknown"}, {"account_id": ""}):
        answer = client.post(LOGIN, json={**NEW, **wrong})
        assert (answer.status_code, list(answer.json())) == (401, ["message"])
    server.backend("scope").add_application("key_abc123", enabled=False)
    answer = client.post(SDK_TOKEN, json=OLD)
    assert (answer.status_code, list(answer.json())) == (403, ["message"])
    assert server.backend("scope").counts == {
        "issued": 0,
        "calls": 0,
        "invalid_credentials": 3,
        "application_disabled": 1,
    }


@pytest.mark.parametrize("expires_in", [5, 0.5, 0, None])
def test_expires_in_as_it_was_chosen(server: Server, client: httpx.Client, expires_in: float | None) -> None:
    server.backend("scope").options.expires_in = expires_in
    told = client.post(LOGIN, json=NEW).json()
    assert told.get("expires_in") == expires_in
    assert ("expires_in" in told) is (expires_in is not None)


def test_faults_of_the_exchange(server: Server, client: httpx.Client) -> None:
    server.script(
        "scope",
        {"operation": "auth_login", "status": 429, "headers": {"Retry-After": "1.5"}},
        {"operation": "auth_login", "status": 503, "json": {"error": "down"}},
        {"operation": "auth_login", "status": 200, "body": "<html>"},
        {"operation": "auth_login", "status": 200, "json": {"expires_in": 5}},
        {"operation": "auth_login", "delay": 0.01},
        {"operation": "auth_login", "drop": True},
        {"operation": "auth_login", "truncate": 20},
        {"operation": "auth_sdk_token", "status": 404},
    )
    assert client.post(SDK_TOKEN, json=OLD).status_code == 404
    assert client.post(SDK_TOKEN, json=OLD).status_code == 200
    answers = [client.post(LOGIN, json=NEW) for _ in range(5)]
    assert [each.status_code for each in answers] == [429, 503, 200, 200, 200]
    assert (answers[0].headers["Retry-After"], answers[2].text) == ("1.5", "<html>")
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            client.post(LOGIN, json=NEW)
    assert client.post(LOGIN, json=NEW).status_code == 200
    # The delayed one, the one that was cut, and two that met nothing.
    assert server.backend("scope").counts["issued"] == 4
    assert server.unused == {}


# Tokens


@pytest.mark.parametrize(
    ("authorization", "expected"),
    [
        (None, "missing_token"),
        ("", "missing_token"),
        ("Bearer", "missing_token"),
        ("Basic a2V5OnNlY3JldA==", "missing_token"),
        ("Bearer unknown", "invalid_token"),
        ("Bearer key_abc123", "invalid_token"),
    ],
)
def test_without_a_good_token_it_is_401(client: httpx.Client, authorization: str | None, expected: str) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    for rest in ("production", "latest", "versions/version-1"):
        answer = client.get(path("greeting-template", rest), headers=headers)
        assert code(answer) == (401, expected)
        assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_ends_by_time_or_by_hand(server: Server, signed_in: httpx.Client, clock: Clock) -> None:
    clock.forward(seconds=3600)
    assert code(signed_in.get(GREETING)) == (401, "token_expired")
    signed_in.headers["Authorization"] = f"Bearer {token(signed_in)}"
    assert signed_in.get(GREETING).status_code == 200
    server.backend("scope").revoke()
    assert code(signed_in.get(GREETING)) == (401, "token_revoked")
    signed_in.headers["Authorization"] = f"Bearer {token(signed_in)}"
    server.backend("scope").expire()
    assert code(signed_in.get(GREETING)) == (401, "token_expired")


def test_an_application_that_may_not(server: Server, signed_in: httpx.Client) -> None:
    server.backend("scope").add_application("key_abc123", can_read=False)
    assert code(signed_in.get(GREETING)) == (403, "forbidden")
    server.backend("scope").add_application("key_abc123", enabled=False)
    assert code(signed_in.get(GREETING)) == (403, "application_disabled")


def test_a_token_of_another_organisation_finds_its_own_prompts(server: Server, client: httpx.Client) -> None:
    server.backend("scope").add_application("k", "s", org_id="theirs")
    body = {"account_id": "theirs", "client_id": "k", "client_secret": "s"}
    theirs = {"Authorization": f"Bearer {client.post(LOGIN, json=body).json()['access_token']}"}
    assert code(client.get(GREETING, headers=theirs)) == (404, "prompt_not_found")


# Request ids


def test_request_ids_come_back_or_are_made(signed_in: httpx.Client) -> None:
    paths = {GREETING: 200, path("nothing"): 404, "/api/v2/prompts/x/latest": 404}
    for at, status in paths.items():
        echoed = signed_in.get(at, headers={"X-Request-ID": "mine-1"})
        minted = signed_in.get(at, headers={"X-Request-ID": ""})
        assert (echoed.status_code, echoed.headers["X-Request-ID"]) == (status, "mine-1")
        assert re.fullmatch(UUID, minted.headers["X-Request-ID"])
    del signed_in.headers["Authorization"]
    refused = signed_in.get(GREETING, headers={"X-Request-ID": "mine-2"})
    assert (refused.status_code, refused.headers["X-Request-ID"]) == (401, "mine-2")
    assert re.fullmatch(UUID, signed_in.get("/nothing").headers["X-Request-ID"])


# Versions


def test_the_three_ways_to_choose(signed_in: httpx.Client) -> None:
    found = {
        rest: signed_in.get(path("my-greeting-prompt", rest)).json()
        for rest in ("production", "latest", "versions/version-123")
    }
    assert {rest: (each["version_number"], each["status"]) for rest, each in found.items()} == {
        "production": (2, "published"),
        "latest": (3, "draft"),
        "versions/version-123": (1, "archived"),
    }
    assert {each["prompt_id"] for each in found.values()} == {"prompt_01JH8X5G8T3V9QYB2M4N6P7R1T"}


def test_a_prompt_by_its_id(signed_in: httpx.Client) -> None:
    ident = signed_in.get(GREETING).json()["prompt_id"]
    for spelled in (ident, f"prompt_{ident[7:].lower()}"):
        assert signed_in.get(path(spelled)).json()["name"] == "greeting-template"
    assert code(signed_in.get(path(f"{ident}0"))) == (404, "prompt_not_found")


def test_each_404_has_its_code(server: Server, signed_in: httpx.Client) -> None:
    found = {
        path("nothing"): "prompt_not_found",
        path("nothing", "latest"): "prompt_not_found",
        path("nothing", "versions/version-1"): "prompt_not_found",
        path("my-draft-prompt"): "no_production_version",
        path("my-prompt", "versions/version-123"): "version_not_found",
        path("my-prompt", "versions/1"): "version_not_found",
        "/api/v2/prompts/my-prompt/production": "not_found",
        "/api/V1/prompts/my-prompt/production": "not_found",
        "/api/v1/prompts/my-prompt": "not_found",
        "/api/v1/prompts//production": "not_found",
        "/": "not_found",
    }
    assert {at: code(signed_in.get(at)) for at in found} == {at: (404, each) for at, each in found.items()}
    server.backend("scope").options.flat_errors = True
    for at in found:
        answer = signed_in.get(at)
        assert (answer.status_code, list(answer.json())) == (404, ["message"])


def test_an_unknown_version_of_the_interface_goes_before_the_token(client: httpx.Client) -> None:
    assert code(client.get("/api/v2/prompts/my-prompt/production")) == (404, "not_found")
    bad = {"Authorization": "Bearer unknown"}
    assert code(client.get("/api/v2/prompts/my-prompt/production", headers=bad)) == (404, "not_found")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_wrong_verbs(client: httpx.Client, method: str) -> None:
    answer = client.request(method, GREETING)
    assert code(answer) == (405, "method_not_allowed")
    assert answer.headers["Allow"] == "GET"
    assert client.get(LOGIN).headers["Allow"] == "POST"


@pytest.mark.parametrize("name", NAMES)
def test_any_text_is_a_name(server: Server, signed_in: httpx.Client, name: str) -> None:
    ident = "v/1 ?#%"
    assert code(get_raw(signed_in, path(name))) == (404, "prompt_not_found")
    server.backend("scope").add_prompt(name, [{"id": ident, "content": name}])
    for rest in ("production", "latest", f"versions/{quote(ident, safe='')}"):
        answer = get_raw(signed_in, path(name, rest))
        assert (answer.status_code, answer.json()["name"], answer.json()["content"]) == (200, name, name)
    # Decoded once and no more.
    assert code(get_raw(signed_in, path(quote(name, safe="") + "%"))) == (404, "prompt_not_found")


def get_raw(client: httpx.Client, at: str) -> httpx.Response:
    """Fetch a path as it is written; httpx would take steps of dots out of it."""
    request = client.build_request("GET", "/")
    request.extensions["target"] = f"/scope{at}".encode()
    return client.send(request)


def test_an_unencoded_slash_is_another_step(server: Server, signed_in: httpx.Client) -> None:
    server.backend("scope").add_prompt("a/b", [{"content": "x"}])
    assert code(signed_in.get("/api/v1/prompts/a/b/production")) == (404, "not_found")


@pytest.mark.parametrize(("spelling", "gone"), [("python", "version_id"), ("ruby", "id"), ("both", None)])
def test_the_spelling_of_an_answer(server: Server, signed_in: httpx.Client, spelling: Any, gone: str | None) -> None:
    whole = signed_in.get(GREETING).json()
    server.backend("scope").options.spelling = spelling
    answer = signed_in.get(GREETING).json()
    assert answer.items() <= whole.items()
    assert (answer == whole) is (gone is None)
    assert gone not in answer


def test_answers_of_every_kind_keep_to_the_contract(server: Server, signed_in: httpx.Client) -> None:
    nulls = dict.fromkeys(("content", "variables", "prompt_type", "metadata", "tags"))
    server.backend("scope").add_prompt(
        "odd", [nulls, {"content": [{"role": "user", "content": None}, {}], "tags": [1, {}], "prompt_type": ""}]
    )
    assert signed_in.get(path("odd")).json()["content"][1] == {}
    first = signed_in.get(path("odd", "versions/version-1")).json()
    assert nulls.items() <= first.items()
    assert server.violations == []


# Faults, the log, the control surface, the page


def test_faults_of_a_fetch(server: Server, signed_in: httpx.Client) -> None:
    retry_after = ["7", "1.5", "Wed, 21 Oct 2026 07:28:00 GMT"]
    server.script(
        "scope",
        *({"status": 429, "headers": {"Retry-After": each}} for each in retry_after),
        *({"status": each} for each in (429, 409, 500, 502, 503, 504)),
        {"status": 200, "body": "<html>"},
        {"status": 200},
        {"delay": 0.01},
        {"drop": True},
    )
    answers = [signed_in.get(GREETING) for _ in range(12)]
    assert [each.headers.get("Retry-After") for each in answers[:4]] == [*retry_after, None]
    assert [each.status_code for each in answers] == [429] * 4 + [409, 500, 502, 503, 504] + [200] * 3
    assert [each.text for each in answers[9:11]] == ["<html>", ""]
    with pytest.raises(httpx.RemoteProtocolError):
        signed_in.get(GREETING)
    assert signed_in.get(GREETING).status_code == 200


def test_requests_are_logged_and_secrets_masked(server: Server, control: httpx.Client, signed_in: httpx.Client) -> None:
    signed_in.get(path("team/greeting"), headers={"X-Scope-Environment": "staging"})
    login, fetch = server.requests
    assert (login.operation, json.loads(login.body)) == ("auth_login", NEW)
    assert (fetch.operation, fetch.path) == ("prompts_get_production", path("team/greeting"))
    assert fetch.header("X-Scope-Environment") == "staging"
    issued = server.backend("scope").tokens[0]["access_token"]
    for shown in (control.get("/_local/requests"), control.get("/_local/state"), control.get("/_local/tables")):
        assert shown.status_code == 200
        assert "secret_xyz" not in shown.text
        assert issued not in shown.text


def test_the_control_surface(control: httpx.Client, signed_in: httpx.Client) -> None:
    def seed(**data: Any) -> int:
        return control.post("/_local/seed", json={"scope": data}).status_code

    assert seed(applications=[{"api_key": "k", "api_secret": "s"}], prompts=[{"name": "p"}]) == 200
    assert seed(versions=[{"prompt": "p", "content": "one"}, {"prompt": "p", "content": "two"}]) == 200
    assert code(signed_in.get(path("p"))) == (404, "no_production_version")
    assert seed(promote=[{"prompt": "p", "version_id": "version-1"}], options={"spelling": "python"}) == 200
    assert signed_in.get(path("p")).json()["content"] == "one"
    assert seed(revoke="all") == 200
    assert code(signed_in.get(path("p"))) == (401, "token_revoked")
    assert seed(applications=[{"api_key": "key_abc123", "enabled": False}]) == 200
    assert signed_in.post(LOGIN, json=NEW).status_code == 403
    state = control.get("/_local/state").json()["scope"]
    assert state["counts"] == {"issued": 1, "invalid_credentials": 0, "application_disabled": 1, "calls": 2}
    assert [each["revoked"] for each in state["tokens"]] == [True]
    assert control.post("/_local/seed", json={"scope": {"revoke": 5}}).status_code == 400
    control.post("/_local/reset")
    assert signed_in.post(LOGIN, json=NEW).status_code == 200
    assert "p" not in [each["name"] for each in control.get("/_local/state").json()["scope"]["prompts"]]


def test_the_page_shows_scope(server: Server, control: httpx.Client, signed_in: httpx.Client) -> None:
    evil = "<script>alert(1)</script>"
    server.backend("scope").add_prompt(evil, [{"content": [evil], "variables": [evil]}, {"variables": None}])
    server.backend("scope").add_application(evil, evil, org_id=evil)
    signed_in.get(path(evil))
    page = control.get("/_local/tables").text
    for text in (evil, "my-org", "greeting-template", "time_of_day", "version-123"):
        assert text in page
    assert [each["total"] for each in json.loads(page)["tables"]["scope"] if each["title"] == "Tokens"] == [1]


def test_state_in_a_file_outlives_the_server(tmp_path: Path) -> None:
    data = tmp_path / "state.db"

    def status(server: Server, **headers: str) -> int:
        return httpx.get(server.url("scope") + path("mine"), headers=headers, trust_env=False).status_code

    with Server(data=data, seed=1) as server:
        server.backend("scope").add_prompt("mine", [{"content": "x"}])
        issued = httpx.post(server.url("scope") + LOGIN, json=NEW, trust_env=False).json()["access_token"]
    with Server(data=data, seed=1) as server:
        assert status(server, Authorization=f"Bearer {issued}") == 200
        server.backend("scope").revoke(issued)
    with Server(data=data, seed=1) as server:
        assert status(server, Authorization=f"Bearer {issued}") == 401


def test_no_bytes_make_it_fail(client: httpx.Client) -> None:
    chance = random.Random(7)
    alphabet = [
        b"{",
        b"}",
        b"[",
        b'"',
        b":",
        b",",
        b"account_id",
        b"client_id",
        b"null",
        b"\\u",
        b"\xff",
        b"\x00",
        b"-",
    ]
    for at in (LOGIN, SDK_TOKEN) * 100:
        body = b"".join(chance.choices(alphabet, k=chance.randrange(12)))
        assert client.post(at, content=body, headers={"Content-Type": "application/json"}).status_code == 400
