"""Proves that a started server speaks Langfuse's HTTP: its calls, the order of its checks, and its errors' shapes."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import httpx
import pytest

from promptport_local import Server

from ..promptic.exports import export, span
from .conftest import PAIR

PROMPTS = "/v2/prompts"
WELCOME = f"{PROMPTS}/welcome"
NOBODY = ("pk-lf-nobody", "sk-lf-nobody")


def test_a_prompt_from_its_making_to_its_end(client: httpx.Client) -> None:
    """Every call of prompts; a folder in a name is one step of the path."""
    made = client.post(
        PROMPTS, json={"name": "a/b c", "prompt": "Hi {{x}}", "labels": ["production"], "config": {"t": 1}}
    )
    assert (made.status_code, made.json()["version"], made.json()["isActive"]) == (201, 1, None)
    client.post(PROMPTS, json={"name": "a/b c", "prompt": "two"})
    path = f"{PROMPTS}/{quote('a/b c', safe='')}"
    got = client.get(path)
    assert (got.status_code, got.json()["version"], got.json()["isActive"]) == (200, 1, True)
    assert got.json()["resolutionGraph"] is None
    moved = client.patch(f"{path}/versions/2", json={"newLabels": ["production"]})
    assert (moved.status_code, moved.json()["labels"]) == (200, ["production", "latest"])
    assert client.get(path, params={"label": "production"}).json()["prompt"] == "two"
    (listed,) = client.get(PROMPTS, params={"name": "a/b c", "limit": 1, "toUpdatedAt": "2027-01-01T00:00:00Z"}).json()[
        "data"
    ]
    assert listed["versions"] == [1, 2]
    deleted = client.delete(path, params={"version": 2})
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert client.delete(path).status_code == 204
    assert client.get(path).json()["error"] == "LangfuseNotFoundError"
    assert client.get(f"{PROMPTS}/a/b c").status_code == 404  # bare slashes reach no call


@pytest.mark.parametrize("name", [".", "..", "what?", "100%", "%2F", "Grüße 😀", "versions", "\\"])
def test_any_name_is_one_step(client: httpx.Client, name: str) -> None:
    assert client.post(PROMPTS, json={"name": name, "prompt": name, "labels": ["production"]}).status_code == 201
    url = f"{client.base_url}v2/prompts/{quote(name, safe='').replace('.', '%2E')}"
    assert client.get(url).json()["prompt"] == name


def test_without_a_key(server: Server, client: httpx.Client) -> None:
    assert httpx.get(f"{server.url('langfuse')}/api/public/health", trust_env=False).json()["status"] == "OK"
    (project,) = client.get("/projects").json()["data"]
    assert project["organization"]["name"]
    assert client.get(WELCOME).json()["projectId"] == project["id"]


CALLS: list[tuple[str, str, bool]] = [
    ("GET", WELCOME, True),
    ("GET", PROMPTS, True),
    ("POST", PROMPTS, True),
    ("DELETE", WELCOME, True),
    ("GET", "/projects", True),
    ("PATCH", f"{WELCOME}/versions/1", False),
    ("POST", "/scores", False),
    ("POST", "/otel/v1/traces", False),
]


@pytest.mark.parametrize(("method", "path", "kind"), CALLS)
def test_keys_come_before_everything_else(
    client: httpx.Client, server: Server, method: str, path: str, kind: bool
) -> None:
    """Whatever stands in the query and the body. Some calls name the kind of the refusal, some do not."""
    server.backend("langfuse").add_key("pk-lf-org", "sk-lf-org", kind="organisation")
    bearer = "pk-lf-nobody" if path == "/scores" else PAIR[0]  # which makes scores
    wrong: list[tuple[int, Any]] = [
        (401, None), (401, NOBODY), (401, (PAIR[0], NOBODY[1])), (403, ("pk-lf-org", "sk-lf-org")),
        (401, f"Digest {PAIR[0]}"), (401 if path == "/scores" else 403, f"Bearer {bearer}"),
    ]  # fmt: skip
    texts = set()
    with httpx.Client(base_url=client.base_url, trust_env=False) as other:
        for status, keys in wrong:
            headers = {"Authorization": keys} if isinstance(keys, str) else {}
            answer = other.request(
                method, path, params={"limit": "no"}, headers=headers, content=b"{",
                auth=keys if isinstance(keys, tuple) else None,
            )  # fmt: skip
            assert answer.status_code == status
            named = {"error": "UnauthorizedError" if status == 401 else "ForbiddenError"} if kind else {}
            assert answer.json() == {"message": answer.json()["message"], **named}
            texts.add(answer.json()["message"])
    assert len(texts) == 4 if path != "/scores" else 3  # no key, unknown ones, another kind of key, another scheme


def test_the_verb_comes_before_the_keys(server: Server) -> None:
    answer = httpx.put(f"{server.url('langfuse')}/api/public{PROMPTS}", trust_env=False)
    assert (answer.status_code, answer.json()["error"]) == (405, "MethodNotAllowedError")
    assert answer.headers["allow"] == "GET, POST"


def test_the_limit_comes_before_the_body(client: httpx.Client, server: Server) -> None:
    server.backend("langfuse").options.general_limit = 2
    answers = [client.patch(f"{WELCOME}/versions/1", json={}) for _ in range(2)]
    assert [each.status_code for each in answers] == [400, 429]
    assert answers[1].headers["retry-after"] == "60"
    assert answers[1].json()["details"]["resetAt"] == answers[1].headers["x-ratelimit-reset"]
    assert client.get(WELCOME).status_code == 200
    assert client.patch(f"{WELCOME}/versions/1", json={}, auth=NOBODY).status_code == 401


def test_malformed_requests_come_before_what_is_held(client: httpx.Client) -> None:
    for answer, place in (
        (client.get(f"{PROMPTS}/nobody", params={"version": "a"}), ["version"]),
        (client.get(PROMPTS, params={"limit": 101}), ["limit"]),
        (client.get(PROMPTS, params={"fromUpdatedAt": "2026-01-15"}), ["fromUpdatedAt"]),
        (client.patch(f"{PROMPTS}/nobody/versions/1", json={"newLabels": ["latest"]}), ["newLabels", 0]),
        (client.post(PROMPTS, json={"name": "a"}), []),
        (client.post(PROMPTS, content=b""), []),
        (client.post(PROMPTS, content=b"x", headers={"Content-Type": "text/plain"}), []),
    ):
        assert answer.status_code == 400
        assert [each["path"] for each in answer.json()["error"]] == [place]


def test_rules_have_a_kind(client: httpx.Client) -> None:
    both = client.get(f"{PROMPTS}/nobody", params={"version": 1, "label": "a"})
    day = client.get(PROMPTS, params={"fromUpdatedAt": "2026-02-31T09:30:00Z"})
    needed = client.delete(f"{PROMPTS}/tone")
    missing = client.post(PROMPTS, json={"name": "a", "prompt": "@@@langfusePrompt:name=b|version=1@@@"})
    for answer in (both, client.delete(WELCOME, params={"version": 1, "label": "a"}), day, needed, missing):
        assert (answer.status_code, answer.json()["error"]) == (400, "InvalidRequestError")


SCORE = {"name": "n", "value": 1, "traceId": "t"}


def test_scores_in_both_forms(client: httpx.Client, server: Server) -> None:
    """One object has an id for an answer, a list how many were taken; a public key alone makes some, and nothing else."""
    one = client.post("/scores", json={**SCORE, "id": "s-1"})
    assert (one.status_code, one.json()) == (200, {"id": "s-1"})
    assert client.post("/scores", json=[SCORE]).status_code == 202
    some = client.post("/scores", json=[SCORE, {**SCORE, "name": ""}])
    assert (some.status_code, some.json()["rejected"]) == (207, 1)
    with httpx.Client(
        base_url=client.base_url, headers={"Authorization": f"Bearer {PAIR[0]}"}, trust_env=False
    ) as public:
        assert public.post("/scores", json=SCORE).status_code == 200
        assert public.post("/scores", content=b"{").status_code == 400
        assert public.post("/scores", content=b"x", headers={"Content-Type": "text/plain"}).status_code == 400
        assert public.delete("/scores/s-1").status_code == 403
    assert client.delete("/scores/s-1").status_code == 202
    assert client.delete("/scores/s-1").json()["error"] == "LangfuseNotFoundError"
    wrong = client.post("/scores", json={**SCORE, "sessionId": "s"})
    assert (wrong.status_code, [each["code"] for each in wrong.json()["error"]]) == (400, ["custom"])
    assert len(server.backend("langfuse").scores) == 3


def test_spans_come_in(client: httpx.Client, server: Server) -> None:
    """In protobuf and in JSON; what can't be read has its reason under `error`, and nothing else."""
    path = "/otel/v1/traces"
    assert client.post(path, json=export(span("a"))).json() == {"message": "OK"}
    empty = client.post(path, content=b"", headers={"Content-Type": "application/x-protobuf"})
    assert (empty.status_code, empty.json()) == (200, {})
    for headers, content in (
        ({"Content-Type": "text/plain"}, b"x"), ({"Content-Type": "application/json"}, b"{"),
        ({"Content-Type": "application/json", "x-langfuse-ingestion-version": "5"}, b"{}"),
    ):  # fmt: skip
        answer = client.post(path, content=content, headers=headers)
        assert (answer.status_code, list(answer.json())) == (400, ["error"])
    assert [each["name"] for each in server.backend("langfuse").observations] == ["a"]


def test_what_the_web_framework_answers(client: httpx.Client) -> None:
    """No code of Langfuse's is reached: no route, no JSON, too much of it."""
    nowhere = client.get("/nothing")
    assert (nowhere.status_code, nowhere.headers["content-type"]) == (404, "text/html; charset=utf-8")
    broken = client.post(PROMPTS, content=b"{", headers={"Content-Type": "application/json"})
    assert (broken.status_code, broken.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    large = client.post(PROMPTS, json={"name": "a", "prompt": "x" * 1_100_000})
    assert (large.status_code, large.headers["content-type"]) == (413, "text/plain; charset=utf-8")


def test_a_prompt_that_cannot_be_resolved(client: httpx.Client, server: Server) -> None:
    server.backend("langfuse").add_prompt("tone", [{"prompt": "nowhere in production"}])
    answer = client.get(f"{PROMPTS}/greeting")
    assert (answer.status_code, answer.json()["error"]) == (409, "LangfuseConflictError")
    assert client.get(f"{PROMPTS}/greeting", params={"resolve": "false"}).status_code == 200
