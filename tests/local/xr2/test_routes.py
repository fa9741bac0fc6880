"""Proves that a started server speaks xR2's HTTP: the order of its checks, the shapes of its errors, what it really answers."""

from __future__ import annotations

import json
import random
import re
from datetime import UTC, datetime
from typing import Any, NamedTuple

import httpx
import pytest

from promptport_local import Server
from promptport_local.contract import Contract

from ..conftest import KEY, Clock

JSON = "application/json"
GOOD = {"slug": "welcome", "source_name": "python_sdk"}
HEADERS = {"Content-Type": JSON}


def get(client: httpx.Client, **body: Any) -> httpx.Response:
    return client.post("/get-prompt", json={**GOOD, **body})


def event(trace_id: str, name: str = "sign_up", **rest: Any) -> dict[str, Any]:
    return {"trace_id": trace_id, "event_name": name, "source_name": "python_sdk", **rest}


def test_the_quickstart_of_the_documents(client: httpx.Client) -> None:
    for _ in range(2):
        assert client.get("/check-api-key").json() == {"ok": True, "user": "alice"}
        prompt = get(client).json()
        assert prompt["source_name"] == "python_sdk"
        first = client.post("/events", json=event(prompt["trace_id"], user_id="user_123", metadata={}))
        bought = client.post(
            "/events",
            json=event(
                prompt["trace_id"],
                "purchase_completed",
                value=99.99,
                currency="USD",
                metadata={"order_id": "order_67890", "product_id": "prod_456"},
            ),
        )
        assert [first.json()["is_duplicate"], bought.json()["is_duplicate"]] == [False, False]
        again = client.post("/events", json=event(prompt["trace_id"], value=7))
        assert again.json() == {**first.json(), "is_duplicate": True}


def test_answers_repeat_with_the_clock_and_the_seed(clock: Clock) -> None:
    def answers() -> list[Any]:
        headers = {"Authorization": f"Bearer {KEY}"}
        with Server(seed=1, now=clock) as server:
            url = server.url("xr2") + "/api/v1"
            with httpx.Client(base_url=url, headers=headers, trust_env=False) as client:
                prompt = get(client).json()
                return [prompt, client.post("/events", json=event(prompt["trace_id"])).json()]

    first = answers()
    assert answers() == first
    assert first[1]["timestamp"] == "2026-01-15T09:30:00.123456+00:00"


def test_answers_are_the_contracts_examples(client: httpx.Client) -> None:
    operations = {each.id: each for each in Contract.load("xr2").operations}
    examples = {name: json.loads(each.success().body) for name, each in operations.items()}  # type: ignore[union-attr]
    assert client.get("/check-api-key").json() == examples["check_api_key"]
    prompt = client.post("/get-prompt", json=operations["get_prompt"].spec["requestBody"]["content"][JSON]["example"])
    trace_id = prompt.json()["trace_id"]
    # Ids are random; all else is the same.
    assert prompt.json() == {**examples["get_prompt"], "trace_id": trace_id}
    sent = operations["track_event"].spec["requestBody"]["content"][JSON]["example"]
    tracked = client.post("/events", json={**sent, "trace_id": trace_id}).json()
    ids = {name: tracked[name] for name in ("event_id", "trace_id", "timestamp")}
    assert tracked == {**examples["track_event"], **ids}


# Authentication


@pytest.mark.parametrize("authorization", [None, "", "Bearer", KEY])
def test_without_a_token_it_is_403(client: httpx.Client, authorization: str | None) -> None:
    del client.headers["Authorization"]
    headers = {} if authorization is None else {"Authorization": authorization}
    answer = client.get("/check-api-key", headers=headers)
    assert (answer.status_code, answer.json()) == (403, {"detail": "Not authenticated"})


def test_with_another_scheme_it_is_403(client: httpx.Client) -> None:
    answer = client.get("/check-api-key", headers={"Authorization": f"Basic {KEY}"})
    assert (answer.status_code, list(answer.json())) == (403, ["detail"])


def test_the_scheme_may_be_written_in_any_case(client: httpx.Client) -> None:
    assert client.get("/check-api-key", headers={"Authorization": f"bEARER {KEY}"}).status_code == 200


@pytest.mark.parametrize("token", ["unknown", "revoked", f" {KEY}", "\xe4\xff", "a" * 20_000])
def test_a_token_that_is_not_known_is_401(server: Server, client: httpx.Client, token: str) -> None:
    server.backend("xr2").add_key("revoked", active=False)
    answer = client.get("/check-api-key", headers={b"Authorization": f"Bearer {token}".encode("latin-1")})
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert isinstance(answer.json()["detail"], str)


def test_an_owner_who_is_gone_is_401_without_a_challenge(server: Server, client: httpx.Client) -> None:
    server.backend("xr2").add_key("orphan", owner_active=False)
    answer = client.get("/check-api-key", headers={"Authorization": "Bearer orphan"})
    assert (answer.status_code, "WWW-Authenticate" in answer.headers) == (401, False)


def test_newer_frameworks_answer_401(server: Server, client: httpx.Client) -> None:
    server.backend("xr2").options.missing_key = 401
    del client.headers["Authorization"]
    assert client.get("/check-api-key").status_code == 401


# The order of checks


def test_the_order_of_checks(server: Server, client: httpx.Client) -> None:
    server.backend("xr2").add_key("used up", quota=0)
    broken = {"content": b"{", "headers": HEADERS}
    bad: dict[str, Any] = {"json": {"slug": 1}}
    good: dict[str, Any] = {"json": {"slug": "nothing", "source_name": "x"}}

    def status(token: str, request: dict[str, Any]) -> int:
        headers = {**request.get("headers", {}), "Authorization": f"Bearer {token}"}
        return client.post("/get-prompt", **{**request, "headers": headers}).status_code

    assert [status(token, broken) for token in ("unknown", "used up", KEY)] == [422, 422, 422]
    assert [status(token, bad) for token in ("unknown", "used up", KEY)] == [401, 422, 422]
    assert [status(token, good) for token in ("unknown", "used up", KEY)] == [401, 429, 404]


# Bodies


@pytest.mark.parametrize(
    ("body", "offset"),
    [
        (b"{", 1),
        (b'{"slug": ', 9),
        (b"nonsense", 0),
        (b"'slug'", 0),
    ],
)
def test_broken_json(client: httpx.Client, body: bytes, offset: int) -> None:
    answer = client.post("/get-prompt", content=body, headers=HEADERS)
    assert answer.status_code == 422
    (entry,) = answer.json()["detail"]
    assert (entry["type"], entry["loc"]) == ("json_invalid", ["body", offset])
    assert entry["ctx"]["error"]


@pytest.mark.parametrize(
    ("body", "offset"),
    [
        (b'{"slug": "\xff"}', 10),
        (b'{"slug": "a", "version_number": NaN}', 0),
        (b'{"slug": "a", "version_number": 1e999}', 0),
        (b'{"slug": "\\ud800"}', 0),
        (b'{"\\udfff": 1}', 0),
        (b'{"version_number": ' + b"9" * 5000 + b"}", 0),
        (b"[" * 100_000, 0),
        (b'{"a":' * 300 + b"1" + b"}" * 300, 0),
    ],
)
def test_what_json_has_no_word_for_is_broken_where_documents_count(
    server: Server, client: httpx.Client, body: bytes, offset: int
) -> None:
    server.backend("xr2").options.wrap_500 = False
    answer = client.post("/get-prompt", content=body, headers=HEADERS)
    (entry,) = answer.json()["detail"]
    assert (answer.status_code, entry["type"], entry["loc"]) == (422, "json_invalid", ["body", offset])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ({}, [("missing", "slug"), ("missing", "source_name")]),
        ({"slug": None, "source_name": "x"}, [("string_type", "slug")]),
        ({**GOOD, "version_number": "two"}, [("int_parsing", "version_number")]),
        ({**GOOD, "version_number": "2.5"}, [("int_parsing", "version_number")]),
        ({**GOOD, "version_number": "\uff11"}, [("int_parsing", "version_number")]),
        ({**GOOD, "version_number": []}, [("int_type", "version_number")]),
        ({**GOOD, "version_number": "9" * 5000}, [("int_parsing", "version_number")]),
        ({**GOOD, "version_number": 1.5}, [("int_from_float", "version_number")]),
        ({**GOOD, "status": "live"}, [("string_pattern_mismatch", "status")]),
        ({**GOOD, "status": "draft\n"}, [("string_pattern_mismatch", "status")]),
        ({**GOOD, "status": ""}, [("string_pattern_mismatch", "status")]),
        ({**GOOD, "status": 5}, [("string_type", "status")]),
    ],
)
def test_a_body_that_breaks_the_schema(
    client: httpx.Client, body: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    answer = client.post("/get-prompt", json=body)
    assert answer.status_code == 422
    entries = answer.json()["detail"]
    assert [(each["type"], each["loc"][-1]) for each in entries] == found
    assert all(each["loc"][0] == "body" and each["msg"] and "input" in each for each in entries)


def test_events_that_break_the_schema(client: httpx.Client) -> None:
    wrong: list[dict[str, Any]] = [
        {"metadata": None},
        {"metadata": []},
        {"value": "much"},
        {"value": ""},
        {"value": "1,5"},
        {"value": []},
        {"user_id": 1},
    ]
    for fields in wrong:
        answer = client.post("/events", json=event("t", **fields))
        assert [each["loc"] for each in answer.json()["detail"]] == [["body", *fields]]


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b'"x"', b"1"])
def test_a_body_that_is_no_object(client: httpx.Client, body: bytes) -> None:
    answer = client.post("/get-prompt", content=body, headers=HEADERS)
    assert answer.status_code == 422
    (entry,) = answer.json()["detail"]
    assert (entry["type"], entry["loc"]) == ("missing" if body in (b"", b"null") else "model_attributes_type", ["body"])


def test_a_body_of_another_type(client: httpx.Client) -> None:
    answer = client.post("/get-prompt", content=b"slug=welcome", headers={"Content-Type": "text/plain"})
    assert (answer.status_code, answer.json()["detail"][0]["type"]) == (422, "model_attributes_type")
    assert client.post("/get-prompt", content=json.dumps(GOOD).encode()).status_code == 200


def test_fields_that_are_not_known_are_ignored(client: httpx.Client) -> None:
    assert get(client, variables={"a": 1}, other=None).status_code == 200


@pytest.mark.parametrize("media", ["application/json; charset=latin-1", "application/vnd.api+json", "Application/JSON"])
def test_json_by_any_name_is_read(client: httpx.Client, media: str) -> None:
    answers = [client.post("/get-prompt", content=each, headers={"Content-Type": media}) for each in (b"{", b"{}")]
    assert [each.json()["detail"][0]["type"] for each in answers] == ["json_invalid", "missing"]
    good = client.post("/get-prompt", content=json.dumps(GOOD).encode(), headers={"Content-Type": media})
    assert good.status_code == 200


@pytest.mark.parametrize("number", ["1", 1, 1.0, True, " 1 ", "+1", "1.0", "001", None])
def test_a_number_may_be_written_as_text(client: httpx.Client, number: Any) -> None:
    assert get(client, version_number=number).json()["version_number"] == 1


@pytest.mark.parametrize("number", [0, -1, 2**63, 10**40, "0", "999999999", "1_0", 1e3, False])
def test_any_other_number_is_a_version_that_is_not_there(client: httpx.Client, number: Any) -> None:
    answer = get(client, version_number=number)
    assert (answer.status_code, answer.json()["detail"]["version_number"]) == (404, int(number))


@pytest.mark.parametrize("slug", ["", "ä☃😀", "'; DROP TABLE records; --", "a" * 100_000, "../../etc"])
def test_any_text_is_a_slug(server: Server, client: httpx.Client, slug: str) -> None:
    assert get(client, slug=slug).json()["detail"]["slug"] == slug
    server.backend("xr2").add_prompt(slug, [{"user_prompt": slug}])
    assert get(client, slug=slug).json()["user_prompt"] == slug


def test_metadata_of_any_kind_is_kept(server: Server, client: httpx.Client) -> None:
    metadata = {"": None, "a": [10**30, -1.5e300, {"deep": [[[]]]}], "ä": "😀"}
    trace_id = get(client).json()["trace_id"]
    assert client.post("/events", json=event(trace_id, metadata=metadata, value=10**30)).status_code == 200
    assert server.backend("xr2").events[0]["metadata"] == metadata


def test_no_bytes_make_it_fail(client: httpx.Client) -> None:
    chance = random.Random(7)
    alphabet = [
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b":",
        b",",
        b"slug",
        b"null",
        b"1e9",
        b"\\u",
        b"\xff",
        b"\x00",
        b" ",
        b"-",
    ]
    for path in ("/get-prompt", "/events") * 100:
        body = b"".join(chance.choices(alphabet, k=chance.randrange(12)))
        assert client.post(path, content=body, headers=HEADERS).status_code in (422, 400)


def test_ten_megabytes_and_no_more(client: httpx.Client) -> None:
    head, tail = b'{"slug": "', b'", "source_name": "x"}'
    fits = head + b"a" * (10_000_000 - len(head) - len(tail)) + tail
    assert client.post("/get-prompt", content=fits, headers=HEADERS).status_code == 404
    answer = client.post("/get-prompt", content=fits + b" ", headers=HEADERS)
    assert (answer.status_code, answer.headers["Content-Type"]) == (413, "text/html")
    chunked = client.post("/get-prompt", content=iter([fits, b" "]), headers=HEADERS)
    assert chunked.status_code == 413


# Errors


def test_404s_of_get_prompt(server: Server, client: httpx.Client) -> None:
    server.backend("xr2").add_prompt("draft", [{"user_prompt": "x", "status": "draft"}])
    found = {
        "Prompt not found": get(client, slug="nothing"),
        "No deployed version found": get(client, slug="draft"),
        "Version not found": get(client, version_number=9),
        "Version with status not found": get(client, status="testing"),
    }
    keys = {
        "Prompt not found": {"slug", "api_key_owner", "source_name"},
        "No deployed version found": {"slug", "available_statuses", "suggestion"},
        "Version not found": {"version_number", "slug", "available_versions"},
        "Version with status not found": {"requested_status", "slug", "available_statuses"},
    }
    for label, answer in found.items():
        detail = answer.json()["detail"]
        assert (answer.status_code, detail["error"]) == (404, label)
        assert set(detail) == keys[label] | {"error", "message"}


def test_the_quota(server: Server, client: httpx.Client, clock: Clock) -> None:
    server.backend("xr2").add_key(KEY, quota=1)
    assert get(client, slug="nothing").status_code == 404
    assert get(client).status_code == 200
    answer = get(client)
    assert answer.status_code == 429
    assert "Retry-After" not in answer.headers
    detail = answer.json()["detail"]
    assert set(detail) == {"error", "message", "current_usage", "max_requests_per_day", "reset_time"}
    assert client.get("/check-api-key").status_code == 200
    assert client.post("/events", json=event("t")).status_code == 500
    clock.moment = datetime.fromisoformat(detail["reset_time"]).astimezone(UTC)
    assert get(client).status_code == 200


def test_event_errors_and_their_wrapping(server: Server, client: httpx.Client) -> None:
    trace_id = get(client).json()["trace_id"]
    requests = {404: event(trace_id, "unknown"), 400: event(trace_id, "purchase_completed")}
    for status, body in requests.items():
        wrapped = client.post("/events", json=body)
        assert wrapped.status_code == 500
        assert wrapped.json()["detail"].startswith(f"Internal server error: {status}: ")
        server.backend("xr2").options.wrap_500 = False
        answer = client.post("/events", json=body)
        assert (answer.status_code, type(answer.json()["detail"])) == (status, str)
        server.backend("xr2").options.wrap_500 = True
    assert client.post("/events", json={}).status_code == 422


@pytest.mark.parametrize("path", ["", "/", "/get-prompt/welcome", "/prompts/welcome", "/%00", "/%0a", "/%ff"])
def test_unknown_routes(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, list(answer.json())) == (404, ["detail"])


@pytest.mark.parametrize(
    ("method", "path", "place"),
    [
        ("POST", "/get-prompt/", "/get-prompt"),
        ("GET", "/get-prompt/", "/get-prompt"),
        ("GET", "/check-api-key/?a=1", "/check-api-key?a=1"),
    ],
)
def test_a_slash_at_the_end_is_redirected(client: httpx.Client, method: str, path: str, place: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["Location"]) == (307, f"{client.base_url}{place.removeprefix('/')}")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_wrong_verbs(client: httpx.Client, method: str) -> None:
    answer = client.request(method, "/get-prompt")
    assert (answer.status_code, answer.headers["Allow"], list(answer.json())) == (405, "POST", ["detail"])


# What xR2 answers where one would expect something else


class Row(NamedTuple):
    """One request, and what xR2 answers.

    Attributes:
        why: Where it is known from: the server's code in its newer revision, or its framework in the versions it pins.
        status: The status.
        begin: How the text under `detail` begins; empty where it is a list or an object.
        path: The call.
        body: Its body; an event's `trace_id` is added.
        token: The key.
    """

    why: str
    status: int
    begin: str
    path: str
    body: bytes
    token: str = KEY


HANDLER = "the handler of events turns whatever was raised within it into a 500, its own refusals too"
LATE = "the owner of a key is looked up within the handler, after the body was checked"
DATABASE = "PostgreSQL holds no NUL, no half of a surrogate pair and no NaN in JSON, and its columns have a length"
PARSER = "the framework reads JSON by the standard library, and answers 400 where that fails in an unforeseen way"
RENDER = "the framework writes an error with the value that was wrong, which JSON has no word for"
LAX = "pydantic reads texts, truth values and whole floats as numbers"


def sent(name: str = "sign_up", **rest: Any) -> bytes:
    return json.dumps({"event_name": name, "source_name": "s", **rest}).encode()


def asked(**rest: Any) -> bytes:
    return json.dumps({**GOOD, **rest}).encode()


EVENT, BROKEN = "Internal server error: ", "The body could not be read."
ROWS = {
    "an event that is not defined": Row(HANDLER, 500, f"{EVENT}404: ", "/events", sent("unknown")),
    "metadata that is missing": Row(HANDLER, 500, f"{EVENT}400: ", "/events", sent("purchase_completed")),
    "metadata of another type": Row(
        HANDLER, 500, f"{EVENT}400: ", "/events", sent("purchase_completed", metadata={"order_id": 1})
    ),
    "an event of an owner who is gone": Row(f"{HANDLER}; {LATE}", 500, f"{EVENT}401: ", "/events", sent(), "orphan"),
    "a bad body of an owner who is gone": Row(LATE, 422, "", "/get-prompt", b"{}", "orphan"),
    "a fetch of an owner who is gone": Row(LATE, 401, "The owner", "/get-prompt", asked(), "orphan"),
    "NUL in a slug": Row(DATABASE, 500, "Error retrieving prompt: ", "/get-prompt", asked(slug="a\0")),
    "half of a pair in a slug": Row(DATABASE, 500, "Error retrieving prompt: ", "/get-prompt", asked(slug="\ud800")),
    "NUL in a label": Row(DATABASE, 500, "Error retrieving prompt: ", "/get-prompt", asked(source_name="a\0")),
    "NUL in a name of an event": Row(DATABASE, 500, EVENT, "/events", sent("sign_up\0")),
    "NUL in metadata": Row(DATABASE, 500, EVENT, "/events", sent(metadata={"a": ["\0"]})),
    "half of a pair in metadata": Row(DATABASE, 500, EVENT, "/events", sent(metadata={"\udfff": 1})),
    "NaN in metadata": Row(DATABASE, 500, EVENT, "/events", sent(metadata={"a": float("nan")})),
    "an infinite value": Row(DATABASE, 500, EVENT, "/events", sent(value=float("inf"))),
    "an infinite value as a text": Row(f"{LAX}; {DATABASE}", 500, EVENT, "/events", sent(value="inf")),
    "a user's id that is too long": Row(DATABASE, 500, EVENT, "/events", sent(user_id="u" * 256)),
    "a session's id that is too long": Row(DATABASE, 500, EVENT, "/events", sent(session_id="s" * 101)),
    "NaN in a field that nobody reads": Row(PARSER, 200, "", "/events", sent(other=float("nan"))),
    "NaN for a number": Row(RENDER, 500, "The server failed.", "/get-prompt", asked(version_number=float("nan"))),
    "half of a pair in a wrong body": Row(RENDER, 500, "The server failed.", "/get-prompt", b'{"\\udfff": 1}'),
    "bytes that are no text": Row(PARSER, 400, BROKEN, "/get-prompt", b'{"slug": "\xff"}'),
    "bytes that are no text, without a key": Row(PARSER, 400, BROKEN, "/get-prompt", b'"\xff"', "unknown"),
    "thousands of digits": Row(PARSER, 400, BROKEN, "/get-prompt", b'{"version_number": ' + b"9" * 5000 + b"}"),
    "a hundred thousand levels": Row(PARSER, 400, BROKEN, "/get-prompt", b"[" * 100_000),
    "a mark of the byte order": Row(PARSER, 200, "", "/get-prompt", b"\xef\xbb\xbf" + asked()),
    "a truth value for a number": Row(LAX, 200, "", "/get-prompt", asked(version_number=True)),
    "a text with blanks for a number": Row(LAX, 200, "", "/get-prompt", asked(version_number=" 1.0 ")),
    "a text for an amount": Row(LAX, 200, "", "/events", sent(value=" 99.99 ")),
    "a truth value for an amount": Row(LAX, 200, "", "/events", sent(value=True)),
    "texts as long as a column": Row(DATABASE, 200, "", "/events", sent(user_id="u" * 255, session_id="s" * 100)),
}


@pytest.mark.parametrize("name", ROWS)
def test_it_answers_as_xr2_does(server: Server, client: httpx.Client, name: str) -> None:
    row = ROWS[name]
    server.backend("xr2").add_key("orphan", owner_active=False)
    trace_id = get(client).json()["trace_id"]
    body = b'{"trace_id": "' + trace_id.encode() + b'", ' + row.body[1:] if row.path == "/events" else row.body
    headers = {**HEADERS, "Authorization": f"Bearer {row.token}"}
    answer = client.post(row.path, content=body, headers=headers)
    assert answer.status_code == row.status, answer.text
    if row.begin:
        assert answer.json()["detail"].startswith(row.begin)


def test_what_a_value_is_kept_as(server: Server, client: httpx.Client) -> None:
    """The event of an owner who is gone is kept, although it is told to have failed."""
    backend = server.backend("xr2")
    backend.add_key("orphan", owner_active=False)
    for value, token in ((" 99.99 ", KEY), (True, KEY), ("1_000", "orphan")):
        body = event(get(client).json()["trace_id"], value=value)
        client.post("/events", json=body, headers={"Authorization": f"Bearer {token}"})
    assert [each["value"] for each in backend.events] == [99.99, 1.0, 1000.0]


def test_a_test_whose_version_is_gone_falls_back_on_what_was_made_last(server: Server, client: httpx.Client) -> None:
    """And where nothing is in production, the handler stumbles: the one place where a fetch fails for what is held."""
    backend = server.backend("xr2")
    made = [{"user_prompt": text, "created_at": f"2026-01-0{day}T00:00:00Z"} for text, day in (("old", 1), ("new", 2))]
    backend.add_prompt(
        "two", [{**made[1], "deployed_at": "2026-01-03T00:00:00Z"}, {**made[0], "deployed_at": "2026-01-04T00:00:00Z"}]
    )
    backend.add_prompt("none", [{"user_prompt": "x", "status": "draft"}])
    for slug in ("two", "none"):
        backend.add_ab_test(slug, slug, 8, 9)
    assert get(client, slug="two").json()["user_prompt"] == "new"
    answer = get(client, slug="none")
    assert (answer.status_code, answer.json()["detail"][:25]) == (500, "Error retrieving prompt: ")
    backend.options.wrap_500 = False
    assert get(client, slug="none").status_code == 404


def test_an_owner_without_a_workspace_is_told_last(server: Server, client: httpx.Client) -> None:
    """With a number or a status the version is sought first."""
    server.backend("xr2").add_key("homeless", workspace=None)
    client.headers["Authorization"] = "Bearer homeless"
    details = [
        get(client, **each).json()["detail"]
        for each in ({"slug": "no"}, {"version_number": 9}, {"version_number": 1}, {})
    ]
    assert [each if isinstance(each, str) else each["error"] for each in details] == [
        "Prompt not found",
        "Version not found",
        "alice has no workspace.",
        "alice has no workspace.",
    ]


# A/B tests


def test_a_test_is_seen_on_the_wire(server: Server, client: httpx.Client) -> None:
    backend = server.backend("xr2")
    backend.options.choice = "alternate"
    backend.add_version("welcome", user_prompt="other")
    backend.add_ab_test("greeting", "welcome", 1, 2, 2)
    served = [get(client).json() for _ in range(3)]
    assert [each["ab_test_variant"] for each in served] == ["version_a", "version_b", None]
    assert [each["status"] for each in served] == ["production", "draft", "production"]
    assert re.fullmatch(r"[0-9a-f-]{36}", served[0]["ab_test_id"])
    assert served[2]["ab_test_id"] is None


# The log


def test_requests_are_logged_with_everything(server: Server, client: httpx.Client) -> None:
    get(client)
    client.get("/nothing%2Fhere?a=1&b=")
    one, two = server.requests
    assert (one.platform, one.operation, one.method, one.path) == ("xr2", "get_prompt", "POST", "/api/v1/get-prompt")
    assert (one.status, json.loads(one.body), one.header("Authorization")) == (200, GOOD, f"Bearer {KEY}")
    assert one.seconds is not None
    assert (two.operation, two.path, two.query, two.status) == (None, "/api/v1/nothing%2Fhere", "a=1&b=", 404)
    assert one.time <= two.time
    assert KEY not in repr(server.requests)
